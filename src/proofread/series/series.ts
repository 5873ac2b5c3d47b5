import { toRfc3339 } from "../../article/time.ts";
import { Collector } from "../collector.ts";
import type { Finding, Proofreading } from "../finding.ts";
import { clip } from "../xml/forms/form.ts";
import { entryChanges, entryKey } from "./changes.ts";
import { hasDocument, type PolledDocument, type PolledEntry } from "./poll.ts";
import type { DocumentStep, SeriesRule, Sight, Sights, Step } from "./rule.ts";
import { DATE_RULES } from "./rules/dates.ts";
import { IDENTITY_RULES } from "./rules/identity.ts";
import { NOISE_RULES } from "./rules/noise.ts";
import { NOT_MODIFIED_RULES } from "./rules/not-modified.ts";
import { VALIDATOR_RULES } from "./rules/validators.ts";
import { WINDOW_RULES } from "./rules/window.ts";
import { Track } from "./track.ts";

export const SERIES_RULES: readonly SeriesRule[] = [
  ...IDENTITY_RULES,
  ...DATE_RULES,
  ...VALIDATOR_RULES,
  ...NOT_MODIFIED_RULES,
  ...NOISE_RULES,
  ...WINDOW_RULES,
];

/**
 * Proofreads a document over time, poll by poll; of several URLs, which are formats of one feed, too. What it remembers is bounded,
 * however long that goes on.
 */
export class FeedSeries {
  readonly #tracks = new Map<string, Track>();
  readonly #collectors = new Map<string, Collector>();
  readonly #most: number | undefined;

  /** @param most how many findings of one rule are kept, of each URL */
  constructor(most?: number) {
    this.#most = most;
  }

  /** What was found of a URL, in the order in which it was seen, and how often each rule was broken that was broken at all. */
  of(url: string): Pick<Proofreading, "findings" | "counts"> {
    return this.#collectors.get(url) ?? new Collector();
  }

  /** The next poll, which is no earlier than the one before. @returns what is found by it, of that which is kept */
  add(poll: PolledDocument): Finding[] {
    const track = this.#tracks.get(poll.url) ?? new Track(poll.url);
    const others = [...this.#tracks.values()].filter((one) => one !== track);
    this.#tracks.set(poll.url, track);
    const collector = this.#collectors.get(poll.url) ?? new Collector(this.#most);
    this.#collectors.set(poll.url, collector);
    const step = stepTo(poll, track, others);
    const known = collector.findings.length;
    for (const rule of SERIES_RULES) {
      for (const { message, entry, at = poll.at } of sightsOf(rule.see(step)))
        collector.add(rule, () => ({ message, where: placeOf(at, entry) }));
    }
    track.take(poll, "changes" in step ? step.changes : undefined);
    return collector.findings.slice(known);
  }
}

/** What is wrong with a document over time, by polls of it in any order; of several URLs, which are formats of one feed, too. */
export function seriesFindings(polls: readonly PolledDocument[], most?: number): Finding[] {
  const series = new FeedSeries(most);
  const isOfOne = new Set(polls.map(({ url }) => url)).size === 1;
  return polls
    .toSorted((one, other) => one.at - other.at)
    .flatMap((poll) =>
      series.add(poll).map((finding) => (isOfOne ? finding : { ...finding, where: `${poll.url}, ${finding.where}` })),
    );
}

function stepTo(poll: PolledDocument, track: Track, others: Track[]): Step | DocumentStep {
  const former = track.document;
  if (!former || !hasDocument(poll)) return { poll, track, others };
  return { poll, track, others, former, changes: entryChanges(former.document, poll.document) };
}

function sightsOf(sights: Sights): Sight[] {
  if (sights === undefined) return [];
  if (typeof sights === "string") return [{ message: sights }];
  return Array.isArray(sights) ? sights : [sights];
}

/** As `poll of 2026-03-13T06:20:00Z, entry tag:gazette.example,2026:boat`. */
function placeOf(at: number, entry: PolledEntry | undefined): string {
  const poll = `poll of ${toRfc3339(at)}`;
  return entry ? `${poll}, entry ${clip(entryKey(entry))}` : poll;
}
