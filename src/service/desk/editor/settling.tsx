import { type Context, Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import { parseJson } from "../../http/body.ts";
import { type DraftFields, saveDraft } from "../../store/drafts.ts";
import { findForWriter } from "../for-writer.ts";
import { articlePath, deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { ChoosePage, type ChoosePageProps } from "./choose-page.tsx";
import { NO_SUCH_DRAFT, TAKEN_BACK } from "./drafts.tsx";
import { findOpenDraft, type OpenDraft } from "./open-draft.ts";
import { type Group, readFields } from "./story/fields.ts";
import { compareForms, mergeForms, type Side } from "./story/merge.ts";
import { storyFields } from "./story/to-fields.ts";
import { isTooLarge, MAX_DRAFT_BYTES, takeForm } from "./taking.ts";

type Answered = Response | Promise<Response>;

/** What makes one form of two, and the pages that ask where nobody but their writers can. */
interface Settling {
  app: Hono<DeskEnv>;
  /** Asks what becomes of a form whose draft was saved elsewhere since. */
  askDraft(c: Context<DeskEnv>, open: OpenDraft, mine: DraftFields): Answered;
  /** Asks what becomes of a draft whose article was changed since. */
  askArticle(c: Context<DeskEnv>, open: OpenDraft): Answered;
}

/** Where two have written: what both mean is put together, and nothing of either is lost without being shown. */
export function settling(home: Home, catalog: Catalog): Settling {
  const app = new Hono<DeskEnv>();
  const { site } = catalog;

  /** One form of what was sent and what the draft is by now. Where the draft was saved once more since, it asks again. */
  app.post("/:id/settle", mayDo(site, "drafts:write"), async (c) => {
    const open = await findOpenDraft(home.db, catalog, c.req.param("id"), c.var);
    const form = c.get("form");
    const mine = keptFields(form.get("mine"));
    if (!open) return keepMine(c, mine);
    const seen = { ...open.draft, version: Number(form.get("draft_version")) };
    const merged = mergeForms({ mine, theirs: open.draft.fields }, choiceIn(form));
    if (seen.version !== open.draft.version || !merged) return askDraft(c, open, mine);
    if (isTooLarge(merged)) return showMessage(c, site, TOO_LARGE_DRAFT);
    const isSaved = await saveDraft(home.db, seen, { fields: merged }, Date.now());
    return isSaved ? c.redirect(pathOf(open, "?done=merged"), 303) : settleAgain(c, mine);
  });

  /** One form of a draft and what its article is by now, from which the draft goes on. */
  app.post("/:id/rebase", mayDo(site, "drafts:write"), async (c) => {
    const open = await findOpenDraft(home.db, catalog, c.req.param("id"), c.var);
    const current = open && (await findForWriter(home.db, open.draft.articleId, c.var));
    if (!open || !current) return showMessage(c, site, NO_SUCH_DRAFT);
    if (current.article.status === "canceled") return showMessage(c, site, TAKEN_BACK);
    const form = c.get("form");
    const { draft, base, from } = open;
    const versions = {
      base: base ? storyFields(base, from) : undefined,
      mine: draft.fields,
      theirs: storyFields(current.article, from),
    };
    const merged = mergeForms(versions, choiceIn(form));
    const isSeen =
      Number(form.get("revision")) === current.revision && Number(form.get("draft_version")) === draft.version;
    if (!isSeen || !merged) return askArticle(c, open);
    if (isTooLarge(merged)) return showMessage(c, site, TOO_LARGE_DRAFT);
    const save = { fields: merged, baseRevision: current.revision };
    return (await saveDraft(home.db, draft, save, Date.now()))
      ? c.redirect(pathOf(open, "?done=merged"), 303)
      : c.redirect(pathOf(open), 303);
  });

  async function settleAgain(c: Context<DeskEnv>, mine: DraftFields): Promise<Response> {
    const open = await findOpenDraft(home.db, catalog, c.req.param("id") ?? "", c.var);
    return open ? askDraft(c, open, mine) : keepMine(c, mine);
  }

  /** The draft is gone while somebody chose: what the page kept is in no other place, and becomes a draft again. */
  async function keepMine(c: Context<DeskEnv>, mine: DraftFields): Promise<Response> {
    if (Object.keys(mine).length === 0) return showMessage(c, site, NO_SUCH_DRAFT);
    const id = c.req.param("id") ?? "";
    const taken = await takeForm(home.db, catalog, { id, form: c.get("form"), asker: c.var, mine });
    if (taken.status === "conflict") return askDraft(c, taken, mine);
    if (taken.status === "taken" || taken.status === "moved") return c.redirect(pathOf(taken, "?done=saved"), 303);
    if (taken.status === "stored") return c.redirect(articlePath(site, taken.articleId, "?done=unchanged"), 303);
    return showMessage(c, site, taken.status === "large" ? TOO_LARGE_DRAFT : NO_SUCH_DRAFT);
  }

  function askDraft(c: Context<DeskEnv>, open: OpenDraft, mine: DraftFields): Answered {
    const versions = { mine, theirs: open.draft.fields };
    return choose(c, {
      title: "This draft was saved elsewhere",
      why: (
        <p>
          Another window, or somebody else, has saved this draft since you loaded it. Nothing of yours is stored yet,
          and nothing of theirs was overwritten: choose what stays.
        </p>
      ),
      versions,
      merge: compareForms(versions),
      called: { mine: "What you have just sent", theirs: "What is saved" },
      to: `/drafts/${open.draft.id}/settle`,
      hidden: {
        draft_version: open.draft.version,
        article: open.draft.articleId,
        base_revision: open.draft.baseRevision,
        mine: JSON.stringify(mine),
      },
    });
  }

  async function askArticle(c: Context<DeskEnv>, open: OpenDraft): Promise<Response> {
    const { draft, base, from } = open;
    const current = await findForWriter(home.db, draft.articleId, c.var);
    if (!current) return showMessage(c, site, NO_SUCH_DRAFT);
    if (current.article.status === "canceled") return showMessage(c, site, TAKEN_BACK);
    const versions = {
      base: base ? storyFields(base, from) : undefined,
      mine: draft.fields,
      theirs: storyFields(current.article, from),
    };
    const merge = compareForms(versions);
    return choose(c, {
      title: "Somebody else was faster",
      why: (
        <p>
          {draft.baseRevision === 0
            ? "An article with this id has been stored since you began."
            : `You began with revision ${draft.baseRevision}; meanwhile the story has become revision ${current.revision}.`}{" "}
          Your draft is kept, and nothing of theirs was overwritten.{" "}
          {merge.both.length === 0
            ? "You did not change the same, so that both goes together."
            : "Where both of you changed the same, choose what stays."}
        </p>
      ),
      versions,
      merge,
      called: { mine: "Yours", theirs: "Theirs" },
      to: `/drafts/${draft.id}/rebase`,
      hidden: { draft_version: draft.version, revision: current.revision },
    });
  }

  const choose = (c: Context<DeskEnv>, props: Omit<ChoosePageProps, "site" | "session">): Promise<Response> =>
    showPage(c, <ChoosePage site={site} session={c.get("session")} {...props} />, 409);

  const pathOf = ({ draft }: OpenDraft, rest = ""): string => deskPath(site, `/drafts/${draft.id}${rest}`);

  return { app, askDraft, askArticle };
}

const choiceIn =
  (form: URLSearchParams) =>
  (group: Group): Side | undefined => {
    const said = form.get(`choice.${group}`);
    return said === "mine" || said === "theirs" ? said : undefined;
  };

export const TOO_LARGE_DRAFT_WORDS = `A draft holds at most ${MAX_DRAFT_BYTES.toLocaleString("en")} bytes, and this is more. Nothing of it was saved.`;

export const TOO_LARGE_DRAFT: Message = {
  status: 413,
  title: "Too large",
  why: <p>{TOO_LARGE_DRAFT_WORDS} Go back, and shorten it.</p>,
};

/** The fields that a page kept for whoever chooses: read as a form's are, for anything may be sent. */
function keptFields(json: string | null): DraftFields {
  const kept = parseJson(json ?? "");
  if (kept === null || typeof kept !== "object") return {};
  return readFields(
    new URLSearchParams(Object.entries(kept).map(([name, value]): [string, string] => [name, String(value)])),
  );
}
