import { millisecondsInMinute } from "date-fns/constants";
import { toRfc3339 } from "../../article/time.ts";
import type { Source } from "../../feed/source.ts";
import { readFeed } from "../../import/read-feed.ts";
import { SiteFault } from "../../import/sites/site-reader.ts";
import type { ImportSource } from "../../import/source.ts";
import type { ReadItem, Skip } from "../../import/source-reading.ts";
import { IN_TRASH } from "../../import/wordpress/status.ts";
import type { SourceState } from "../store/sources.ts";
import { type Asking, freshFor } from "./asking.ts";
import { SITE_READERS } from "./site-readers.ts";

/** What was changed at a site is asked for from somewhat before the last round began: clocks differ, and saves take time. Milliseconds. */
const OVERLAP = 10 * millisecondsInMinute;

/** Feeds first: some sites answer a page to whoever takes anything. */
const ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.1";

export interface SourceReadingParts {
  source: Source;
  state: SourceState;
  asking: Asking;
  /** Of all that is read. */
  as: ImportSource;
  /** What the site asks for; undefined: nothing is known. */
  key?: string;
}

/** As much of a source as one answer brought. */
export interface SourceAnswer {
  items: ReadItem[];
  skipped: Skip[];
  /** The ids of entries that it says it has taken back. */
  deleted: string[];
}

/** What a source was read to the end with. */
export interface ReadToEnd {
  /** Everything of it was read, and not what has changed alone. */
  isWhole: boolean;
  validators: Pick<SourceState, "etag" | "last_modified">;
  since: string | null;
  /** Seconds for which it says that it need not be asked again. */
  pace: number;
}

/** @throws SiteFault where it cannot be read, or cannot be read on: what was given before stands */
export async function* readPages(parts: SourceReadingParts): AsyncGenerator<SourceAnswer, ReadToEnd> {
  const { kind } = parts.source;
  if (kind === "wordpress" || kind === "ghost") return yield* readSite(kind, parts);
  return yield* readFeedOf(parts);
}

async function* readFeedOf({ source, state, asking, as }: SourceReadingParts): AsyncGenerator<SourceAnswer, ReadToEnd> {
  const { etag, last_modified } = state;
  const answer = await asking.ask(source.url ?? "", {
    accept: ACCEPT,
    ...(etag !== null && { "if-none-match": etag }),
    ...(last_modified !== null && { "if-modified-since": last_modified }),
  });
  const pace = freshFor(answer.headers);
  if (answer.status === 304) return { isWhole: false, validators: { etag, last_modified }, since: null, pace };
  if (answer.status !== 200) throw new SiteFault(`it answered ${answer.status}`);
  const contentType = answer.headers.get("content-type") ?? undefined;
  const feed = await readFeed(answer.body, { ...as, url: answer.url, contentType });
  const { kind, items, skipped } = feed.reading;
  if (kind === "unknown") throw new SiteFault(skipped[0]?.reason ?? "it is no feed");
  yield { items, skipped, deleted: feed.deleted };
  const validators = { etag: answer.headers.get("etag"), last_modified: answer.headers.get("last-modified") };
  return { isWhole: true, validators, since: null, pace: Math.max(pace, feed.pace ?? 0) };
}

async function* readSite(
  kind: keyof typeof SITE_READERS,
  { source, state, asking, as, key }: SourceReadingParts,
): AsyncGenerator<SourceAnswer, ReadToEnd> {
  const begun = Date.now();
  const since = state.since ?? undefined;
  const { ask } = asking;
  // What is in the trash has no words any more: where it stands is found by comparing.
  for await (const { items, skipped } of SITE_READERS[kind].read(source.url ?? "", { ask, source: as, since, key }))
    yield { items: items.filter(({ withheld }) => withheld !== IN_TRASH), skipped, deleted: [] };
  const clock = Math.min(asking.clock ?? begun, begun);
  const validators = { etag: null, last_modified: null };
  return { isWhole: since === undefined, validators, since: toRfc3339(clock - OVERLAP), pace: 0 };
}
