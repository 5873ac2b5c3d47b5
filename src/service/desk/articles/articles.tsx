import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import { parseArticleQuery } from "../../jobs/article-query.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { findReport, findStatement } from "../../partner/receipts.ts";
import { findDeskArticle } from "../../store/desk.ts";
import { listRevisions } from "../../store/history.ts";
import { listServed } from "../../store/served.ts";
import { findHolder } from "../../store/shared-urls.ts";
import { findEdgeState } from "../../store/taken-back.ts";
import { showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { ArticlePage } from "./article-page.tsx";
import { findAtDesk } from "./find.ts";
import { filterChoices } from "./list-filters.tsx";
import { ListPage } from "./list-page.tsx";
import { NO_SUCH_ARTICLE, NOTHING_SIGNED } from "./messages.tsx";

/** An article's revisions on one page: each may hold a megabyte. */
const MAX_REVISIONS = 10;

const NOTHING_FOUND = { articles: [], next: null, count: null, isFilling: false };

/** `/desk/articles`: find one, and see what it is and was. */
export function articlePages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(catalog.site, "articles:read"), async (c) => {
    const session = c.get("session");
    const now = Date.now();
    // A form sends the fields that say nothing, too.
    const asked = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value.trim() !== ""));
    const [parsed, choices] = [parseArticleQuery(asked, catalog), await filterChoices(home.db, catalog)];
    const problems = parsed.status === "problems" ? parsed.problems : [];
    const seen = { now, published: !session.scopes.has("articles:write"), isNamed: Object.keys(asked).join() === "q" };
    const found = parsed.status === "parsed" ? await findAtDesk(home.db, catalog, parsed.query, seen) : NOTHING_FOUND;
    const page = <ListPage {...{ site: catalog.site, session, asked, choices, found, problems, now }} />;
    return showPage(c, page, problems.length > 0 ? 422 : 200);
  });

  app.get("/:id", mayDo(catalog.site, "articles:read"), async (c) => {
    const { site } = catalog;
    const now = Date.now();
    const found = await findDeskArticle(home.db, c.req.param("id"));
    if (!found) return showMessage(c, site, NO_SUCH_ARTICLE);
    const asked = c.req.query("up_to") ?? "";
    const upTo = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : found.revision;
    // One more than is shown: the oldest shown is compared with it.
    const revisions = await listRevisions(home.db, found.article.id, upTo, MAX_REVISIONS + 1);
    const shown = revisions.slice(0, MAX_REVISIONS);
    const served = await listServed(home.db, found.article.id, shown.at(-1)?.revision ?? 0, shown[0]?.revision ?? 0);
    const report = await findReport(home.db, catalog, found.article.id);
    const delivered = report?.revisions.flatMap(({ deliveries }) => deliveries) ?? [];
    const named = [...found.memberships, ...served, ...delivered].map(({ feed }) => feed);
    return showPage(
      c,
      <ArticlePage
        site={site}
        session={c.get("session")}
        found={found}
        edge={await findEdgeState(home.db, found.article.id, found.revision, now)}
        holder={await findHolder(home.db, found.article)}
        definitions={await findDefinitions(home.db, catalog, named)}
        report={report}
        shown={shown}
        before={revisions[MAX_REVISIONS]}
        served={served}
        done={c.req.query("done")}
        now={now}
      />,
    );
  });

  /** Who has which revision of the article, as a signed statement that others can check. */
  app.get("/:id/statement", mayDo(catalog.site, "articles:read"), async (c) => {
    const statement = await findStatement(home, catalog, c.req.param("id"));
    if (statement === null) return showMessage(c, catalog.site, NO_SUCH_ARTICLE);
    if (statement === "no key") return showMessage(c, catalog.site, NOTHING_SIGNED);
    return c.json(statement);
  });

  return app;
}
