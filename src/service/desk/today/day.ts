import { tz } from "@date-fns/tz";
import { endOfDay, minutesToMilliseconds } from "date-fns";
import { millisecondsInDay, millisecondsInHour } from "date-fns/constants";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Scope } from "../../../people/scopes.ts";
import type { Database, Home } from "../../home.ts";
import { awakeFeedsOf } from "../../jobs/awake-feeds.ts";
import { findDefinitions } from "../../jobs/definitions.ts";
import { shortTitle } from "../../pages/feed/labels.ts";
import { SHARED_COPY_BOUND } from "../../shared-copies.ts";
import { doingOf, isInTrouble, listKnownSources } from "../../sources/known-sources.ts";
import { listAlerts } from "../../store/alerts.ts";
import { listOwners } from "../../store/articles.ts";
import { type Ahead, listAhead, listTitlesOf } from "../../store/desk.ts";
import { listHandedBack, listStoredDrafts, listWaitingDrafts } from "../../store/drafts.ts";
import { listFailingEndpoints } from "../../store/endpoints.ts";
import { listTroubles } from "../../store/needs.ts";
import { listPartners } from "../../store/partners.ts";
import { findPurgeBudget } from "../../store/purge-budget.ts";
import { MAX_LAG } from "../../store/stale.ts";
import { findSubscriberTrouble } from "../../store/subscriber-list.ts";
import { FAILING_FOR_LONG } from "../../webhooks/limits.ts";
import type { Session } from "../session.ts";
import type { DeskDay, NamedStory } from "./needs.ts";

/** Embargoes, and expiries, that are looked through: as many as anybody does. */
const MAX_AHEAD = 30;

/** Drafts that wait for an editor: one more than are told of leads to all. */
const MAX_WAITING = 10;

/** Feeds of each family whose embargoes are looked for, of those that its partner polls. */
const MAX_FAMILY_FEEDS = 20;

/** A retraction that has not gone out by then is no news of today's. Milliseconds. */
const WATCH_RETRACTIONS = 7 * millisecondsInDay;

/** A purge that was refused before does not matter any more. Milliseconds. */
const WATCH_PURGES = millisecondsInDay;

/** A subscriber's server may be down for an hour, and it is nobody's business. Milliseconds. */
const WATCH_FAILING = millisecondsInHour;

/** Who has not taken by then that a story was taken back has not for a fault of its own. Milliseconds. */
const WATCH_UNTOLD = minutesToMilliseconds(2);

/** Who looks. */
type Viewer = Pick<Session, "actor" | "scopes">;

/** What there is of a day, and what comes after it. */
export interface FoundDay {
  day: DeskDay;
  later: { embargoes: Ahead[]; expiries: Ahead[] };
}

/** The newsroom's day, as far as somebody may see it. */
export async function findDay(home: Home, catalog: Catalog, viewer: Viewer, now: number): Promise<FoundDay> {
  const { scopes } = viewer;
  const read = await readDay(home, catalog, viewer, now);
  const {
    heldBack,
    waiting,
    stillShown,
    alerts,
    aheads,
    sources,
    webhooks,
    subscribers,
    drafts,
    handedBack,
    stored,
    budget,
  } = read;
  const { feedName, partnerName, storyOf, ownerOf } = await namesFor(home.db, catalog, scopes, read);
  const midnight = endOfDay(now, { in: tz(catalog.site.zone ?? "UTC") }).getTime();
  const named = (list: Ahead[]) => list.map((one) => ({ ...one, feeds: one.feeds.map(feedName) }));
  const today = (list: Ahead[]) => named(list.filter(({ at }) => at <= midnight));
  const later = (list: Ahead[]) => named(list.filter(({ at }) => at > midnight));
  return {
    day: {
      heldBack: heldBack.map(({ feed, page, since, first }) => ({
        ...{ title: feedName(feed), slug: feed, page, since, first },
        story: storyOf(ownerOf(first.entry)),
      })),
      stale: waiting.map(({ slug, since }) => ({ title: feedName(slug), since })),
      stillShown: stillShown.map(({ id, since }) => ({ ...(storyOf(id) ?? { id, title: id }), since })),
      alerts: alerts.map(({ kind, partner, feed, article_id, since }) => ({
        ...{ kind, partner: partnerName(partner), title: feedName(feed), slug: feed, since },
        story: storyOf(article_id),
      })),
      embargoes: today(aheads.embargoes),
      expiries: today(aheads.expiries),
      ...subscribers,
      sources: sources.filter(isInTrouble).map((known) => ({
        name: known.source.name,
        ended: doingOf(known) === "ended",
        fault: known.state?.fault ?? null,
        failures: known.state?.failures ?? 0,
        since: known.state?.failed_at ?? null,
      })),
      webhooks: webhooks.map(({ id, description, failing_since, disabled_at }) => ({
        ...{ id, description, gone: disabled_at !== null, since: disabled_at ?? failing_since },
      })),
      drafts: drafts.map(({ id, title, author, updatedAt }) => ({ id, title, author: author.name, since: updatedAt })),
      handedBack: handedBack.map(({ id, title, note, updatedAt }) => ({ id, title, note, since: updatedAt })),
      stored: stored
        .filter(({ id }) => !drafts.some(({ articleId }) => articleId === id))
        .map(({ id, title, stored_at }) => ({ id, title, since: stored_at })),
      purges:
        budget?.refused_at && budget.refused_at > now - WATCH_PURGES
          ? { refused: budget.refused, at: budget.refused_at, copiesEnd: SHARED_COPY_BOUND }
          : null,
      takenAddress: home.hasTakenAddress && scopes.has("people") ? catalog.site.base : null,
    },
    later: { embargoes: later(aheads.embargoes), expiries: later(aheads.expiries) },
  };
}

type ReadDay = Awaited<ReturnType<typeof readDay>>;

/** What the store has of it; of what may not be seen, nothing. */
async function readDay(home: Home, catalog: Catalog, { actor, scopes }: Viewer, now: number) {
  const { db } = home;
  const only = async <T>(scope: Scope, read: () => Promise<T>, nothing: T): Promise<T> =>
    scopes.has(scope) ? read() : nothing;
  const times = { staleBefore: now - MAX_LAG, takenBackAfter: now - WATCH_RETRACTIONS };
  const behind = { failing: now - WATCH_FAILING, untold: now - WATCH_UNTOLD };
  const ofPartners = await only("partners:read", () => awakeFeedsOf(db, catalog, undefined, MAX_FAMILY_FEEDS), []);
  const slugs = [...catalog.definitions.keys(), ...ofPartners.map(({ definition }) => definition.slug)];
  const [troubles, aheads, alerts, partners, sources, webhooks, subscribers, drafts, handedBack, stored, budget] =
    await Promise.all([
      only("feeds:read", () => listTroubles(db, times), { heldBack: [], waiting: [], stillShown: [] }),
      only("articles:read", () => listAhead(db, slugs, now, MAX_AHEAD), { embargoes: [], expiries: [] }),
      only("partners:read", () => listAlerts(db), []),
      only("partners:read", () => listPartners(db), []),
      only("sources:read", () => listKnownSources(db, catalog), []),
      only("push:read", () => listFailingEndpoints(db, now - FAILING_FOR_LONG), []),
      only("push:read", () => findSubscriberTrouble(db, behind), { failing: null, untold: null }),
      only("articles:write", () => listWaitingDrafts(db, MAX_WAITING), []),
      only("drafts:write", () => listHandedBack(db, actor, MAX_WAITING), []),
      only("articles:write", () => listStoredDrafts(db, MAX_WAITING), []),
      home.purge ? only("feeds:read", () => findPurgeBudget(db), null) : null,
    ]);
  const open = alerts.filter(({ cleared_at }) => cleared_at === null);
  return {
    ...troubles,
    aheads,
    alerts: open,
    partners,
    sources,
    webhooks,
    subscribers,
    drafts,
    handedBack,
    stored,
    budget,
  };
}

/** What feeds, partners and stories are called. Whoever may see no story is told of none. */
async function namesFor(
  db: Database,
  catalog: Catalog,
  scopes: ReadonlySet<Scope>,
  { heldBack, waiting, stillShown, alerts, aheads, partners }: ReadDay,
) {
  const entries = heldBack.flatMap(({ first }) => first.entry ?? []);
  const owners = await listOwners(db, entries);
  const stories = [
    ...owners.values(),
    ...stillShown.map(({ id }) => id),
    ...alerts.map(({ article_id }) => article_id),
  ];
  const feeds = [
    ...[...heldBack, ...alerts].map(({ feed }) => feed),
    ...[...aheads.embargoes, ...aheads.expiries].flatMap((ahead) => ahead.feeds),
  ];
  const [titles, definitions] = await Promise.all([
    scopes.has("articles:read") ? listTitlesOf(db, stories) : new Map<string, string>(),
    findDefinitions(db, catalog, [...feeds, ...waiting.map(({ slug }) => slug)]),
  ]);
  const names = new Map(partners.map(({ slug, name }) => [slug, name]));
  return {
    feedName: (slug: string): string => {
      const definition = definitions.get(slug) ?? catalog.all.get(slug);
      return definition ? shortTitle(catalog.site, definition) : slug;
    },
    partnerName: (slug: string): string => names.get(slug) ?? slug,
    ownerOf: (entry: string | undefined): string | undefined => owners.get(entry ?? ""),
    storyOf: (id: string | undefined): NamedStory | undefined => {
      const title = titles.get(id ?? "");
      return id === undefined || title === undefined ? undefined : { id, title };
    },
  };
}
