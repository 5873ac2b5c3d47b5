import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from "date-fns/constants";
import { counted } from "../../../article/counted.ts";
import { toRfc3339 } from "../../../article/time.ts";
import { type Changes, newestFirst } from "../changes.ts";
import { jsonPaperOf, paperOf, pollAt } from "../examples.ts";
import type { DocumentPoll, PolledEntry } from "../poll.ts";
import { betweenDocuments, type SeriesRule, type Sight, type Step } from "../rule.ts";

/** Milliseconds that one format may be behind another: as long as shared caches commonly hold a feed. */
const BEHIND = 5 * millisecondsInMinute;

const JSON_FEED = { url: "https://gazette.example/feed.json" };

/** What a feed has in it, for how long, and whether each format has. */
export const WINDOW_RULES: readonly SeriesRule[] = [
  {
    name: "series/retention",
    severity: "warning",
    formats: ["atom", "rss", "rdf", "json"],
    element: "<entry>, <item>, items[]",
    section: "RFC 5005 §1 (sliding window), §4",
    url: "https://www.rfc-editor.org/rfc/rfc5005#section-1",
    says: "An entry stays in the feed for a day at least after it was published",
    mend: "Give the feed as many entries as are published in two days, make feeds by section beside it, or link an archive (prev-archive).",
    readers: "Many poll once in an hour or seldomer, some once a day: what came and went in between they never show.",
    see: betweenDocuments(({ former, poll, changes }) => {
      const short = pushedOut(former, poll, changes).filter(
        ({ published = 0 }) => poll.at - published < millisecondsInDay,
      );
      const [first] = short.toSorted((one, other) => (other.published ?? 0) - (one.published ?? 0));
      if (!first) return undefined;
      const hours = Math.max(1, Math.round((poll.at - (first.published ?? 0)) / millisecondsInHour));
      const many = short.length === 1 ? "" : `, and ${short.length - 1} more that were no day old`;
      return {
        entry: first,
        message: `newer entries pushed it out of the feed ${counted(hours, "hour")} after it was published${many}`,
      };
    }),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat" }, { name: "quay", published: "02:00" }])),
      pollAt("06:20", paperOf([{ name: "pier", published: "06:15" }, { name: "boat" }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }, { name: "quay", published: "2026-03-11T06:00:00Z" }])),
      pollAt("06:20", paperOf([{ name: "pier", published: "06:15" }, { name: "boat" }])),
    ],
  },
  {
    name: "series/formats-late",
    severity: "warning",
    formats: ["atom", "rss", "rdf", "json"],
    element: "<entry>, <item>, items[]",
    section: "RFC 4287 §4.2.7.2 (alternate)",
    url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2",
    says: "All formats of a feed have a new entry at about the same time",
    mend: "Publish all formats at once, and let caches hold them equally long, or purge them together.",
    readers: "Who reads by the late format has the news later, or never where it has left the other by then.",
    see: lateFormats,
    fails: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:10", jsonPaperOf(["boat"]), JSON_FEED),
      pollAt("06:20", paperOf([{ name: "pier", published: "06:15" }, { name: "boat" }])),
      pollAt("06:30", 304),
      pollAt("06:30", jsonPaperOf(["boat"]), JSON_FEED),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:10", jsonPaperOf(["boat"]), JSON_FEED),
      pollAt("06:20", paperOf([{ name: "pier", published: "06:15" }, { name: "boat" }])),
      pollAt("06:30", 304),
      pollAt("06:30", jsonPaperOf(["pier", "boat"]), JSON_FEED),
    ],
  },
  {
    name: "series/answers",
    severity: "warning",
    formats: ["http"],
    element: "200 OK",
    section: "RFC 9110 §15.3, §15.6",
    url: "https://www.rfc-editor.org/rfc/rfc9110#section-15.6",
    says: "A feed that is there is there at each poll",
    mend: "Look at the server's log for that time; serve the last document that was good where a new one cannot be made.",
    see: ({ poll: { failure } }) => failure,
    fails: [pollAt("06:10", "", { status: 502, failure: "502" })],
    passes: [pollAt("06:10", paperOf([{ name: "boat" }]))],
  },
];

/** Entries that newer ones took the place of: they stood at the old end, and the feed is no shorter. */
function pushedOut(former: DocumentPoll, poll: DocumentPoll, changes: Changes): PolledEntry[] {
  if (poll.document.entries.length < former.document.entries.length) return [];
  const gone = new Set(changes.gone);
  const entries = newestFirst(former.document);
  const end = entries.findLastIndex((entry) => !gone.has(entry)) + 1;
  const newest = changes.fresh.reduce((latest, { published = 0 }) => Math.max(latest, published), 0);
  return entries
    .slice(end)
    .filter(({ published }) => published !== undefined && published <= former.at && published < newest);
}

/** Entries that another format has had for a while, and this one has not, though it goes back further: each is told once. */
function lateFormats({ poll, track, others }: Step): Sight[] {
  const feed = poll.document ?? (poll.status === 304 ? track.document?.document : undefined);
  if (!feed) return [];
  const ids = new Set(feed.entries.map(({ id }) => id));
  return others.flatMap((other) => {
    const theirs = other.document?.document;
    if (!theirs || theirs.format === feed.format || other.last?.failure !== undefined) return [];
    const shared = theirs.entries.filter(({ id }) => id !== undefined && ids.has(id)).length;
    // Somebody else's feed may carry some of the stories.
    if (2 * shared < Math.min(ids.size, theirs.entries.length)) return [];
    const until = Math.min(poll.at, other.last?.at ?? 0);
    const entries = newestFirst(theirs);
    const lastShared = entries.findLastIndex(({ id }) => id !== undefined && ids.has(id));
    return entries.slice(0, Math.max(0, lastShared)).flatMap((entry): Sight[] => {
      const since = Math.max(other.seenSince(entry) ?? until, track.leftAt(entry) ?? 0);
      if (entry.id === undefined || ids.has(entry.id) || until - since < BEHIND) return [];
      if (!track.isFirst(`${entry.id} ${other.url}`)) return [];
      return [
        { entry, message: `it is not here, and ${other.url} has it: both were so at ${toRfc3339(since)} already` },
      ];
    });
  });
}
