import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { seesDrafts } from "../../../people/sees-drafts.ts";
import type { Home } from "../../home.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { findReport, findStatement } from "../../partner/receipts.ts";
import { findSeenArticle } from "../../store/articles.ts";
import { findStatusDeed, listDeedsTo } from "../../store/audit-log.ts";
import { findDeskArticle } from "../../store/desk.ts";
import { listRevisions } from "../../store/history.ts";
import { listServed } from "../../store/served.ts";
import { findHolder } from "../../store/shared-urls.ts";
import { findEdgeState } from "../../store/taken-back.ts";
import { showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { ArticlePage } from "./article-page.tsx";
import { NO_SUCH_ARTICLE, NOTHING_SIGNED } from "./messages.tsx";

/** An article's revisions on one page: each may hold a megabyte. */
const MAX_REVISIONS = 10;

/** `/desk/articles/{id}`: an article as readers see it, what can be done with it, and what it was. */
export function articlePage(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const mayRead = mayDo(catalog.site, "articles:read");

  app.get("/:id", mayRead, async (c) => {
    const { site } = catalog;
    const now = Date.now();
    const found = await findDeskArticle(home.db, c.req.param("id"));
    const drafts = seesDrafts(c.get("scopes"));
    if (!found || (found.article.status === "draft" && !drafts)) return showMessage(c, site, NO_SUCH_ARTICLE);
    const { id } = found.article;
    const asked = c.req.query("up_to") ?? "";
    const upTo = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : found.revision;
    // One more than is shown: the oldest shown is compared with it.
    const revisions = await listRevisions(home.db, id, upTo, MAX_REVISIONS + 1, drafts);
    const shown = revisions.slice(0, MAX_REVISIONS);
    const before = revisions[MAX_REVISIONS];
    const served = await listServed(home.db, id, shown.at(-1)?.revision ?? 0, shown[0]?.revision ?? 0);
    const report = await findReport(home.db, catalog, id);
    const delivered = report?.revisions.flatMap(({ deliveries }) => deliveries) ?? [];
    const still = report?.still_have?.listed ?? [];
    const named = [...found.memberships, ...served, ...delivered, ...still].map(({ feed }) => feed);
    const deeds = await listDeedsTo(home.db, { kind: "article", id }, spanOf(shown, before, found.revision));
    return showPage(
      c,
      <ArticlePage
        site={site}
        session={c.get("session")}
        found={found}
        status={await findStatusDeed(home.db, found.article)}
        edge={await findEdgeState(home.db, id, found.revision, now)}
        holder={await findHolder(home.db, found.article)}
        definitions={await findDefinitions(home.db, catalog, named)}
        report={report}
        shown={shown}
        before={before}
        deeds={deeds}
        served={served}
        done={c.req.query("done")}
        now={now}
      />,
    );
  });

  /** Who has which revision of the article, as a signed statement that others can check. */
  app.get("/:id/statement", mayRead, async (c) => {
    const id = c.req.param("id");
    const seen = await findSeenArticle(home.db, id, c.get("scopes"));
    const statement = seen && (await findStatement(home, catalog, id));
    if (statement === null) return showMessage(c, catalog.site, NO_SUCH_ARTICLE);
    if (statement === "no key") return showMessage(c, catalog.site, NOTHING_SIGNED);
    return c.json(statement);
  });

  return app;
}

type Dated = { revision: number; stored_at: number };

/** The time that the shown revisions are of: up to the next older one, and to now from the current one. */
function spanOf([newest]: Dated[], before: Dated | undefined, current: number): { from?: number; to?: number } {
  return { from: before?.stored_at, to: newest?.revision === current ? undefined : newest?.stored_at };
}
