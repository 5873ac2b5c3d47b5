import type { Article } from "../../article/article.ts";
import { contain, ourFault } from "../../article/contain.ts";
import { articleDeed } from "../../article/deed.ts";
import type { Problem } from "../../article/parse.ts";
import { type KnownArticle, type Precondition, revise } from "../../article/revise.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { mintEntryId } from "../../feed/identity.ts";
import { memberships } from "../../feed/membership.ts";
import { type Actor, SERVICE } from "../../people/actor.ts";
import { untilNoConflict } from "../conflict.ts";
import type { Home } from "../home.ts";
import { logThrown } from "../log.ts";
import { findKnown, type NewRevision, type RevisionOrigin, saveRevisions } from "../store/articles.ts";
import type { DryRun } from "./dry-run.ts";
import { type FoundPlaces, findPlaces } from "./places.ts";
import type { TakeUp } from "./take-up.ts";
import { keepsUrl, takesUrl, UrlHolders } from "./url-holders.ts";
import { wakePublisher } from "./wake.ts";

/** What came of a save. */
export type SaveOutcome =
  /** `notices`: what whoever saves should know, though it is saved; absent: nothing. */
  | {
      status: "created" | "changed" | "unchanged";
      id: string;
      revision: number;
      feeds: string[];
      notices?: Problem[];
    }
  | { status: "refused"; id: string; problems: Problem[] }
  /** Somebody else has changed it since; `revision` is theirs, 0 where there is none. */
  | { status: "conflict"; id: string; revision: number };

/** Whether a save of the article with this id may follow this revision. */
type PreconditionOfEach = (revision: number, id: string) => ReturnType<Precondition>;

const ALWAYS: Precondition = () => true;

/** What becomes of an article that breaks the code which stores it. */
export function refuseBroken(id: string, fault: unknown) {
  logThrown("article failed", fault, { id });
  return { status: "refused" as const, id, problems: [{ path: "", detail: ourFault("stored", fault) }] };
}

/** The way that every article takes into the store: read what is known of it, decide, write, wake the publisher. */
export class Ingest {
  readonly #home: Home;
  readonly #catalog: Catalog;
  readonly #takeUp: TakeUp;
  readonly #actor: Actor;

  /** @param actor whose saves they are, in the log */
  constructor(home: Home, catalog: Catalog, takeUp: TakeUp, actor: Actor = SERVICE) {
    this.#home = home;
    this.#catalog = catalog;
    this.#takeUp = takeUp;
    this.#actor = actor;
  }

  /** The same way, for what somebody saves. */
  by(actor: Actor): Ingest {
    return new Ingest(this.#home, this.#catalog, this.#takeUp, actor);
  }

  /** @param origin what the article was taken from, for the log */
  async save(article: Article, precondition: Precondition = ALWAYS, origin?: RevisionOrigin): Promise<SaveOutcome> {
    const [saved] = await this.saveAll([article], precondition, origin);
    if (!saved) throw new Error("a save of one article has one outcome");
    return saved;
  }

  /** Saves articles in one transaction, one outcome each, in their order. The ids must differ from one another. */
  async saveAll(
    articles: Article[],
    precondition: PreconditionOfEach = ALWAYS,
    origin?: RevisionOrigin,
  ): Promise<SaveOutcome[]> {
    await this.#takeUp();
    // Race: another save took the revision's number, the entry's id or the URL, since ours was read.
    return untilNoConflict(() => this.#trySave(articles, precondition, origin));
  }

  /** What `saveAll` would answer, after what the same dry run was asked before; the store stays as it is. */
  async judgeAll(articles: Article[], dryRun: DryRun): Promise<SaveOutcome[]> {
    const { outcomes, revisions } = await this.#decide(articles, { now: Date.now(), precondition: ALWAYS, dryRun });
    dryRun.note(revisions);
    return outcomes;
  }

  async #trySave(
    articles: Article[],
    precondition: PreconditionOfEach,
    origin: RevisionOrigin | undefined,
  ): Promise<SaveOutcome[]> {
    const now = Date.now();
    const { outcomes, revisions, places } = await this.#decide(articles, { now, precondition, origin });
    const values = places.newIn(revisions.map(({ article }) => article));
    const newlyStale =
      revisions.length === 0 ? [] : await saveRevisions(this.#home.db, revisions, now, values, this.#actor);
    if (newlyStale.length > 0) await wakePublisher(this.#home);
    return outcomes;
  }

  /** Reads what is known, and decides. Nothing is written. */
  async #decide(articles: Article[], { now, precondition, dryRun, origin }: Deciding): Promise<Decided> {
    const minted = new Map(articles.map(({ id }) => [id, mintEntryId(this.#catalog.site, id)]));
    const entryIds = articles.map(({ id, guid }) => guid ?? minted.get(id) ?? "");
    const urls = articles.map(({ url }) => url);
    const stored = await findKnown(this.#home.db, [...minted.keys()], entryIds, urls, dryRun?.ids);
    const { known, owners: before, holders: others } = dryRun?.over(stored, minted.keys()) ?? stored;
    const places = await findPlaces(this.#home.db, this.#catalog, articles);
    /** @param staying ids of those that will be refused: they keep the URLs that they have */
    const decideAll = (staying: Set<string>): Decided => {
      const owners = new Map(before);
      const holders = new UrlHolders(others);
      for (const article of articles) {
        const old = known.get(article.id)?.article;
        if (old && staying.has(article.id)) holders.hold(old);
        else if (keepsUrl(old, article)) holders.hold(article);
      }
      const revisions: NewRevision[] = [];
      const decide = (article: Article): SaveOutcome => {
        const { id } = article;
        const old = known.get(id);
        const mintedId = minted.get(id) ?? "";
        const alone = takesUrl(this.#catalog.site, old?.article, article);
        const unseen = old !== undefined && hasNobodySeen(old, mintedId);
        const revised = revise(old ?? null, article, {
          now,
          precondition: (revision) => precondition(revision, id),
          mintedId,
          ownerOf: (entry) => owners.get(entry),
          holder: alone ? holders.otherOf(article) : undefined,
          unseen,
        });
        if (revised.status === "refused") return { status: "refused", id, problems: revised.problems };
        if (revised.status === "conflict") return { status: "conflict", id, revision: revised.revision };
        const definitions = places.of(article);
        const feeds = definitions.map(({ slug }) => slug);
        const { status, revision } = revised;
        if (status === "unchanged") return { status, id, revision, feeds };
        owners.set(revised.entryId, id);
        holders.hold(article);
        const touched = [...new Set([...(old?.feeds ?? []), ...feeds])];
        const shown = memberships(revised.article, revised.dates, definitions);
        const deed = articleDeed(old?.article, article);
        const isUnseenStill = unseen && isUnseen(revised);
        revisions.push({ ...revised, memberships: shown, touched, alone, unseen: isUnseenStill, deed, origin });
        return { status, id, revision, feeds: touched };
      };
      const outcomes = articles.map((article) =>
        contain<SaveOutcome>(
          () => decide(article),
          (fault) => refuseBroken(article.id, fault),
        ),
      );
      const stay = outcomes.filter((one) => !("feeds" in one || staying.has(one.id)) && known.has(one.id));
      if (stay.length > 0) return decideAll(new Set([...staying, ...stay.map(({ id }) => id)]));
      return {
        outcomes: outcomes.map((one, index) => withNotices(one, articles[index], holders)),
        revisions,
        places,
      };
    };
    return decideAll(new Set());
  }
}

interface Deciding {
  /** Milliseconds. */
  now: number;
  precondition: PreconditionOfEach;
  /** Absent: it is in earnest. */
  dryRun?: DryRun;
  /** What the articles are taken from. */
  origin?: RevisionOrigin;
}

interface Decided {
  outcomes: SaveOutcome[];
  revisions: NewRevision[];
  places: FoundPlaces;
}

/**
 * Whether it is certain that nobody has seen an article. An entry's id that is not ours is an old feed's, whose readers have the
 * story from there.
 */
export const hasNobodySeen = ({ unshown, entryId }: { unshown: boolean; entryId: string }, mintedId: string): boolean =>
  unshown && entryId === mintedId;

const isUnseen = ({ article, dates }: KnownArticle): boolean => article.status === "canceled" && !dates.public;

/** Only once all are decided is it known who else of them has a URL. */
function withNotices(saved: SaveOutcome, article: Article | undefined, holders: UrlHolders): SaveOutcome {
  if (!article || !("feeds" in saved)) return saved;
  const notices = holders.noticesOf(article);
  return notices.length === 0 ? saved : { ...saved, notices };
}
