import { MAX_CELLS, Tally } from "../../audience/count-polls.ts";
import { dayOf } from "../../audience/days.ts";
import { Pollers } from "../../audience/pollers.ts";
import { parseUserAgent } from "../../audience/user-agent.ts";
import { elapsed, LONG_AGO } from "../elapsed.ts";
import type { Database } from "../home.ts";
import { logFault, logThrown } from "../log.ts";
import type { AnsweredPoll } from "../poll/account.ts";
import { type Batch, saveBatch } from "../store/audience.ts";
import { remember } from "./remember.ts";

/**
 * How long counts stand in memory before a poll takes them to the store. An instance that ends loses as much.
 * Milliseconds.
 */
export const FLUSH_INTERVAL = 60_000;

/** So many cells are flushed before their time: it is far more than what real readers make in a minute. */
export const FLUSH_CELLS = MAX_CELLS / 2;

/**
 * A flush that takes longer was cut off with its request (`waitUntil` has 30 seconds), and another may begin.
 * Milliseconds.
 */
const FLUSH_PATIENCE = 40_000;

/** User-Agents whose reading an instance keeps, at some 200 bytes each. */
const MAX_REMEMBERED = 1_000;

/** A poll and its answer, as far as counts need them. */
type CountedPoll = Pick<AnsweredPoll, "request" | "feed" | "format" | "status"> &
  Partial<Pick<AnsweredPoll, "sent" | "whole">>;

/**
 * An instance's counts of polls. Counting is arithmetic in memory; every `FLUSH_INTERVAL` at most, one batch goes to the
 * store, after an answer.
 */
export class Counts {
  readonly #agentOf = remember(MAX_REMEMBERED, parseUserAgent);
  #pollers: Pollers | undefined;
  #tally = new Tally();
  /** How many polls the tally had no room for. */
  #dropped = 0;
  /** When the oldest count in the tally was made, as `elapsed` has it. */
  #since = LONG_AGO;
  /**
   * A batch that may be stored or not. So it must not change: what is counted since waits in the tally for the next
   * one.
   */
  #batch: Batch | undefined;
  #flushingSince = LONG_AGO;
  /** Until then no poll need ask for a flush: one failed a moment ago. As `elapsed` has it. */
  #notBefore = LONG_AGO;

  /**
   * Counts a poll. An answer to HEAD has sent no bytes, and saved none.
   *
   * @param address the client's; null: it is not known whether it comes too soon
   */
  add({ request, feed, format, status, sent = 0, whole = 0 }: CountedPoll, address: string | null): void {
    if (this.#tally.size === 0) this.#since = elapsed();
    const now = Date.now();
    const agent = this.#agentOf(request.headers.get("user-agent") ?? "");
    const unconditional = status === 200 && !isConditional(request.headers);
    const answer = { feed, format, status, sent: 0, saved: 0, unconditional, soon: false };
    if (request.method === "GET") {
      answer.sent = sent;
      answer.saved = Math.max(0, whole - sent);
    }
    // Who was sent elsewhere, or told to try again, comes back soon with good reason.
    if (address !== null && (status === 200 || status === 304 || status === 226))
      answer.soon = this.#known().isSoon({ address, mark: agent.mark, feed, format }, now);
    if (!this.#tally.add(agent, answer, now)) this.#dropped += 1;
  }

  /** Made with the first poll: on Cloudflare nothing is left to chance before the first request. */
  #known(): Pollers {
    this.#pollers ??= new Pollers(crypto.getRandomValues(new Int32Array(1))[0] ?? 0);
    return this.#pollers;
  }

  /** Whether it is time for `flush`. */
  isDue(): boolean {
    const now = elapsed();
    if (now < this.#notBefore || (this.#tally.size === 0 && !this.#batch)) return false;
    return now - this.#since >= FLUSH_INTERVAL || this.#tally.size >= FLUSH_CELLS || this.#batch !== undefined;
  }

  /**
   * Stores all that is counted. What cannot be stored now is kept, and goes first the next time. Race: a flush we gave up on may
   * still finish beside the next. Both send the same batch, which the store takes once; whoever stored it drops it, and no
   * other is made while one waits.
   */
  async flush(db: Database): Promise<void> {
    const now = elapsed();
    if (now - this.#flushingSince < FLUSH_PATIENCE) return;
    this.#flushingSince = now;
    this.#notBefore = now + FLUSH_INTERVAL;
    try {
      if (this.#batch) await this.#store(db, this.#batch);
      if (!this.#batch && this.#tally.size > 0) await this.#store(db, this.#seal(Date.now()));
      this.#notBefore = LONG_AGO;
    } catch (error) {
      logThrown("audience not stored", error);
    } finally {
      this.#flushingSince = LONG_AGO;
    }
  }

  async #store(db: Database, batch: Batch): Promise<void> {
    await saveBatch(db, batch);
    if (this.#batch === batch) this.#batch = undefined;
  }

  #seal(now: number): Batch {
    const tally = this.#tally;
    this.#tally = new Tally();
    if (this.#dropped > 0) logFault("audience not counted", { polls: this.#dropped });
    this.#dropped = 0;
    this.#batch = { day: dayOf(now), id: crypto.randomUUID(), counts: tally.counts(), reports: tally.reports() };
    return this.#batch;
  }
}

/** Whether a poll names what it has (RFC 9110 §13.1.2, §13.1.3). */
const isConditional = (headers: CountedPoll["request"]["headers"]): boolean =>
  headers.has("if-none-match") || headers.has("if-modified-since");
