import { Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { seesDrafts } from "../../../people/sees-drafts.ts";
import { fileUrl } from "../../files/uploads.ts";
import type { Home } from "../../home.ts";
import { findArticle } from "../../store/articles.ts";
import { findBlankDraft, findDraftOf, listDrafts, listStoredDrafts, startDraft } from "../../store/drafts.ts";
import { findFile, type StoredFile } from "../../store/files.ts";
import { listPartners } from "../../store/partners.ts";
import { listSuggestions } from "../../store/suggestions.ts";
import { NO_SUCH_ARTICLE } from "../articles/messages.tsx";
import { findForWriter } from "../for-writer.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { DraftsPage } from "./drafts-page.tsx";
import { EditorPage } from "./editor-page.tsx";
import { LivePreview } from "./live-preview.tsx";
import { findOpenDraft, newDraftId, type OpenDraft, storyBase } from "./open-draft.ts";
import { previewStory } from "./preview-story.ts";
import { ROW_LISTS, type RowList, readFields, withPartners, withRow } from "./story/fields.ts";
import { storyFields } from "./story/to-fields.ts";

/** Drafts on the list: as many as a newsroom has in hand. */
const MAX_DRAFTS = 200;

/** A blank draft that was begun longer ago is open in no window any more in which anybody writes. */
const FORGOTTEN_MS = 3_600_000;

/** `/desk/articles/new`, `/edit` and `/preview`: the ways into the form of a story, and what it shows beside. */
export function storyForms(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { site } = catalog;

  /** A new draft, or the one that is still blank: whoever comes here often leaves nothing behind. */
  app.get("/new", mayDo(site, "drafts:write"), async (c) => {
    const now = Date.now();
    const author = c.get("actor");
    const id = (await findBlankDraft(home.db, author, now - FORGOTTEN_MS)) ?? newDraftId(now);
    const { partners, zone } = storyBase(catalog, { articleId: id, startedAt: now }, null);
    const fields = withPartners({ zone }, partners);
    await startDraft(home.db, { id, articleId: id, baseRevision: 0, author, fields }, now);
    return c.redirect(deskPath(site, `/drafts/${id}`), 303);
  });

  /** One's draft of an article: the one that was begun, or one of what is stored. */
  app.get("/:id/edit", mayDo(site, "drafts:write"), async (c) => {
    const now = Date.now();
    const author = c.get("actor");
    const id = c.req.param("id");
    const found = await findForWriter(home.db, id, c.var);
    // Hidden from whoever has begun to write it while it was not: the draft is still theirs.
    const own = found ? null : await findDraftOf(home.db, id, author);
    if (own) return c.redirect(deskPath(site, `/drafts/${own.id}`), 303);
    if (!found) return showMessage(c, site, NO_SUCH_ARTICLE);
    const { article, revision } = found;
    if (article.status === "canceled") return showMessage(c, site, TAKEN_BACK);
    const fields = storyFields(article, storyBase(catalog, { articleId: article.id, startedAt: now }, article));
    const draft = { id: newDraftId(now), articleId: article.id, baseRevision: revision, author, fields };
    await startDraft(home.db, draft, now);
    const begun = await findDraftOf(home.db, article.id, author);
    return c.redirect(deskPath(site, `/drafts/${begun?.id ?? draft.id}`), 303);
  });

  /** How the story of a form will be seen, for the script to show beside it. */
  app.post("/preview", mayDo(site, "drafts:write"), async (c) => {
    const form = c.get("form");
    const open = await findOpenDraft(home.db, catalog, form.get("draft") ?? "", c.var);
    const fields = readFields(form);
    const from =
      open?.from ?? storyBase(catalog, { articleId: newDraftId(Date.now()), startedAt: Date.now(), fields }, null);
    const preview = await previewStory(home, catalog, fields, { from, asker: c.var });
    return c.html(<LivePreview site={site} preview={preview} fields={fields} now={Date.now()} />);
  });

  return app;
}

/** `/desk/drafts`: what is being written, and the form in which it is. */
export function draftPages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { site } = catalog;

  app.get("/", mayDo(site, "drafts:write"), async (c) => {
    const session = c.get("session");
    const seesAll = seesDrafts(session.scopes);
    const drafts = await listDrafts(home.db, seesAll ? undefined : session.actor, MAX_DRAFTS);
    const stored = seesAll ? await listStoredDrafts(home.db, MAX_DRAFTS) : [];
    const done = c.req.query("done");
    return showPage(c, <DraftsPage {...{ site, session, drafts, stored, done }} now={Date.now()} />);
  });

  app.get("/:id", mayDo(site, "drafts:write"), async (c) => {
    const found = await findOpenDraft(home.db, catalog, c.req.param("id"), c.var);
    if (!found) return showMessage(c, site, NO_SUCH_DRAFT);
    const list = ROW_LISTS.find((one) => one === c.req.query("rows"));
    const { uploaded } = c.req.query();
    const file = list && uploaded ? await findFile(home.db, uploaded) : null;
    const open = list && file ? withFile(found, list, file, fileUrl(site, file.name)) : found;
    const [preview, suggestions, partners, current] = await Promise.all([
      previewStory(home, catalog, open.draft.fields, { from: open.from, asker: c.var }),
      listSuggestions(home.db, !seesDrafts(c.get("scopes"))),
      listPartners(home.db),
      findArticle(home.db, open.draft.articleId),
    ]);
    return showPage(
      c,
      <EditorPage
        site={site}
        session={c.get("session")}
        open={open}
        preview={preview}
        suggestions={suggestions}
        partners={new Map(partners.map(({ slug, name }) => [slug, name]))}
        revision={current?.revision ?? 0}
        more={file ? undefined : list}
        done={file ? "uploaded" : c.req.query("done")}
        now={Date.now()}
      />,
    );
  });

  return app;
}

/** A draft's form with a row for a file that was uploaded without a script; it is saved with all else. */
function withFile(open: OpenDraft, list: RowList, { type, ...file }: StoredFile, url: string): OpenDraft {
  const { length, width, height, duration } = file;
  const numbers = Object.entries({ length, width, height, duration }).map(([name, value]) => [name, value?.toString()]);
  const row = { ...Object.fromEntries(numbers.filter(([, value]) => value !== undefined)), url, type };
  return { ...open, draft: { ...open.draft, fields: withRow(open.draft.fields, list, row) } };
}

export const NO_SUCH_DRAFT: Message = {
  status: 404,
  title: "No such draft",
  why: <p>It was published or discarded, or it is somebody else’s.</p>,
};

export const TAKEN_BACK: Message = {
  status: 409,
  title: "It was taken back",
  why: (
    <p>
      A story that was taken back is not changed. To bring it back, restore a revision on its page; a draft of it is
      kept till then.
    </p>
  ),
};
