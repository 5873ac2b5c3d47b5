import { millisecondsInMinute } from "date-fns/constants";
import { toRfc3339 } from "../../../article/time.ts";
import { paperOf, pollAt } from "../examples.ts";
import type { PolledEntry } from "../poll.ts";
import { betweenDocuments, isDocumentStep, type SeriesRule, type Sight, type Step } from "../rule.ts";

/** Milliseconds that a clock may be ahead of another one: the W3C's validator allows them, too. */
const CLOCKS = 10 * millisecondsInMinute;

const UPDATED: Pick<SeriesRule, "formats" | "element" | "section" | "url"> = {
  formats: ["atom", "rss", "json"],
  element: "<updated>, <atom:updated>, items[].date_modified",
  section: "RFC 4287 §4.2.15; JSON Feed 1.1, date_modified",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.15",
};

const PUBLISHED: typeof UPDATED = {
  formats: ["atom", "rss", "rdf", "json"],
  element: "<published>, <pubDate>, items[].date_published",
  section: "RFC 4287 §4.2.9; RSS 2.0, pubDate; JSON Feed 1.1, date_published",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.9",
};

/** What dates do from poll to poll. */
export const DATE_RULES: readonly SeriesRule[] = [
  {
    ...UPDATED,
    name: "series/updated-without-change",
    severity: "warning",
    says: "The time of an entry's update moves when something in it has changed, and only then",
    mend: "Set it when an editor changes the story: not when it is saved as it was, built, imported or served.",
    readers:
      "Those that go by the date show the entry as new or on top again, and what their users find there is what they have read.",
    see: betweenDocuments(({ changes }) =>
      changes.kept
        .filter(({ before, after }) => isLater(after.updated, before.updated) && after.markup === before.markup)
        .map(({ before, after }) => ({
          entry: after,
          message: `its update moved from ${when(before.updated)} to ${when(after.updated)}, and nothing else in it has changed`,
        })),
    ),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "boat", updated: "06:15" }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "boat", updated: "06:15", text: "She came back." }])),
    ],
  },
  {
    ...UPDATED,
    name: "series/change-without-updated",
    severity: "advice",
    says: "The time of an entry's update moves when what people read of it has changed in a way that matters",
    mend: "Move it with each correction that readers should see; leave it where a comma was mended.",
    see: betweenDocuments(({ changes }) =>
      changes.kept
        .filter(
          ({ before, after }) =>
            after.updated !== undefined && after.updated === before.updated && after.hash !== before.hash,
        )
        .map(({ before, after }) => ({
          entry: after,
          message: `its ${before.title === after.title ? "text" : "title"} has changed, and its update is still ${when(after.updated)}`,
        })),
    ),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "boat", text: "She sank." }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "boat", text: "She sank.", updated: "06:15" }])),
    ],
  },
  {
    ...UPDATED,
    name: "series/updated-backwards",
    severity: "warning",
    says: "The time of an entry's update never goes back",
    mend: "Look for several servers or caches that have not the same version, and take the time from the stored story.",
    see: betweenDocuments(({ changes }) =>
      changes.kept
        .filter(({ before, after }) => isLater(before.updated, after.updated))
        .map(({ before, after }) => ({
          entry: after,
          message: `its update went back from ${when(before.updated)} to ${when(after.updated)}`,
        })),
    ),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat", updated: "06:05" }])),
      pollAt("06:20", paperOf([{ name: "boat", updated: "06:04" }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat", updated: "06:05" }])),
      pollAt("06:20", paperOf([{ name: "boat", updated: "06:15", text: "She came back." }])),
    ],
  },
  {
    ...PUBLISHED,
    name: "series/published-changed",
    severity: "warning",
    says: "The time of an entry's publication stays what it was: a later change has a time of its own",
    mend: "Store the time of the first publication, and give later ones as <updated>, <atom:updated> or date_modified.",
    readers: "Most sort by it: the story jumps to another place, or comes on top again.",
    see: betweenDocuments(({ former, changes }) =>
      changes.kept
        // A time that was still to come was a plan.
        .filter(({ before, after }) => after.published !== before.published && isOver(before.published, former.at))
        .filter(({ after }) => after.published !== undefined)
        .map(({ before, after }) => ({
          entry: after,
          message: `its publication was ${when(before.published)}, and is ${when(after.published)}`,
        })),
    ),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "boat", published: "06:15" }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "boat", updated: "06:15", text: "She came back." }])),
    ],
  },
  {
    ...PUBLISHED,
    name: "series/date-in-future",
    severity: "warning",
    element: "<published>, <updated>, <pubDate>, items[].date_published, items[].date_modified",
    says: "The dates of an entry that is served have come",
    mend: "Serve a story when its time has come; set the server's clock, and write local times with their own zone, not with GMT.",
    readers:
      "Most sort by it, so that the entry stays above all newer ones until then (RSS 2.0 lets them hold it back, which few do).",
    see: newlyDated,
    fails: [pollAt("06:10", paperOf([{ name: "boat", published: "08:00" }]))],
    passes: [pollAt("06:10", paperOf([{ name: "boat", published: "06:05" }]))],
  },
];

/** Dates to come, of entries that are new or whose dates have moved: once each. */
function newlyDated(step: Step): Sight[] {
  const { poll } = step;
  const former = new Map(isDocumentStep(step) ? step.changes.kept.map(({ before, after }) => [after, before]) : []);
  return (poll.document?.entries ?? []).flatMap((entry) =>
    (["published", "updated"] as const).flatMap((date): Sight[] => {
      const time = entry[date];
      if (time === undefined || time <= poll.at + CLOCKS || former.get(entry)?.[date] === time) return [];
      // Both dates of a story are mostly one.
      if (date === "updated" && time === entry.published) return [];
      return [{ entry, message: `its ${NAMES[date]} is ${when(time)}, which is still to come` }];
    }),
  );
}

const NAMES = { published: "publication", updated: "update" };

const isLater = (one: PolledEntry["updated"], other: PolledEntry["updated"]): boolean =>
  one !== undefined && other !== undefined && one > other;

const isOver = (time: number | undefined, at: number): boolean => time !== undefined && time <= at + CLOCKS;

const when = (time: number | undefined): string => (time === undefined ? "absent" : toRfc3339(time));
