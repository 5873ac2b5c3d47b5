import { millisecondsInDay } from "date-fns/constants";
import { type Count, noSums, type Report } from "./count-record.ts";
import { dayOf } from "./days.ts";
import type { Agent } from "./user-agent.ts";

/**
 * What a tally holds at most: 430 bytes a cell where names are long, and one bound value of D1 (2 MB) takes them all. An ordinary day has a
 * cell for each document and product.
 */
export const MAX_CELLS = 4_000;

/** Reports that one cell holds. An aggregator knows a document by one id, or by a few: more are made up. */
export const MAX_SOURCES = 20;

/** Reports that a tally holds in all cells, 170 bytes each: one bound value of D1 (2 MB) takes them all. */
export const MAX_REPORTS = 5_000;

/** A poll's answer: status, bytes sent, and bytes that a 304 or a delta saved. */
export interface CountedAnswer {
  feed: string;
  format: string;
  status: number;
  sent: number;
  saved: number;
  /** Whether it is the whole document, for a poll that named nothing it has. */
  unconditional: boolean;
  /** Whether the poller had come less than a minute before. */
  soon: boolean;
}

interface Cell extends Count {
  reports?: Map<string, Report>;
}

/** Counts polls in cells. A poll that falls into a cell already there costs no memory. */
export class Tally {
  readonly #cells: Cell[] = [];
  /** Today's cells by feed, format and product. */
  readonly #today = new Map<string, Map<string, Map<string, Cell>>>();
  #reports = 0;
  #dayNumber = -1;
  #day = "";

  get size(): number {
    return this.#cells.length;
  }

  /** @returns false where a new cell would be one too many: the poll is not counted */
  add(agent: Agent, answer: CountedAnswer, now: number): boolean {
    const cell = this.#find(agent, answer, now);
    if (!cell) return false;
    if (answer.status === 200) cell.polls_200 += 1;
    else if (answer.status === 304) cell.polls_304 += 1;
    else if (answer.status === 226) cell.polls_226 += 1;
    else cell.polls_other += 1;
    cell.bytes_sent += answer.sent;
    cell.bytes_saved += answer.saved;
    if (answer.unconditional) {
      cell.polls_unconditional += 1;
      cell.bytes_unconditional += answer.sent;
    }
    if (answer.soon) cell.polls_soon += 1;
    if (agent.subscribers !== undefined) this.#report(cell, agent.source, agent.subscribers, now);
    return true;
  }

  counts(): Count[] {
    return this.#cells.map(({ reports: _, ...count }) => count);
  }

  reports(): Report[] {
    return this.#cells.flatMap(({ reports }) => [...(reports?.values() ?? [])]);
  }

  /** Of several reports from one source on a day the latest counts: not the greatest, and not their sum. */
  #report(cell: Cell, source: string, subscribers: number, now: number): void {
    cell.reports ??= new Map();
    const known = cell.reports.get(source);
    if (known) {
      if (now >= known.reported_at) known.subscribers = subscribers;
      known.reported_at = Math.max(known.reported_at, now);
    } else if (cell.reports.size < MAX_SOURCES && this.#reports < MAX_REPORTS) {
      const { day, feed, format, product } = cell;
      cell.reports.set(source, { day, feed, format, product, source, subscribers, reported_at: now });
      this.#reports += 1;
    }
  }

  #find({ product }: Agent, { feed, format }: CountedAnswer, now: number): Cell | undefined {
    const dayNumber = Math.floor(now / millisecondsInDay);
    if (dayNumber !== this.#dayNumber) {
      this.#today.clear();
      this.#dayNumber = dayNumber;
      this.#day = dayOf(now);
    }
    const known = this.#today.get(feed)?.get(format)?.get(product.name);
    if (known || this.size >= MAX_CELLS) return known;
    const cell = { day: this.#day, feed, format, product: product.name, ...noSums() };
    this.#cells.push(cell);
    at(at(this.#today, feed), format).set(product.name, cell);
    return cell;
  }
}

function at<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const inner = map.get(key) ?? new Map<L, V>();
  map.set(key, inner);
  return inner;
}
