import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { seesDrafts } from "../../../people/sees-drafts.ts";
import type { Home } from "../../home.ts";
import { parseArticleQuery } from "../../jobs/article-query.ts";
import { showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { findAtDesk } from "./find.ts";
import { filterChoices } from "./list-filters.tsx";
import { ListPage } from "./list-page.tsx";

const NOTHING_FOUND = { articles: [], next: null, count: null, isFilling: false };

/** `/desk/articles`: the list, and what is found in it. */
export function articlePages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(catalog.site, "articles:read"), async (c) => {
    const session = c.get("session");
    const now = Date.now();
    // A form sends the fields that say nothing, too.
    const asked = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value.trim() !== ""));
    const published = !seesDrafts(session.scopes);
    const [parsed, choices] = [parseArticleQuery(asked, catalog), await filterChoices(home.db, catalog, published)];
    const problems = parsed.status === "problems" ? parsed.problems : [];
    const seen = { now, published, isNamed: Object.keys(asked).join() === "q" };
    const found = parsed.status === "parsed" ? await findAtDesk(home.db, catalog, parsed.query, seen) : NOTHING_FOUND;
    const page = <ListPage {...{ site: catalog.site, session, asked, choices, found, problems, now }} />;
    return showPage(c, page, problems.length > 0 ? 422 : 200);
  });

  return app;
}
