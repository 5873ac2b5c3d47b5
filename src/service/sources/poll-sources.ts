import { millisecondsInMinute, millisecondsInSecond } from "date-fns/constants";
import { contain, describeFault } from "../../article/contain.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Source } from "../../feed/source.ts";
import { SiteFault } from "../../import/sites/site-reader.ts";
import type { Home } from "../home.ts";
import type { Ingest } from "../jobs/ingest.ts";
import { log, logFault, logThrown } from "../log.ts";
import { listNamed } from "../store/source-items.ts";
import { saveSourceRefusals } from "../store/source-refusals.ts";
import {
  claimSource,
  noteBrought,
  renewClaim,
  type SourceAsked,
  type SourceState,
  saveAsked,
  saveSources,
} from "../store/sources.ts";
import { StoreFault } from "../store-fault.ts";
import { Asking } from "./asking.ts";
import { compareStandings } from "./comparing.ts";
import { readAs } from "./read-as.ts";
import { readPages, type SourceReadingParts } from "./reading.ts";
import { SITE_READERS } from "./site-readers.ts";
import { sourceActor } from "./source-actor.ts";
import { Taking } from "./taking.ts";

/** The longest pause after failures: what is back is read within the day, and what never comes back costs nothing. Milliseconds. */
const MAX_BACKOFF = 6 * 60 * millisecondsInMinute;

/** So much of a pause is left to chance, so that sources of one host do not fail and come back together. */
const JITTER = 0.2;

/** Sources of different hosts that are asked side by side: most of the time is waiting. */
const SIDE_BY_SIDE = 4;

export interface PollingParts {
  home: Home;
  catalog: Catalog;
  ingest: Ingest;
}

/** Asks the sources that are due, and takes in what they bring. */
export async function pollSources(parts: PollingParts): Promise<void> {
  const { db } = parts.home;
  const { sources } = parts.catalog;

  async function pollNext(): Promise<boolean> {
    const state = await claimSource(db, Date.now());
    const source = state && sources.get(state.name);
    if (!state) return false;
    if (source) await new Round(parts, source, state).run();
    return true;
  }

  /** One that fails in a way of its own is told in its round; what is thrown here concerns them all. */
  async function lane(): Promise<void> {
    while (await pollNext());
  }

  // Each time: in a gradual deployment an instance of the old version may have come last.
  await saveSources(db, [...sources.values()], Date.now());
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, sources.size) }, lane));
}

/** A source is asked once. */
class Round {
  readonly #parts: PollingParts;
  readonly #source: Source;
  readonly #asking: Asking;
  readonly #taking: Taking;
  readonly #begun = Date.now();
  #state: SourceState;
  /** Everything of the source was read. */
  #isWhole = false;

  constructor(parts: PollingParts, source: Source, state: SourceState) {
    this.#parts = parts;
    this.#source = source;
    this.#state = state;
    this.#asking = new Asking(parts.home, parts.catalog.site.base);
    this.#taking = new Taking({ db: parts.home.db, ingest: parts.ingest.by(sourceActor(source)) }, source, this.#begun);
  }

  async run(): Promise<void> {
    const { home } = this.#parts;
    const { name } = this.#source;
    const asked = await contain(
      () => this.#read(),
      (fault) => this.#fail(fault),
    );
    const { brought, refused, taken } = this.#taking;
    const { created, changed, taken_back } = brought;
    if (created + changed + taken_back > 0) {
      await noteBrought(home.db, name, brought, Date.now());
      log("source brought", { source: name, created, changed, taken_back });
    }
    await saveSourceRefusals(home.db, name, { refused, taken, isWhole: this.#isWhole }, Date.now());
    await saveAsked(home.db, this.#state, asked, Date.now());
  }

  async #read(): Promise<SourceAsked> {
    const parts = this.#readingParts();
    const pages = readPages(parts);
    for (;;) {
      const { value, done } = await pages.next();
      if (done) {
        const { validators, since, pace, isWhole } = value;
        const { compared_at, surplus } = await this.#compare(parts);
        this.#isWhole = isWhole;
        return { ...this.#stay(), ...validators, since, compared_at, surplus, due_at: this.#next(pace), fault: null };
      }
      await this.#taking.items(value.items);
      await this.#takeBack(value.deleted);
      for (const { where, reason, isNoStory } of value.skipped) if (!isNoStory) this.#taking.refuse(where, reason);
      await this.#keepClaim();
    }
  }

  async #takeBack(deleted: string[]): Promise<void> {
    if (deleted.length === 0) return;
    const items = await listNamed(this.#parts.home.db, this.#source.name, deleted);
    await this.#taking.standings(items, "canceled");
  }

  async #compare({ key }: SourceReadingParts): Promise<Pick<SourceState, "compared_at" | "surplus">> {
    const { kind, pages } = this.#source;
    if (kind !== "wordpress" && kind !== "ghost") return { compared_at: null, surplus: null };
    const { moved, ...compared } = await compareStandings(
      {
        db: this.#parts.home.db,
        source: this.#source,
        state: this.#state,
        standings: SITE_READERS[kind].standings,
        question: { ask: this.#asking.ask, key, pages },
      },
      this.#begun,
    );
    for (const status of ["canceled", "withheld"] as const) {
      const items = moved.filter(({ said }) => said === status).map(({ item }) => item);
      await this.#taking.standings(items, status);
      await this.#keepClaim();
    }
    return compared;
  }

  /** @throws StoreFault: that befalls all sources, and is no fault of this one's */
  #fail(fault: unknown): SourceAsked {
    if (fault instanceof StoreFault) throw fault;
    const { name, every } = this.#source;
    const why = fault instanceof SiteFault ? fault.why : `it breaks the code that reads it: ${describeFault(fault)}`;
    if (fault instanceof SiteFault)
      logFault("source failed", { source: name, failures: this.#state.failures + 1, why });
    else logThrown("source failed", fault, { source: name });
    const { etag, last_modified, since, compared_at, surplus } = this.#state;
    const isGone = this.#asking.status === 410;
    const pause = backoffOf(this.#state.failures, every * millisecondsInMinute);
    return {
      ...this.#stay(),
      ...{ etag, last_modified, since, compared_at, surplus },
      gone_at: isGone ? Date.now() : null,
      due_at: isGone ? null : Date.now() + Math.max(pause, this.#asking.pause * millisecondsInSecond),
      fault: why,
    };
  }

  /** What is said of the source however the round goes. */
  #stay(): Pick<SourceAsked, "moved_to" | "gone_at"> {
    return { moved_to: this.#asking.movedTo ?? null, gone_at: null };
  }

  #next(pace: number): number {
    const seconds = Math.max(this.#source.every * 60, Math.min(pace, MAX_PACE), this.#asking.pause);
    return this.#begun + seconds * millisecondsInSecond;
  }

  /** @throws where somebody else has the source by now */
  async #keepClaim(): Promise<void> {
    const until = await renewClaim(this.#parts.home.db, this.#state, Date.now());
    if (until === null) throw new Error("the round has taken so long that another one has begun");
    this.#state = { ...this.#state, claimed_until: until };
  }

  #readingParts(): SourceReadingParts {
    const { home, catalog } = this.#parts;
    const source = this.#source;
    const { key } = source;
    const as = readAs(source, catalog.site, this.#begun);
    const known = key === undefined ? undefined : home.secrets.ofSources?.[key];
    if (key !== undefined && known === undefined) throw new SiteFault(`${key} is not set: it holds the site's key`);
    return { source, state: this.#state, asking: this.#asking, as, key: known };
  }
}

/** A feed's own word is not taken for longer, however long it says that it rests. Seconds. */
const MAX_PACE = 86_400;

/** How long to wait after so many failures and one more, in milliseconds. */
export function backoffOf(failures: number, every: number): number {
  const pause = Math.min(every * 2 ** Math.min(failures, 20), Math.max(every, MAX_BACKOFF));
  return Math.round(pause * (1 + JITTER * Math.random()));
}
