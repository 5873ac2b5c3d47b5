import { quantile } from "../bench/figures.ts";
import { type Edition, FORMATS, type Format } from "./editions.ts";
import type { Seen, Sight } from "./poller.ts";

/** What a load run has seen. */
export interface Verdict {
  requests: number;
  statuses: Record<number, number>;
  editions: number;
  /**
   * Sights of three documents: of one edition, of two neighbours, further apart by no more editions than were published
   * while the three were fetched, and by more, which would be torn.
   */
  together: { same: number; neighbours: number; meanwhile: number; torn: number };
  /** How long a replaced edition was still served, in milliseconds. */
  stale: { p50: number; p99: number; most: number };
  /** From the answer to a change to a poll that shows it, where that was later. */
  change: { p50: number; p99: number; most: number };
  faults: string[];
}

/** @param savedAt by change, when its answer came; undefined for one that failed */
export function judge(seen: Seen, editions: Edition[], savedAt: (number | undefined)[]): Verdict {
  const faults = [...seen.faults];
  const known = new Map(
    editions.flatMap((edition) => FORMATS.map((format) => [edition.etags[format], edition.number])),
  );
  const edition = new Map(editions.map((one) => [one.number, one]));
  const numbersOf = ({ etags }: Sight): number[] => FORMATS.map((format) => known.get(etags[format]) ?? Number.NaN);
  const changeOf = changes(seen.sights, known, faults);
  const together = { same: 0, neighbours: 0, meanwhile: 0, torn: 0 };
  const publishedDuring = ({ askedAt, answeredAt }: Sight): number =>
    editions.filter(({ publishedAt }) => publishedAt >= askedAt && publishedAt <= answeredAt).length;
  const stale: number[] = [];
  const late: number[] = [];
  for (const sight of seen.sights) {
    const numbers = numbersOf(sight);
    const [oldest, newest] = [Math.min(...numbers), Math.max(...numbers)];
    if (Number.isNaN(oldest)) faults.push(`no edition has the tags ${JSON.stringify(sight.etags)}`);
    else if (newest - oldest <= 1) together[newest === oldest ? "same" : "neighbours"] += 1;
    else together[newest - oldest <= 1 + publishedDuring(sight) ? "meanwhile" : "torn"] += 1;
    stale.push(Math.max(0, sight.askedAt - (edition.get(oldest + 1)?.publishedAt ?? Number.POSITIVE_INFINITY)));
    const missing = savedAt[(changeOf.get(oldest) ?? Number.NaN) + 1];
    late.push(Math.max(0, sight.askedAt - (missing ?? Number.POSITIVE_INFINITY)));
  }
  return {
    requests: [...seen.statuses.values()].reduce((sum, count) => sum + count, 0),
    statuses: Object.fromEntries(seen.statuses),
    editions: editions.length,
    together,
    stale: spread(stale),
    change: spread(late),
    faults,
  };
}

/** The latest change in each edition: every format and every poller must have been told the same of it. */
function changes(sights: Sight[], known: Map<string, number>, faults: string[]): Map<number, number> {
  const found = new Map<number, number>();
  const note = (number: number, format: Format, change: number): void => {
    const other = found.get(number);
    if (other !== undefined && other !== change)
      faults.push(`edition ${number} tells of change ${other}, and in ${format} of ${change}`);
    found.set(number, change);
  };
  for (const { etags, changes } of sights) {
    for (const format of FORMATS) {
      const number = known.get(etags[format]);
      if (number !== undefined && !Number.isNaN(changes[format])) note(number, format, changes[format]);
    }
  }
  return found;
}

const spread = (values: number[]) => ({
  p50: quantile(values, 0.5),
  p99: quantile(values, 0.99),
  most: values.reduce((most, value) => Math.max(most, value), 0),
});
