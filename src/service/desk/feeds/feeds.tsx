import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { listOwners } from "../../store/articles.ts";
import { listRefusals } from "../../store/desk.ts";
import { listFeedStates } from "../../store/feeds.ts";
import { findPurgeBudget } from "../../store/purge-budget.ts";
import { listFamilies } from "../families.tsx";
import { showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { entriesOf, FeedsPage } from "./feeds-page.tsx";

/** Refusals that the page shows, the latest ones. */
const MAX_REFUSALS = 10;

/** `/desk/feeds`: every feed's state, and what was refused field by field. */
export function feedPages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(catalog.site, "feeds:read"), async (c) => {
    const { site, definitions } = catalog;
    const [states, families, refusals, purges] = await Promise.all([
      listFeedStates(home.db, [...definitions.keys()]),
      listFamilies(home.db, catalog, "public"),
      listRefusals(home.db, MAX_REFUSALS),
      home.purge ? findPurgeBudget(home.db) : null,
    ]);
    const refused = refusals.map(({ feed }) => feed);
    const stateOf = new Map(states.map((state) => [state.slug, state]));
    return showPage(
      c,
      <FeedsPage
        site={site}
        session={c.get("session")}
        feeds={[...definitions.values()].map((definition) => ({ definition, state: stateOf.get(definition.slug) }))}
        families={families}
        refusals={refusals}
        definitions={await findDefinitions(home.db, catalog, refused)}
        owners={await listOwners(home.db, entriesOf(refusals))}
        purges={purges}
        now={Date.now()}
      />,
    );
  });

  return app;
}
