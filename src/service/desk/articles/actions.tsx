import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Article } from "../../../article/article.ts";
import { differences } from "../../../article/difference.ts";
import { MAX_CAPTION } from "../../../article/limits.ts";
import { parseArticle } from "../../../article/parse.ts";
import { restoredArticle } from "../../../article/restored.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Site } from "../../../feed/definition.ts";
import type { Home } from "../../home.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import type { Ingest } from "../../jobs/ingest.ts";
import { type DeskArticle, findDeskArticle } from "../../store/desk.ts";
import { findRevision } from "../../store/history.ts";
import { articlePath, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { Problems } from "../tables/problems.tsx";
import { Meanwhile } from "./meanwhile.tsx";
import { NO_SUCH_ARTICLE, NOTHING_DONE } from "./messages.tsx";
import { RetractPage } from "./retract-page.tsx";
import { isSeen } from "./seen.ts";

/** A form's field that names the revision that the form was made for; 0: there was none. */
export const shownRevision = z.coerce.number().int().min(0).max(999_999_999);

const statusForm = z.object({ revision: shownRevision, status: z.enum(["usable", "withheld"]) });
const restoreForm = z.object({ revision: shownRevision, restore: shownRevision });
const retractForm = z.object({ revision: shownRevision, reason: z.string().trim().min(1).max(MAX_CAPTION) });

/**
 * What an editor does to an article. Each form names the revision that it was made for: two desks do not overwrite each
 * other.
 */
export function articleActions(home: Home, catalog: Catalog, ingest: Ingest): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const mayWrite = mayDo(catalog.site, "articles:write");

  app.post("/:id/status", mayWrite, async (c) => {
    const form = statusForm.safeParse(Object.fromEntries(c.get("form")));
    const found = await findDeskArticle(home.db, c.req.param("id"));
    if (!form.success || !found) return nothingDone(c, found);
    const { status, revision } = form.data;
    const { reason: _, ...article } = found.article;
    return save(c, { ...article, status }, revision);
  });

  app.post("/:id/restore", mayWrite, async (c) => {
    const form = restoreForm.safeParse(Object.fromEntries(c.get("form")));
    const found = await findDeskArticle(home.db, c.req.param("id"));
    const old = form.success && found ? await findRevision(home.db, found.article.id, form.data.restore) : null;
    if (!form.success || !found || !old) return nothingDone(c, found);
    return save(c, restoredArticle(old, found.article), form.data.revision, form.data.restore);
  });

  /** The first of the two steps in which a story is taken back: it shows what will happen, and asks for a reason. */
  app.get("/:id/retract", mayWrite, async (c) => {
    const found = await findDeskArticle(home.db, c.req.param("id"));
    return found ? confirm(c, found) : nothingDone(c, found);
  });

  app.post("/:id/retract", mayWrite, async (c) => {
    const form = retractForm.safeParse(Object.fromEntries(c.get("form")));
    const found = await findDeskArticle(home.db, c.req.param("id"));
    if (!found) return nothingDone(c, found);
    if (!form.success) return confirm(c, found, `A reason is needed, of at most ${MAX_CAPTION} characters.`);
    const parsed = parseArticle({ ...found.article, status: "canceled", reason: form.data.reason });
    if (parsed.status === "problems") return confirm(c, found, parsed.problems.map(({ detail }) => detail).join("; "));
    return save(c, parsed.article, form.data.revision);
  });

  const confirm = async (c: Context<DeskEnv>, found: DeskArticle, wrong?: string): Promise<Response> => {
    const slugs = found.memberships.map(({ feed }) => feed);
    return showPage(
      c,
      <RetractPage
        site={catalog.site}
        session={c.get("session")}
        found={found}
        seen={isSeen(catalog.site, found)}
        definitions={await findDefinitions(home.db, catalog, slugs)}
        wrong={wrong}
        reason={c.req.method === "POST" ? (c.get("form").get("reason") ?? undefined) : undefined}
      />,
      wrong === undefined ? 200 : 422,
    );
  };

  const nothingDone = (c: Context<DeskEnv>, found: DeskArticle | null): Promise<Response> =>
    showMessage(c, catalog.site, found ? NOTHING_DONE : NO_SUCH_ARTICLE);

  const save = (c: Context<DeskEnv>, article: Article, shown: number, restored?: number) =>
    saveShown(c, { home, site: catalog.site, ingest, article, shown, restored });

  return app;
}

/** An article to save, and what its editor knew of it. */
export interface ShownSave {
  home: Home;
  site: Site;
  ingest: Ingest;
  article: Article;
  /** The revision that the form was made for; 0: there was none. */
  shown: number;
  /** The former revision that the article is taken from. */
  restored?: number;
}

/** Saves what a form for this revision says, by the way that PUT takes with `If-Match`, and shows what came of it. */
export async function saveShown(
  c: Context<DeskEnv>,
  { home, site, ingest, article, shown, restored }: ShownSave,
): Promise<Response> {
  const saved = await ingest.by(c.get("actor")).save(article, (revision) => revision === shown, { restored });
  if (saved.status === "conflict") {
    const [before, now] = await Promise.all([
      findRevision(home.db, article.id, shown),
      findRevision(home.db, article.id, saved.revision),
    ]);
    const changes = before && now ? differences(before, now) : [];
    const why = (
      <>
        <Meanwhile site={site} id={article.id} shown={shown} revision={saved.revision} changes={changes} />
        {article.status === "canceled" && article.reason !== undefined ? (
          <p>
            The reason that you wrote: <q dir="auto">{article.reason}</q>
          </p>
        ) : null}
      </>
    );
    return showMessage(c, site, { status: 412, title: "Somebody else was faster", why });
  }
  if (saved.status === "refused") {
    const why = <Problems problems={saved.problems} />;
    return showMessage(c, site, { status: 409, title: "The article was not stored", why });
  }
  return c.redirect(articlePath(site, article.id, `?done=${saved.status}`), 303);
}
