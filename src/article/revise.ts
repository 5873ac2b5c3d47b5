import type { Article } from "./article.ts";
import { type Dates, firstDates, nextDates } from "./dates.ts";
import type { Problem } from "./parse.ts";
import { visibility } from "./visibility.ts";

/** What the store knows of an article: its current revision, and what outlives every revision. */
export interface KnownArticle {
  article: Article;
  /** Minted or kept from an old feed's guid when the article was first stored, and never changed (RFC 4287 §4.2.6). */
  entryId: string;
  /** Counted from 1. */
  revision: number;
  dates: Dates;
}

/** Whether a save may follow this revision; 0: the article is not there yet (RFC 9110 §13.1). */
export type Precondition = (revision: number) => boolean;

/** What a save is decided by, beside the article itself and what is known of it. */
export interface Circumstances {
  /** Milliseconds. */
  now: number;
  precondition: Precondition;
  /** The id that the article's entry gets, if it has none and keeps none of an old feed. */
  mintedId: string;
  /** Whose entry an id is: the article's id, or undefined for nobody's. */
  ownerOf(entryId: string): string | undefined;
  /** Another article that has the URL which this one is about to take, where no two may share one: its id. */
  holder?: string;
  /** It is certain that no document has ever shown the article. */
  unseen?: boolean;
}

/** What a save does. */
export type Revised =
  /** The same content again is no revision. */
  | { status: "unchanged"; revision: number }
  /** Somebody else has changed it since; `revision` is theirs, 0 where there is none. */
  | { status: "conflict"; revision: number }
  | { status: "refused"; problems: Problem[] }
  /** The article is as it is to be stored. */
  | ({ status: "created" | "changed" } & KnownArticle);

/**
 * Decides a save, for every way that an article takes into the store.
 *
 * @param known null: no article has its id
 * @param input a parsed article; whether the change is `minor` is said of the change, and not stored
 */
export function revise(known: KnownArticle | null, input: Article, at: Circumstances): Revised {
  const { minor = false, ...article } = input;
  const revision = known?.revision ?? 0;
  if (!at.precondition(revision)) return { status: "conflict", revision };
  const entryId = known?.entryId ?? article.guid ?? at.mintedId;
  const problem = known
    ? (changedIdentity(article, known.entryId) ?? publicDraft(known, article, at))
    : takenIdentity(article, entryId, at.ownerOf(entryId));
  if (!problem && at.holder !== undefined) return { status: "refused", problems: [takenUrl(at.holder)] };
  if (problem) return { status: "refused", problems: [problem] };
  if (!known) return { status: "created", article, entryId, revision: 1, dates: firstDates(article, at.now) };
  if (JSON.stringify(known.article) === JSON.stringify(article)) return { status: "unchanged", revision };
  const dates = nextDates(known.dates, { old: known.article, article, minor, unseen: at.unseen }, at.now);
  return { status: "changed", article, entryId, revision: revision + 1, dates };
}

/** An entry's id never changes: readers would see the story twice (RFC 4287 §4.2.6). */
const changedIdentity = ({ guid }: Article, entryId: string): Problem | null =>
  guid === undefined || guid === entryId
    ? null
    : { path: "/guid", detail: `the entry's id is ${entryId} and cannot change` };

/** A draft is what nobody has seen: what readers have seen is withheld, or taken back with a notice. */
const publicDraft = ({ dates, article: old }: KnownArticle, article: Article, at: Circumstances): Problem | null =>
  article.status === "draft" && (dates.public || wasInSight(old, at))
    ? { path: "/status", detail: "readers have seen it, so that it is no draft any more: withhold it, or take it back" }
    : null;

/** Whether readers may have seen it, even if it has expired since. */
const wasInSight = (old: Article, { now, unseen = false }: Circumstances): boolean =>
  !unseen && (visibility(old)?.from ?? Number.POSITIVE_INFINITY) <= now;

const takenUrl = (holder: string): Problem => ({
  path: "/url",
  detail: `is that of the article ${holder}: change that one, or take it back before`,
});

/** An entry's id belongs to one article. */
const takenIdentity = ({ guid }: Article, entryId: string, owner: string | undefined): Problem | null =>
  owner === undefined
    ? null
    : {
        path: guid === undefined ? "/id" : "/guid",
        detail: `the entry id ${entryId} belongs to the article ${owner} already`,
      };
