import { describe, expect, it } from "vitest";
import { type DeskDay, type Need, type NeedKind, needsOf } from "../../../../src/service/desk/today/needs.ts";
import { discrepancyOf, HOUR, NOW } from "../fixtures.ts";

const QUIET: DeskDay = {
  heldBack: [],
  stale: [],
  stillShown: [],
  alerts: [],
  embargoes: [],
  expiries: [],
  untold: null,
  failing: null,
  sources: [],
  webhooks: [],
  drafts: [],
  handedBack: [],
  stored: [],
  purges: null,
  takenAddress: null,
};
const at = NOW - HOUR;
const story = { id: "2026/a b", title: "Votes now" };
const storyPath = "/articles/2026%2Fa%20b";
const heldBack = { title: "Politics", slug: "politics", page: null, since: at, first: discrepancyOf() };
const alert = { partner: "Harbour Radio", title: "For radio", slug: "radio/tag/x", since: at };
const ahead = { ...story, at: NOW + HOUR, feeds: ["Politics"] };
const webhook = { id: "ab12", description: "Our CMS", gone: false, since: at };
const source = { name: "old cms", ended: false, fault: "HTTP 500", failures: 3, since: at };

type Line = [what: string, act: [label: string, to: string] | null];
const line = ({ what, act }: Need): Line => [what, act && [act.label, act.to]];

const behind = { count: 12, hosts: 3, host: "a.example", since: at };

const LINES: [name: string, kind: NeedKind, day: Partial<DeskDay>, line: Line][] = [
  [
    "an edition that is held back for a story",
    "refused",
    { heldBack: [{ ...heldBack, story }] },
    [
      "Politics is held back: the title of “Votes now” does not come back from RSS as it is stored",
      ["Look at the story", storyPath],
    ],
  ],
  [
    "an edition that is held back for itself",
    "refused",
    { heldBack: [{ ...heldBack, first: discrepancyOf({ entry: undefined, field: "icon", format: "json" }) }] },
    [
      "Politics is held back: its icon does not come back from JSON Feed as it is stored",
      ["See what was read", "/feeds#refused-politics"],
    ],
  ],
  [
    "a page of an archive that is held back",
    "refused",
    { heldBack: [{ ...heldBack, page: 3, since: null, story }] },
    [
      "Page 3 of the archive of Politics is held back: the title of “Votes now” does not come back from RSS as it is stored",
      ["Look at the story", storyPath],
    ],
  ],
  [
    "subscribers of one host that have not taken a retraction",
    "untold",
    { untold: { ...behind, count: 1, hosts: 1 } },
    ["1 subscriber at a.example has not taken that a story was taken back", ["See who", "/subscribers?host=a.example"]],
  ],
  [
    "subscribers that fail",
    "subscribers",
    { failing: behind },
    ["12 subscribers at 3 hosts do not take what is published", ["See why", "/subscribers?state=failing"]],
  ],
  [
    "a feed that nobody publishes",
    "stale",
    { stale: [{ title: "Politics", since: at }] },
    ["Politics is stale: readers see an edition from before the last changes", ["See the feeds", "/feeds"]],
  ],
  [
    "a story that was taken back and is still there",
    "still-shown",
    { stillShown: [{ ...story, since: at }] },
    ["“Votes now” was taken back, and is in a feed still", ["See where", storyPath]],
  ],
  [
    "a retraction that a partner does not have",
    "not-picked-up",
    { alerts: [{ ...alert, kind: "retraction", story }] },
    ["Harbour Radio has not picked up that “Votes now” was taken back", ["See who has it", storyPath]],
  ],
  [
    "a retraction of what is not stored any more",
    "not-picked-up",
    { alerts: [{ ...alert, kind: "retraction" }] },
    ["Harbour Radio has not picked up that a story was taken back", ["See its feed", "/partners/feeds/radio/tag/x"]],
  ],
  [
    "a silent partner",
    "silent",
    { alerts: [{ ...alert, kind: "silent" }] },
    ["Harbour Radio has stopped polling For radio", ["See its feed", "/partners/feeds/radio/tag/x"]],
  ],
  [
    "purges that were refused",
    "purges",
    { purges: { refused: 1, at, copiesEnd: 13_000 } },
    [
      "The edge has refused 1 purge: its copies end by their age, within 13 seconds",
      ["See the purges", "/feeds#purges"],
    ],
  ],
  [
    "an embargo of today",
    "embargo",
    { embargoes: [ahead] },
    ["“Votes now” comes out, in Politics", ["Look it over", storyPath]],
  ],
  [
    "an expiry of today",
    "expiry",
    { expiries: [{ ...ahead, feeds: ["Politics", "Sport"] }] },
    ["“Votes now” goes out of sight, in 2 feeds", ["Look at it", storyPath]],
  ],
  [
    "a source that fails",
    "source",
    { sources: [source] },
    ["The source old cms fails, 3 times in a row: HTTP 500", ["See the source", "/sources/old%20cms"]],
  ],
  [
    "a webhook that takes nothing",
    "webhook",
    { webhooks: [webhook] },
    ["The webhook Our CMS takes nothing of what it is told", ["See why", "/webhooks/ab12"]],
  ],
  [
    "a webhook that is gone",
    "webhook",
    { webhooks: [{ ...webhook, gone: true }] },
    ["The webhook Our CMS answered that it is gone, and is told nothing more", ["See why", "/webhooks/ab12"]],
  ],
  [
    "a source that has ended",
    "source",
    { sources: [{ ...source, ended: true }] },
    [
      "The source old cms says that it is gone for good, and is asked no more",
      ["See the source", "/sources/old%20cms"],
    ],
  ],
  [
    "a draft that waits",
    "draft",
    { drafts: [{ id: "d1", title: "", author: "Ada Quill", since: at }] },
    ["“Without a title” by Ada Quill waits to be read", ["Read it", "/drafts/d1"]],
  ],
  [
    "a draft that was handed back",
    "handed-back",
    { handedBack: [{ id: "d1", title: "Rain", note: "Who says so?", since: at }] },
    ["“Rain” was handed back to you: Who says so?", ["Go on with it", "/drafts/d1"]],
  ],
  [
    "an article that is stored as a draft",
    "stored",
    { stored: [{ ...story, since: at }] },
    ["“Votes now” is stored as a draft, and nobody has published it", ["Go on with it", `${storyPath}/edit`]],
  ],
  [
    "an embargo of a story that no single feed has",
    "embargo",
    { embargoes: [{ ...ahead, feeds: [] }] },
    ["“Votes now” comes out", ["Look it over", storyPath]],
  ],
  [
    "an address that was taken",
    "address",
    { takenAddress: "https://feeds.example" },
    [
      "Readers reach this service at https://feeds.example: somebody signed in there first. BASE_URL names another address",
      null,
    ],
  ],
];

describe("what needs a person", () => {
  it("is nothing on a quiet day", () => expect(needsOf(QUIET)).toEqual([]));

  it.each(LINES)("is %s", (_, kind, day, expected) => {
    const needs = needsOf({ ...QUIET, ...day });
    expect(needs.map(line)).toEqual([expected]);
    expect(needs[0]?.kind).toBe(kind);
  });

  it("is told the worst first, and of one kind what has waited longest", () => {
    const day: DeskDay = {
      heldBack: [
        { ...heldBack, title: "B" },
        { ...heldBack, title: "A", since: at - HOUR },
      ],
      stale: [{ title: "Politics", since: at - 9 * HOUR }],
      stillShown: [{ ...story, since: at }],
      alerts: [
        { ...alert, kind: "silent" },
        { ...alert, kind: "retraction" },
      ],
      embargoes: [ahead],
      expiries: [ahead],
      untold: behind,
      failing: behind,
      sources: [source],
      webhooks: [webhook],
      drafts: [{ id: "d", title: "D", author: "A", since: at }],
      handedBack: [{ id: "d", title: "D", note: "N", since: at }],
      stored: [{ ...story, since: at }],
      purges: { refused: 2, at, copiesEnd: 13_000 },
      takenAddress: "https://feeds.example",
    };
    const needs = needsOf(day);
    expect(needs.map(({ kind, weight }) => `${kind} ${weight}`)).toEqual([
      "refused wrong",
      "refused wrong",
      "stale wrong",
      "still-shown wrong",
      "not-picked-up wrong",
      "untold wrong",
      "silent wrong",
      "purges wrong",
      "embargo soon",
      "expiry soon",
      "source wrong",
      "webhook wrong",
      "subscribers waits",
      "handed-back waits",
      "draft waits",
      "stored waits",
      "address waits",
    ]);
    expect(needs.slice(0, 2).map(({ what }) => what[0])).toEqual(["A", "B"]);
  });

  it("of one kind takes five lines at most, the last of which leads to the others", () => {
    const stale = Array.from({ length: 6 }, (_, n) => ({ title: `Feed ${n}`, since: at + n }));
    expect(needsOf({ ...QUIET, stale: stale.slice(0, 5) })).toHaveLength(5);
    const needs = needsOf({ ...QUIET, stale });
    expect(needs).toHaveLength(5);
    expect(needs.at(-1)).toEqual({
      kind: "stale",
      weight: "wrong",
      what: "More feeds are stale",
      at: at + 4,
      act: { label: "See them all", to: "/feeds" },
    });
  });
});
