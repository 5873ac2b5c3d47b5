import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { parseLogQuery } from "../../audit/query.ts";
import type { Home } from "../../home.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { listActors, listDeeds } from "../../store/audit-log.ts";
import { showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { Problems } from "../tables/problems.tsx";
import { LogPage } from "./log-page.tsx";

/** Deeds of one page. */
const SHOWN_DEEDS = 50;

/** `/desk/log`: who did what. */
export function logPage(home: Pick<Home, "db">, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(catalog.site, "log:read"), async (c) => {
    const { site } = catalog;
    const query = parseLogQuery(c.req.query(), SHOWN_DEEDS);
    if (query.status === "problems") {
      const why = <Problems problems={query.problems} />;
      return showMessage(c, site, { status: 422, title: "The log cannot be asked this", why });
    }
    const [page, actors] = await Promise.all([
      listDeeds(home.db, { ...query.filter, seenBy: c.var }, query.limit, query.before),
      listActors(home.db),
    ]);
    const feeds = page.deeds.flatMap(({ subject }) => (subject.kind === "feed" ? subject.id : []));
    return showPage(
      c,
      <LogPage
        site={site}
        session={c.get("session")}
        asked={c.req.query()}
        page={page}
        actors={actors}
        definitions={await findDefinitions(home.db, catalog, feeds)}
        now={Date.now()}
      />,
    );
  });

  return app;
}
