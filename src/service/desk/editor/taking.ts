import type { Article } from "../../../article/article.ts";
import { differences } from "../../../article/difference.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Database } from "../../home.ts";
import { findArticle } from "../../store/articles.ts";
import { type DeskDraft, type DraftFields, findDraft, findDraftOf, saveDraft, startDraft } from "../../store/drafts.ts";
import { findRevision } from "../../store/history.ts";
import { type DraftAsker, isForWriter } from "../for-writer.ts";
import { isOpenTo, type OpenDraft, openDraft, storyBase } from "./open-draft.ts";
import { fieldsIn, isSame, readFields, rowsIn, setRows, withoutGroup, withoutRow } from "./story/fields.ts";
import { readStory } from "./story/to-article.ts";
import { storyFields } from "./story/to-fields.ts";
import { draftZone, fieldsInZone } from "./story/zone.ts";

/** What came of a form that was sent. */
export type TakenForm =
  /** What it says is in the draft. */
  | ({ status: "taken" } & OpenDraft)
  /** Somebody else has saved the draft since: nothing of the form's is stored, and `fields` are what it says. */
  | ({ status: "conflict"; fields: DraftFields } & OpenDraft)
  /** It holds no fields, and was made for another version than the draft has by now: whoever sent it has not seen that. */
  | ({ status: "moved" } & OpenDraft)
  /** It says more than a draft can hold: nothing of it is stored. */
  | { status: "large" }
  /** What it says is stored already as an article: it was sent twice. */
  | { status: "stored"; articleId: string }
  | { status: "none" };

/** The last field of a story's form: where it is missing, not all of the form has come. */
export const WHOLE_FORM = "whole";

/** The bytes of a draft's fields, as they are stored: D1 holds 2 MB a value, and an article of a million becomes some more in a form. */
export const MAX_DRAFT_BYTES = 1_500_000;

/** Whether there is more in a form than a draft can hold. */
export const isTooLarge = (fields: DraftFields): boolean =>
  new TextEncoder().encode(JSON.stringify(fields)).byteLength > MAX_DRAFT_BYTES;

/**
 * Takes what a form says into its draft.
 *
 * @param mine the fields, where they do not stand in the form by their names
 */
export async function takeForm(
  db: Database,
  catalog: Catalog,
  { id, form, asker, mine }: { id: string; form: URLSearchParams; asker: DraftAsker; mine?: DraftFields },
): Promise<TakenForm> {
  const isWhole = form.has(WHOLE_FORM);
  const given = mine ?? (isWhole ? withoutRow(readFields(form), form.get("remove") ?? "") : undefined);
  if (given && isTooLarge(given)) return { status: "large" };
  const stored = await findDraft(db, id);
  if (stored ? !isOpenTo(stored, asker) : !asker.scopes.has("drafts:write")) return { status: "none" };
  if (!stored) return given ? revive(db, catalog, { id, form, given, asker }) : lateAnswer(db, form);
  return takeInto(db, catalog, stored, { fields: given, version: Number(form.get("draft_version")) });
}

/** A form that is only about a draft which is gone: its article is stored, where it was sent twice. */
async function lateAnswer(db: Database, form: URLSearchParams): Promise<TakenForm> {
  const articleId = form.get("article") ?? "";
  return (await findArticle(db, articleId)) ? { status: "stored", articleId } : { status: "none" };
}

/** @param sent `fields`: absent where the form has none and is only about this version */
async function takeInto(
  db: Database,
  catalog: Catalog,
  stored: DeskDraft,
  { fields: sent, version }: { fields?: DraftFields; version: number },
): Promise<TakenForm> {
  const isSeen = version === stored.version;
  if (!sent) return { status: isSeen ? "taken" : "moved", ...(await openDraft(db, catalog, stored)) };
  const fields = fieldsInZone(sent, draftZone(catalog.site, { ...sent, ...stored.fields }));
  // Sent twice, or by the Back button with nothing new in it: whatever version it was made for.
  const before = isSeen ? stored.fields : { ...stored.fields, zone: fields.zone ?? "" };
  if (isSame(fields, before)) return { status: "taken", ...(await openDraft(db, catalog, stored)) };
  const isSaved = isSeen && (await saveDraft(db, stored, { fields }, Date.now()));
  const now = await findDraft(db, stored.id);
  if (!now) return { status: "none" };
  return { status: isSaved ? "taken" : "conflict", fields, ...(await openDraft(db, catalog, now)) };
}

/** A draft's id, as `newDraftId` makes them. */
const DRAFT_ID = /^\d{8}-[0-9a-f]{8}$/;

/**
 * A form whose draft is gone, for it was published or discarded in another window. What it says more than is stored becomes a draft again:
 * no text is lost for coming late.
 */
async function revive(
  db: Database,
  catalog: Catalog,
  { id, form, given, asker }: { id: string; form: URLSearchParams; given: DraftFields; asker: DraftAsker },
): Promise<TakenForm> {
  const articleId = form.get("article") ?? "";
  const baseRevision = Number(form.get("base_revision"));
  const isNew = baseRevision === 0;
  if (!DRAFT_ID.test(id) || !Number.isSafeInteger(baseRevision) || baseRevision < 0) return { status: "none" };
  const current = await findArticle(db, articleId);
  if (isNew ? articleId !== id : !current) return { status: "none" };
  // What it says that it began with may be anything: nobody comes to another's stored draft by it, and a new story's draft, which has its
  // story's id, tells who began the story.
  if (articleId !== id && (await findArticle(db, id))) return { status: "none" };
  for (const one of [current?.article, await findRevision(db, articleId, baseRevision)])
    if (one && !(await isForWriter(db, one, asker))) return { status: "none" };
  if (current && isStored(catalog, given, current.article)) return { status: "stored", articleId };
  // Its second version: it is not as blank as one that was just begun.
  const draft = { id, articleId, baseRevision, author: asker.actor, fields: given, version: 2 };
  if (await startDraft(db, draft, Date.now())) {
    const started = await findDraft(db, id);
    return started ? { status: "taken", ...(await openDraft(db, catalog, started)) } : { status: "none" };
  }
  const other = await findDraftOf(db, articleId, asker.actor);
  return other ? takeInto(db, catalog, other, { fields: given, version: 0 }) : { status: "none" };
}

/** Whether an article says all that a form does, whatever of it was left to the service. */
export function isStored(catalog: Catalog, given: DraftFields, article: Article): boolean {
  const from = storyBase(catalog, { articleId: article.id, startedAt: 0, fields: given }, article);
  const shown = storyFields(article, from);
  const told = article.corrections.map(({ note }) => note);
  const fields = withoutGroup(given, "corrections");
  const untold = rowsIn(given, "corrections").filter(({ note = "" }) => !told.includes(note));
  setRows(fields, "corrections", untold);
  for (const group of ["published_at", "url"])
    if (fields[group] === undefined) Object.assign(fields, fieldsIn(shown, group));
  const story = readStory(fields, from);
  return story.status === "parsed" && differences(article, story.article).length === 0;
}
