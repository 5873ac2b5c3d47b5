import { contain } from "../article/contain.ts";
import type { Catalog } from "../feed/catalog.ts";
import type { Home } from "./home.ts";
import { subscriptionSweep } from "./hub/sweep.ts";
import { checkAlerts } from "./jobs/alerts.ts";
import { type Awakened, awaken } from "./jobs/awaken.ts";
import { Copies, type EditionMemory } from "./jobs/copies.ts";
import { fillLists } from "./jobs/fill-lists.ts";
import { Ingest } from "./jobs/ingest.ts";
import type { Helpers } from "./jobs/lanes.ts";
import { publishDue, publishOne } from "./jobs/publish.ts";
import { purgeWaker, sendPurges } from "./jobs/purges.ts";
import type { TakeUp } from "./jobs/take-up.ts";
import { dueWaker, wakePublisher } from "./jobs/wake.ts";
import { wakeSender } from "./jobs/wake-sender.ts";
import { logThrown } from "./log.ts";
import { currentSigningKey } from "./partner/signing-keys.ts";
import { findNextErrand, isMoreDue } from "./sending/errand.ts";
import { Sender } from "./sending/sender.ts";
import { allErrands } from "./sending.ts";
import { polling } from "./sources/polling.ts";
import { pruneAudience } from "./store/audience.ts";
import { bringDeliveriesNear } from "./store/deliveries.ts";
import { markAhead } from "./store/due.ts";
import { pruneEvents } from "./store/event-deliveries.ts";
import { HeldArticles } from "./store/held-articles.ts";
import { pruneHistory } from "./store/history.ts";
import { prunePolls } from "./store/proofread-polls.ts";
import { pruneProofreadReports } from "./store/proofread-reports.ts";
import { pruneLog } from "./store/prune-log.ts";
import { prunePushes } from "./store/prune-pushes.ts";
import { pruneSignIns } from "./store/prune-sign-ins.ts";
import { fallAsleep } from "./store/sleep.ts";
import { StoreFault } from "./store-fault.ts";

/** A worker of Cloudflare's has six connections open at once (developers.cloudflare.com/workers/platform/limits). */
const INVOCATION_PLACES = { quick: 6, all: 6, perHost: 2, soon: 1_000 };

/** Each is a request and one or two of the store's, and each look is one for every kind: a thousand in all are an invocation's. */
const INVOCATION_ERRANDS = 200;
const INVOCATION_LOOKS = 100;

/** Milliseconds. */
const INVOCATION_TIME = 60_000;

/** What is due later is found by the sweep of the minute before. Milliseconds. */
const HORIZON = 90_000;

/** The jobs that are nobody's request. */
export interface Publishing {
  /** Publishes whatever is stale. For every wake; a run that fails is to be tried again. */
  publish(): Promise<void>;
  /** Publishes one feed. For every one that is handed over; a run that fails is to be tried again. */
  publishHanded(slug: string): Promise<void>;
  /** Asks the sources that are due, and takes in what they bring. */
  pollSources(): Promise<void>;
  /** Sends what is due to subscribers and webhooks. For every wake of the sender; a run that fails is to be tried again. */
  send(): Promise<void>;
  /** What a lost wake left stale, what has come due, alerts, and history that is old enough to go. For every minute. */
  sweep(): Promise<void>;
  /** For the poll of a feed that is asleep, or of a page of its archive. */
  awaken(slug: string, page?: number): Promise<Awakened>;
}

/**
 * The jobs of a home.
 *
 * @param memory learns of every edition that becomes current: polls are answered from it
 * @param helpers take steps beside; absent: there are none
 */
export function publishing(
  home: Home,
  catalog: Catalog,
  memory: EditionMemory,
  takeUp: TakeUp,
  helpers?: Helpers,
): Publishing {
  const publisher = { home, catalog, copies: new Copies(memory, home), held: new HeldArticles() };
  const wakeWhenDue = dueWaker(home);
  const wakeToPurge = purgeWaker(home);
  const sweepSubscriptions = subscriptionSweep(home, catalog);
  const ingest = new Ingest(home, catalog, takeUp);
  const pollSources = polling({ home, catalog, ingest });
  const errands = allErrands({ home, catalog, awaken: (slug) => awaken(publisher, slug) });

  async function publish(): Promise<void> {
    await takeUp();
    if (!(await publishDue(publisher, helpers))) await wakePublisher(home);
    await sendPurges(home);
    await wakeToPurge();
    await wakeWhenDue();
  }

  /** One that breaks the code which works on it fails nobody else: it is due again when its lease ends. */
  async function publishHanded(slug: string): Promise<void> {
    await takeUp();
    const isDone = await contain(
      () => publishOne(publisher, slug),
      (fault) => {
        if (fault instanceof StoreFault) throw fault;
        logThrown("feed failed", fault, { slug });
        return true;
      },
    );
    if (!isDone) await home.hand?.([slug]);
    await wakeToPurge();
  }

  async function sweep(): Promise<void> {
    await takeUp("again");
    await fallAsleep(home.db, Date.now());
    await markAhead(home.db, Date.now());
    await publish();
    await checkAlerts(home, catalog, Date.now());
    await sweepSubscriptions(Date.now());
    await bringDeliveriesNear(home.db, Date.now());
    await wakeFor(await findNextErrand(errands, Date.now()));
    // So that it is known when another one takes its place, though no statement was asked for meanwhile.
    await currentSigningKey(home);
    await pruneHistory(home.db, Date.now());
    await pruneLog(home.db);
    await pruneAudience(home.db, Date.now());
    await pruneSignIns(home.db, Date.now());
    await pruneProofreadReports(home.db, Date.now());
    await prunePolls(home.db, Date.now());
    await prunePushes(home.db, Date.now());
    await pruneEvents(home.db, Date.now());
    await contain(
      () => fillLists(home.db),
      (fault) => {
        if (fault instanceof StoreFault) throw fault;
        logThrown("lists not filled", fault);
      },
    );
    // Beside: whoever publishes waits for nobody else's server.
    home.afterAnswer(contain(pollSources, (fault) => logThrown("sources not polled", fault)));
  }

  /** As far as one invocation may go. Where more is due than that, another one goes on beside it. */
  async function send(): Promise<void> {
    await takeUp();
    const now = Date.now();
    if (await isMoreDue(errands, now, INVOCATION_ERRANDS)) await wakeSender(home);
    const next = await new Sender(home, errands, INVOCATION_PLACES).run({
      errands: INVOCATION_ERRANDS,
      looks: INVOCATION_LOOKS,
      until: now + INVOCATION_TIME,
    });
    await wakeFor(next);
  }

  /** @param next when something is due, in milliseconds; null: nothing is */
  async function wakeFor(next: number | null): Promise<void> {
    const rest = (next ?? Number.POSITIVE_INFINITY) - Date.now();
    if (rest <= HORIZON) await wakeSender(home, Math.max(0, Math.ceil(rest / 1_000)));
  }

  return { publish, publishHanded, pollSources, send, sweep, awaken: (...poll) => awaken(publisher, ...poll) };
}
