import { millisecondsInDay } from "date-fns/constants";
import type { Article } from "../../article/article.ts";
import { contain } from "../../article/contain.ts";
import type { Dates } from "../../article/dates.ts";
import type { Problem } from "../../article/parse.ts";
import { isVisible } from "../../article/visibility.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { memberships } from "../../feed/membership.ts";
import type { Actor } from "../../people/actor.ts";
import { untilNoConflict } from "../conflict.ts";
import type { Home } from "../home.ts";
import { REVISION_DAYS } from "../store/history.ts";
import {
  type BroughtArticle,
  type BroughtRevision,
  findHeld,
  type HeldArticle,
  saveBrought,
} from "../store/imports.ts";
import { refuseBroken } from "./ingest.ts";
import { type FoundPlaces, findPlaces } from "./places.ts";
import type { TakeUp } from "./take-up.ts";
import { UrlHolders } from "./url-holders.ts";
import { wakePublisher } from "./wake.ts";

/** An article as another store had it, or a part of its revisions. */
export interface HandedArticle {
  id: string;
  entryId: string;
  /** The current one. */
  revision: number;
  dates: Dates;
  /** The page of the archive that holds it, by feed. */
  archived: Record<string, number>;
  revisions: BroughtRevision[];
}

/** What came of it. `changed`: the article was here, and has revisions more now. */
export type TakenIn =
  | { status: "created" | "changed" | "unchanged"; id: string; revision: number; notices?: Problem[] }
  | { status: "refused"; id: string; problems: Problem[] };

/**
 * Takes articles in as another store had them: their revisions, entry ids and dates, which a save would make anew. What is here
 * already changes nothing, and what is newer here stays. One transaction, one outcome each, in their order.
 *
 * @param articles their ids must differ from one another
 * @param by whose deed it is
 */
export async function takeIn(
  home: Home,
  catalog: Catalog,
  takeUp: TakeUp,
  articles: HandedArticle[],
  by: Actor,
): Promise<TakenIn[]> {
  await takeUp();
  // Race: a save took the number of a revision, or an entry's id, since ours was read.
  return untilNoConflict(() => tryTakeIn(home, catalog, articles, by));
}

async function tryTakeIn(home: Home, catalog: Catalog, articles: HandedArticle[], by: Actor): Promise<TakenIn[]> {
  const now = Date.now();
  const {
    held,
    owners,
    holders: stored,
  } = await findHeld(
    home.db,
    articles.map(({ id, entryId, revisions }) => ({
      id,
      entry_id: entryId,
      revisions: revisions.map(({ revision }) => revision),
    })),
    articles.flatMap((article) => currentOf(article)?.url ?? []),
  );
  // What a move brings is told, and never refused: the other store had it so.
  const holders = new UrlHolders(stored);
  const currents = articles.flatMap((article) => currentOf(article) ?? []);
  const places = await findPlaces(home.db, catalog, currents);
  const brought: BroughtArticle[] = [];
  const decide = (article: HandedArticle): TakenIn => {
    const { id } = article;
    const here = held.get(id);
    const problems = problemsOf(article, here, owners.get(article.entryId));
    if (problems.length > 0) return { status: "refused", id, problems };
    owners.set(article.entryId, id);
    const current = currentOf(article);
    if (current) holders.hold(current);
    const one = missing(article, here, places, now);
    const revision = Math.max(article.revision, here?.revision ?? 0);
    if (!one) return { status: "unchanged", id, revision };
    brought.push(one);
    return { status: here ? "changed" : "created", id, revision };
  };
  const taken = articles.map((article) =>
    contain<TakenIn>(
      () => decide(article),
      (fault) => refuseBroken(article.id, fault),
    ),
  );
  const newlyStale =
    brought.length === 0
      ? []
      : await saveBrought(home.db, brought, now, places.newIn(currentIn(articles, brought)), by);
  if (newlyStale.length > 0) await wakePublisher(home);
  return taken.map((one, index) => {
    const current = articles[index] && currentOf(articles[index]);
    const notices = current && one.status !== "refused" ? holders.noticesOf(current) : [];
    return notices.length === 0 ? one : { ...one, notices };
  });
}

/** Of those that are brought, the ones that become current. */
function currentIn(articles: HandedArticle[], brought: BroughtArticle[]): Article[] {
  const ids = new Set(brought.flatMap(({ id, current }) => (current ? [id] : [])));
  return articles.flatMap((article) => (ids.has(article.id) ? (currentOf(article) ?? []) : []));
}

/** The article as it is now, where that is among what is handed in. */
const currentOf = ({ revision, revisions }: HandedArticle): Article | undefined =>
  revisions.find((one) => one.revision === revision)?.body;

function problemsOf(
  { id, entryId, revision, revisions }: HandedArticle,
  here: HeldArticle | undefined,
  owner: string | undefined,
): Problem[] {
  if (here && here.entry_id !== entryId)
    return [{ path: "/entry_id", detail: `the entry's id is ${here.entry_id} here, and cannot change` }];
  if (owner !== undefined && owner !== id)
    return [{ path: "/entry_id", detail: `belongs to the article ${owner} already` }];
  if ((here?.revision ?? 0) < revision && !revisions.some((one) => one.revision === revision))
    return [{ path: "/revisions", detail: `lack the current one, ${revision}` }];
  return revisions.flatMap((one, index) =>
    isSame(here?.bodies.get(one.revision), one.body)
      ? []
      : [{ path: `/revisions/${index}`, detail: `the article has another revision ${one.revision} here` }],
  );
}

const isSame = (body: string | undefined, article: Article): boolean =>
  body === undefined || JSON.stringify(JSON.parse(body)) === JSON.stringify(article);

/** What the store does not have of an article; null: it has everything. */
function missing(
  { id, entryId, revision, dates, archived, revisions }: HandedArticle,
  here: HeldArticle | undefined,
  places: FoundPlaces,
  now: number,
): BroughtArticle | null {
  const tooOld = now - REVISION_DAYS * millisecondsInDay;
  const isNewer = revision > (here?.revision ?? 0);
  const others = revisions
    .filter((one) => !here?.bodies.has(one.revision) && (one.superseded_at ?? now) >= tooOld)
    // What was current there, and is behind what is current here, has been superseded by now.
    .map((one) => (isNewer || one.superseded_at !== null ? one : { ...one, superseded_at: now }));
  const current = isNewer ? revisions.find((one) => one.revision === revision) : undefined;
  if (!current) return others.length === 0 ? null : { id, entry_id: entryId, revisions: others };
  const feeds = places.of(current.body);
  return {
    id,
    entry_id: entryId,
    revisions: others,
    current: {
      revision,
      ...dates,
      // The other store may have shown it: what it served stays there.
      public: dates.public || isVisible(current.body, now),
      memberships: memberships(current.body, dates, feeds),
      archived,
      touched: [...new Set([...(here?.feeds ?? []), ...feeds.map(({ slug }) => slug)])],
    },
  };
}
