import { type Context, Hono } from "hono";
import { MAX_CAPTION } from "../../../article/limits.ts";
import { isSignificant } from "../../../article/significance.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import { isSameActor } from "../../../people/actor.ts";
import type { Home } from "../../home.ts";
import type { Ingest } from "../../jobs/ingest.ts";
import { findDeskArticle } from "../../store/desk.ts";
import { type DeskDraft, discardDraft, endDraft, handDraft, saveDraft } from "../../store/drafts.ts";
import { isSeen } from "../articles/seen.ts";
import { articlePath, deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { NO_SUCH_DRAFT, TAKEN_BACK } from "./drafts.tsx";
import { findOpenDraft, type OpenDraft, publishedStatus } from "./open-draft.ts";
import { ANSWERS, type Answer, QuestionPage } from "./question-page.tsx";
import { settling, TOO_LARGE_DRAFT, TOO_LARGE_DRAFT_WORDS } from "./settling.tsx";
import { ROW_LISTS, rowsIn, setRows } from "./story/fields.ts";
import { readStory } from "./story/to-article.ts";
import { isStored, type TakenForm, takeForm } from "./taking.ts";

/** What is done with a draft. Each form says what it holds and which version it was made for: nobody overwrites what one has not seen. */
export function draftActions(home: Home, catalog: Catalog, ingest: Ingest): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { site } = catalog;
  const { app: settlingPages, askDraft, askArticle } = settling(home, catalog);
  app.route("/", settlingPages);

  /** Saves what was written, for the script: a window that is being closed waits for no page. */
  app.post("/:id/autosave", mayDo(site, "drafts:write"), async (c) => {
    const taken = await take(c);
    const { status } = taken;
    if (status === "taken") {
      const { version, updatedAt } = taken.draft;
      return c.json({ version, saved_at: new Date(updatedAt).toISOString() });
    }
    if (status === "large") return c.json({ detail: TOO_LARGE_DRAFT_WORDS }, 413);
    const to =
      status === "stored"
        ? articlePath(site, taken.articleId)
        : draftPath(c, "draft" in taken ? taken.draft : undefined);
    return c.json({ conflict: status === "none" ? deskPath(site, "/drafts") : to }, 409);
  });

  app.post("/:id/save", mayDo(site, "drafts:write"), async (c) => {
    const taken = await take(c);
    if (taken.status !== "taken") return notTaken(c, taken);
    const form = c.get("form");
    const list = ROW_LISTS.find((one) => one === (form.get("add") ?? form.get("remove")?.split(".")[0]));
    if (list === undefined) return c.redirect(draftPath(c, taken.draft, "?done=saved"), 303);
    return c.redirect(draftPath(c, taken.draft, form.has("add") ? `?rows=${list}#${list}` : `#${list}`), 303);
  });

  app.post("/:id/publish", mayDo(site, "articles:write"), async (c) => {
    const taken = await take(c);
    if (taken.status !== "taken") return notTaken(c, taken);
    const found = await findDeskArticle(home.db, taken.draft.articleId);
    const { base } = taken;
    if (found?.article.status === "canceled") return showMessage(c, site, TAKEN_BACK);
    const wasSeen = found !== null && base !== null && isSeen(site, found);
    const answered = wasSeen ? await answer(c, taken) : taken;
    if (answered instanceof Response) return answered;
    return store(c, answered, publishedStatus(base), wasSeen);
  });

  /** Stores a story that nobody has published yet as what it is: with revisions, and in nobody's sight. */
  app.post("/:id/keep", mayDo(site, "articles:write"), async (c) => {
    const taken = await take(c);
    return taken.status === "taken" ? store(c, taken, "draft", false) : notTaken(c, taken);
  });

  app.post("/:id/hand-in", mayDo(site, "drafts:write"), async (c) => {
    const taken = await take(c);
    if (taken.status !== "taken") return notTaken(c, taken);
    // An editor finds it by its title.
    if ((taken.draft.fields.title ?? "").trim() === "")
      return c.redirect(draftPath(c, taken.draft, "?done=untitled"), 303);
    await handDraft(home.db, { ...taken.draft, state: "waiting", note: undefined }, c.get("actor"), Date.now());
    return c.redirect(deskPath(site, "/drafts?done=handed-in"), 303);
  });

  app.post("/:id/hand-back", mayDo(site, "drafts:write"), async (c) => {
    const open = await findOpenDraft(home.db, catalog, c.req.param("id"), c.var);
    if (!open) return showMessage(c, site, NO_SUCH_DRAFT);
    const note = (c.get("form").get("note") ?? "").trim().slice(0, MAX_CAPTION) || undefined;
    await handDraft(home.db, { ...open.draft, state: "open", note }, c.get("actor"), Date.now());
    const isOwn = open.draft.author.id === c.get("actor").id;
    return c.redirect(isOwn ? draftPath(c, open.draft, "?done=back") : deskPath(site, "/drafts?done=handed-back"), 303);
  });

  app.post("/:id/discard", mayDo(site, "drafts:write"), async (c) => {
    const open = await findOpenDraft(home.db, catalog, c.req.param("id"), c.var);
    if (!open) return showMessage(c, site, NO_SUCH_DRAFT);
    const seen = { ...open.draft, version: Number(c.get("form").get("draft_version")) };
    const isGone = await discardDraft(home.db, seen, c.get("actor"), Date.now());
    return isGone ? c.redirect(deskPath(site, "/drafts?done=discarded"), 303) : showMessage(c, site, CHANGED_SINCE);
  });

  const take = (c: Context<DeskEnv>): Promise<TakenForm> =>
    takeForm(home.db, catalog, { id: c.req.param("id") ?? "", form: c.get("form"), asker: c.var });

  /** The draft's own page; it may have another id than what was sent to, where it is a draft that was gone. */
  const draftPath = (c: Context<DeskEnv>, draft?: DeskDraft, rest = ""): string =>
    deskPath(site, `/drafts/${draft?.id ?? c.req.param("id")}${rest}`);

  function notTaken(c: Context<DeskEnv>, taken: Exclude<TakenForm, { status: "taken" }>): Response | Promise<Response> {
    if (taken.status === "none") return showMessage(c, site, NO_SUCH_DRAFT);
    if (taken.status === "large") return showMessage(c, site, TOO_LARGE_DRAFT);
    if (taken.status === "moved") return c.redirect(draftPath(c, taken.draft, "?done=moved"), 303);
    if (taken.status === "stored") return c.redirect(articlePath(site, taken.articleId, "?done=unchanged"), 303);
    return askDraft(c, taken, taken.fields);
  }

  /** What the change is to readers: as somebody said, or the page that asks. A correction comes into the draft. */
  async function answer(c: Context<DeskEnv>, open: OpenDraft): Promise<OpenDraft | Response> {
    const { draft, base, from } = open;
    const form = c.get("form");
    const note = (form.get("note") ?? "").replace(/\s+/g, " ").trim();
    const said = answerIn(form);
    const story = readStory(draft.fields, { ...from, status: publishedStatus(base) });
    const corrections = rowsIn(draft.fields, "corrections");
    const isAsked =
      story.status === "parsed" &&
      base !== null &&
      corrections.length === 0 &&
      isSignificant(base, story.article, false);
    if (!isAsked || said === "update" || said === "small") return open;
    if (said === undefined || note === "")
      return showPage(
        c,
        <QuestionPage
          site={site}
          session={c.get("session")}
          draft={draft}
          wrong={said === undefined ? undefined : "Say what was wrong, and what is right."}
        />,
        said === undefined ? 200 : 422,
      );
    const fields = { ...draft.fields };
    setRows(fields, "corrections", [{ note }]);
    const isSaved = await saveDraft(home.db, draft, { fields }, Date.now());
    if (!isSaved) return showMessage(c, site, CHANGED_SINCE);
    return { ...open, draft: { ...draft, fields, version: draft.version + 1 } };
  }

  /** Stores a draft's story by the way that PUT takes with `If-Match`. Only then is the draft gone. */
  async function store(
    c: Context<DeskEnv>,
    open: OpenDraft,
    status: ReturnType<typeof publishedStatus>,
    wasSeen: boolean,
  ): Promise<Response> {
    const { draft, from } = open;
    const story = readStory(draft.fields, { ...from, status });
    if (story.status === "problems") return c.redirect(draftPath(c, draft, "?done=tried"), 303);
    const minor = wasSeen && answerIn(c.get("form")) === "small" ? true : undefined;
    const [actor, { author }] = [c.get("actor"), draft];
    const saved = await ingest
      .by(actor)
      .save({ ...story.article, minor }, (revision) => revision === draft.baseRevision, {
        writer: isSameActor(author, actor) ? undefined : author.name,
      });
    if (saved.status === "conflict") {
      const current = await findDeskArticle(home.db, draft.articleId);
      if (!current || !isStored(catalog, draft.fields, current.article)) return askArticle(c, open);
      // It was sent twice, and the other was faster.
      await endDraft(home.db, draft);
      return c.redirect(articlePath(site, draft.articleId, "?done=unchanged"), 303);
    }
    if (saved.status === "refused") return c.redirect(draftPath(c, draft, "?done=tried"), 303);
    await endDraft(home.db, draft);
    return c.redirect(articlePath(site, saved.id, `?done=${saved.status}`), 303);
  }

  return app;
}

const answerIn = (form: URLSearchParams): Answer | undefined =>
  ANSWERS.find((answer) => answer === form.get("readers"));

const CHANGED_SINCE: Message = {
  status: 409,
  title: "It was saved elsewhere",
  why: <p>The draft was saved in another window since you looked, so nothing was done. Go back and load it again.</p>,
};
