import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import { listFeedStates } from "../../store/feeds.ts";
import { listFamilies } from "../families.tsx";
import { showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { findDay } from "./day.ts";
import { needsOf } from "./needs.ts";
import { TodayPage } from "./today-page.tsx";

/** `/desk`: what needs a person today, the worst first, and then the rest in one line a feed. */
export function today(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(catalog.site, "feeds:read"), async (c) => {
    const { site, definitions } = catalog;
    const session = c.get("session");
    const now = Date.now();
    const seesFeeds = session.scopes.has("feeds:read");
    const [{ day, later }, states, families] = await Promise.all([
      findDay(home, catalog, session, now),
      seesFeeds ? listFeedStates(home.db, [...definitions.keys()]) : [],
      seesFeeds ? listFamilies(home.db, catalog, "public") : [],
    ]);
    const stateOf = new Map(states.map((state) => [state.slug, state]));
    return showPage(
      c,
      <TodayPage
        site={site}
        session={session}
        needs={needsOf(day)}
        later={later}
        feeds={[...definitions.values()].map((definition) => ({ definition, state: stateOf.get(definition.slug) }))}
        families={families}
        now={now}
      />,
    );
  });

  return app;
}
