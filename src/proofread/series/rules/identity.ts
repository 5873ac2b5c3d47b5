import { toRfc3339 } from "../../../article/time.ts";
import { clip } from "../../xml/forms/form.ts";
import { newestFirst } from "../changes.ts";
import { paperOf, pollAt } from "../examples.ts";
import type { FeedSnapshot, PolledEntry } from "../poll.ts";
import { betweenDocuments, type SeriesRule } from "../rule.ts";

const IDS: Pick<SeriesRule, "formats" | "element" | "section" | "url"> = {
  formats: ["atom", "rss", "rdf", "json"],
  element: "<id>, <guid>, items[].id",
  section: "RFC 4287 §4.2.6; RSS 2.0, guid; JSON Feed 1.1, items",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6",
};

/** Whether a reader knows an entry again. */
export const IDENTITY_RULES: readonly SeriesRule[] = [
  {
    ...IDS,
    name: "series/id-changed",
    severity: "error",
    says: "An entry keeps its id for ever, also when its address, its title or the software changes",
    mend: "Make the id once, when the story is first published, and store it with the story: not from its title, its address or its time.",
    readers: "They take the entry for another one, and show the story twice (FreshRSS#5151).",
    see: betweenDocuments(({ changes }) =>
      changes.renamed.map(({ before, after }) => ({
        entry: after,
        message: `its id is ${clip(after.id ?? "")}, and was ${clip(before.id ?? "")}`,
      })),
    ),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "boat", id: "tag:gazette.example,2026:boats" }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "boat", url: "https://gazette.example/boats" }])),
    ],
  },
  {
    ...IDS,
    name: "series/id-reused",
    severity: "error",
    says: "An id belongs to one entry, and no other one is ever given it",
    mend: "Give each story an id of its own: not its place in the list, and none of a story that was deleted.",
    readers:
      "They take the new story for a change of the former one: some change it where it stands, some leave it as it was.",
    see: betweenDocuments(({ changes }) =>
      changes.reused.map(({ before, after }) => ({
        entry: after,
        message: `its id was that of ${nameOf(before)}`,
      })),
    ),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat", id: "tag:gazette.example,2026:1" }])),
      pollAt("06:20", paperOf([{ name: "pier", id: "tag:gazette.example,2026:1", published: "06:15" }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }])),
      pollAt("06:20", paperOf([{ name: "pier", published: "06:15" }])),
    ],
  },
  {
    ...IDS,
    name: "series/entry-returns",
    severity: "warning",
    element: "<entry>, <item>, items[]",
    section: "RFC 5005 §1 (sliding window)",
    url: "https://www.rfc-editor.org/rfc/rfc5005#section-1",
    says: "An entry that has left the feed does not come back above those that stayed",
    mend: "Look for several servers or caches that have not the same stories, or for a story that was taken back and published again under its old id.",
    readers: "A reader that forgets the entries that have left the feed shows it once more, as unread.",
    see: betweenDocuments(({ track, poll, changes }) => {
      const back = changes.fresh.filter((entry) => track.leftAt(entry) !== undefined);
      if (back.length === 0) return undefined;
      const stayed = new Set(changes.kept.map(({ after }) => after));
      return aboveTheLast(poll.document, stayed, back).map((entry) => ({
        entry,
        message: `it had left the feed by ${toRfc3339(track.leftAt(entry) ?? 0)}, and is back`,
      }));
    }),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat" }, { name: "pier" }])),
      pollAt("06:20", paperOf([{ name: "pier" }])),
      pollAt("06:30", paperOf([{ name: "boat" }, { name: "pier" }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }, { name: "pier" }])),
      pollAt("06:20", paperOf([{ name: "ferry", published: "06:15" }, { name: "boat" }])),
      pollAt("06:30", paperOf([{ name: "boat" }, { name: "pier" }])),
    ],
  },
  {
    ...IDS,
    name: "series/order-changed",
    severity: "advice",
    element: "<entry>, <item>, items[]",
    section: "RFC 4287 §4.1.1; JSON Feed 1.1, items",
    url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1",
    says: "Entries that have not changed stay in their order",
    mend: "Sort by the date of publication and then by the id, so that entries of one date have an order, too.",
    see: betweenDocuments(({ former, changes }) => {
      const steady = changes.kept.filter(
        ({ before, after }) =>
          before.published === after.published && before.updated === after.updated && before.hash === after.hash,
      );
      const after = steady.map((one) => one.before);
      const known = new Set(after);
      const before = former.document.entries.filter((entry) => known.has(entry));
      const moved = after.findIndex((entry, index) => entry !== before[index]);
      return moved === -1
        ? undefined
        : { entry: after[moved], message: `it stands before ${nameOf(before[moved])} now, and stood behind it` };
    }),
    fails: [
      pollAt("06:10", paperOf([{ name: "boat" }, { name: "pier" }])),
      pollAt("06:20", paperOf([{ name: "pier" }, { name: "boat" }])),
    ],
    passes: [
      pollAt("06:10", paperOf([{ name: "boat" }, { name: "pier" }])),
      pollAt("06:20", paperOf([{ name: "pier", updated: "06:15" }, { name: "boat" }])),
    ],
  },
];

/** Those that stand before one that stayed: at the old end, an entry comes back when a newer one has been taken out. */
function aboveTheLast(feed: FeedSnapshot, stayed: Set<PolledEntry>, back: PolledEntry[]): PolledEntry[] {
  const entries = newestFirst(feed);
  const last = entries.findLastIndex((entry) => stayed.has(entry));
  const above = new Set(entries.slice(0, Math.max(last, 0)));
  return back.filter((entry) => above.has(entry));
}

const nameOf = (entry: PolledEntry | undefined): string => clip(entry?.title ?? entry?.url ?? entry?.id ?? "another");
