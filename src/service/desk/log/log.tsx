import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { parseLogQuery } from "../../audit/query.ts";
import type { Home } from "../../home.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { listActors, listDeeds } from "../../store/audit-log.ts";
import { type Message, showMessage, showPage } from "../frame.tsx";
import type { DeskEnv } from "../session.ts";
import { Problems } from "../tables/problems.tsx";
import { LogPage } from "./log-page.tsx";

/** Deeds of one page. */
const SHOWN_DEEDS = 50;

const NOT_FOR_YOU: Message = {
  status: 403,
  title: "The log is not open to you",
  why: <p>Ask an owner of this desk to let you see it.</p>,
};

/** `/desk/log`: who did what. */
export function logPage(home: Pick<Home, "db">, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", async (c) => {
    const { site } = catalog;
    if (!c.get("scopes").has("log:read")) return showMessage(c, site, NOT_FOR_YOU);
    const query = parseLogQuery(c.req.query(), SHOWN_DEEDS);
    if (query.status === "problems") {
      const why = <Problems problems={query.problems} />;
      return showMessage(c, site, { status: 422, title: "The log cannot be asked this", why });
    }
    const [page, actors] = await Promise.all([
      listDeeds(home.db, query.filter, query.limit, query.before),
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
