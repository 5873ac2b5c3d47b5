import { Hono } from "hono";
import type { FC } from "hono/jsx";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Site } from "../../../feed/definition.ts";
import type { Home } from "../../home.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { When } from "../../pages/frame/time.tsx";
import { findReport, findStatement } from "../../partner/receipts.ts";
import { findDeskArticle, type Listed, MAX_SEARCHED } from "../../store/desk.ts";
import { listRevisions } from "../../store/history.ts";
import { listServed } from "../../store/served.ts";
import { findHolder } from "../../store/shared-urls.ts";
import { findEdgeState } from "../../store/taken-back.ts";
import { articlePath, DeskPage, deskPath, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv, Session } from "../session.ts";
import { ArticlePage } from "./article-page.tsx";
import { type FoundArticles, findArticles, MAX_FIND_LENGTH } from "./find.ts";
import { NO_SUCH_ARTICLE, NOTHING_SIGNED } from "./messages.tsx";

/** An article's revisions on one page: each may hold a megabyte. */
const MAX_REVISIONS = 10;

/** `/desk/articles`: find one, and see what it is and was. */
export function articlePages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(catalog.site, "articles:read"), async (c) => {
    const { site } = catalog;
    const found = await findArticles(home.db, c.req.query("q") ?? "");
    return showPage(c, <FindPage site={site} session={c.get("session")} found={found} now={Date.now()} />);
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

const FindPage: FC<{ site: Site; session: Session; found: FoundArticles; now: number }> = ({
  site,
  session,
  found,
  now,
}) => (
  <DeskPage site={site} session={session} title="Articles" part="/articles">
    <h1>Articles</h1>
    <search>
      <form action={deskPath(site, "/articles")} method="get">
        <label for="q">Id, URL, or words of the title</label>
        <div class="field">
          <input id="q" name="q" type="search" maxlength={MAX_FIND_LENGTH} value={found.query} />
          <button type="submit">Find</button>
        </div>
      </form>
    </search>
    <p class="count" role="status">
      {found.query === ""
        ? "Stored last:"
        : `${found.articles.length}${found.more ? " and more" : ""} for “${found.query}”. Ids and URLs are looked for in all that is stored; words in the titles and URLs of the ${MAX_SEARCHED.toLocaleString("en")} revisions stored last.`}
    </p>
    <ul class="stories">
      {found.articles.map((one) => (
        <ListedArticle site={site} one={one} now={now} />
      ))}
    </ul>
  </DeskPage>
);

const ListedArticle: FC<{ site: Site; one: Listed; now: number }> = ({
  site,
  one: { id, title, url, status, stored_at },
  now,
}) => (
  <li>
    <h2>
      <a href={articlePath(site, id)} dir="auto">
        {title}
      </a>
    </h2>
    <p class="meta">
      {status === "usable" ? null : (
        <>
          <b class="wrong">{status === "canceled" ? "taken back" : status}</b> ·{" "}
        </>
      )}
      stored <When site={site} at={stored_at} now={now} /> · {id} · {url}
    </p>
  </li>
);
