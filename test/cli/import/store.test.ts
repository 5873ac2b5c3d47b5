import { describe, expect, it } from "vitest";
import { judgeOnly, type StoredItems, storeIn } from "../../../src/cli/import/store.ts";
import type { LineAnswer } from "../../../src/cli/service.ts";
import type { ReadItem } from "../../../src/import/source-reading.ts";

const item = (id: number | string, article: Record<string, unknown> = {}): ReadItem => ({
  where: `item ${id}`,
  article: {
    id: `a-${id}`,
    url: `https://gazette.example/${id}`,
    title: "Ferries sail",
    content_html: "<p>They sail.</p>",
    published_at: "2026-03-03T00:00:00Z",
    ...article,
  },
  notes: [],
});

/** JSON can read it, and cannot write it. */
const DEEP: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
const TOO_DEEP = expect.stringMatching(/RangeError: Maximum call stack size exceeded$/);

const items = (count: number, article?: Record<string, unknown>): ReadItem[] =>
  Array.from({ length: count }, (_, index) => item(index + 1, article));

/** Stores in a service that answers each request as it is told, or else has created all. */
async function store(read: ReadItem[], answer?: (lines: number) => LineAnswer[]) {
  const sent: string[] = [];
  const progress: [number, number][] = [];
  const service = {
    store: async (ndjson: string) => {
      sent.push(ndjson);
      const lines = ndjson.split("\n").length;
      return answer?.(lines) ?? Array.from({ length: lines }, (_, index) => ({ line: index + 1, status: "created" }));
    },
  };
  const result = await storeIn(service)(read, (done, of) => void progress.push([done, of]));
  return { sent, progress, result };
}

describe("storeIn", () => {
  it("sends each article as a line of JSON, in order", async () => {
    const { sent, result } = await store([item(1), item(2, { title: "Two\nlines" })]);
    expect(sent.map((text) => text.split("\n").map((line) => JSON.parse(line)))).toEqual([
      [item(1).article, item(2, { title: "Two\nlines" }).article],
    ]);
    expect(result).toEqual({ stored: 2, unchanged: 0, skipped: [], notes: [] });
  });

  it("notes how many have a URL that another article has", async () => {
    const notices = [{ path: "/url", detail: "the article a-1 has this URL, too: feeds show both" }];
    const { result } = await store(items(1), () => [{ line: 1, status: "created", notices }]);
    expect(result.notes).toEqual(["another article has its URL, too: feeds show both"]);
  });

  it("asks nothing of the service where there is nothing to store", async () =>
    expect(await store([])).toEqual({
      sent: [],
      progress: [],
      result: { stored: 0, unchanged: 0, skipped: [], notes: [] },
    }));

  it("skips an article that is nested too deep to be written, and sends the others", async () => {
    const { result } = await store([item(1), item(2, { credit: DEEP }), item(3)]);
    expect(result).toMatchObject({ stored: 2, skipped: [{ where: "item 2", reason: TOO_DEEP }] });
  });

  it("sends a hundred lines at a time, and tells how far it is", async () => {
    const { sent, progress, result } = await store(items(201));
    expect(sent.map((text) => text.split("\n").length)).toEqual([100, 100, 1]);
    expect(progress).toEqual([
      [100, 201],
      [200, 201],
      [201, 201],
    ]);
    expect(result.stored).toBe(201);
  });

  it("sends no more than eight megabytes at a time, unless a single article has more", async () => {
    const long = { content_html: "é".repeat(1_500_000) };
    const { sent } = await store([...items(5, long), item("huge", { content_html: "x".repeat(9_000_000) }), item(7)]);
    expect(sent.map((text) => text.split("\n").length)).toEqual([2, 2, 1, 1, 1]);
  });

  it.each<[string, Omit<LineAnswer, "line">, Partial<StoredItems>]>([
    ["created", { status: "created" }, { stored: 1 }],
    ["changed", { status: "changed" }, { stored: 1 }],
    ["unchanged", { status: "unchanged" }, { unchanged: 1 }],
    [
      "refused, with the path of each problem",
      {
        status: "refused",
        problems: [
          { path: "/url", detail: "is no URL" },
          { path: "", detail: "has an unknown field" },
        ],
      },
      { skipped: [{ where: "item 1", reason: "/url is no URL; the article has an unknown field" }] },
    ],
    [
      "failed, with the service's words",
      { status: "failed", detail: "The store did not answer; send the line again." },
      { skipped: [{ where: "item 1", reason: "The store did not answer; send the line again." }] },
    ],
    ["of a kind that is new to us", { status: "queued" }, { skipped: [{ where: "item 1", reason: "queued" }] }],
    [
      "refused, with problems that are none",
      { status: "refused", problems: "many", detail: 7 },
      { skipped: [{ where: "item 1", reason: "refused" }] },
    ],
  ])("counts a line that was %s", async (_, answer, counted) =>
    expect((await store([item(1)], () => [{ line: 1, ...answer }])).result).toEqual({
      stored: 0,
      unchanged: 0,
      skipped: [],
      notes: [],
      ...counted,
    }),
  );

  it("notes what cleaning took out, also of an article that has not changed", async () => {
    const removed = [
      { path: "/content_html", what: "<script>" },
      { path: "/content_html", what: "onclick of <a>" },
    ];
    const { result } = await store(items(2), () => [
      { line: 1, status: "created", removed },
      { line: 2, status: "unchanged", removed: removed.slice(0, 1) },
    ]);
    expect(result.notes).toEqual([
      "cleaning took out <script>",
      "cleaning took out onclick of <a>",
      "cleaning took out <script>",
    ]);
  });

  it("gives each item the answer of its own line, in whatever order they come", async () => {
    const { result } = await store(items(3), () => [
      { line: 3, status: "unchanged" },
      { line: 1, status: "refused", detail: "one" },
      { line: 2, status: "created" },
    ]);
    expect(result).toEqual({ stored: 1, unchanged: 1, skipped: [{ where: "item 1", reason: "one" }], notes: [] });
  });

  it("does not take an item for stored that the service did not answer for", async () => {
    const { result } = await store(items(2), () => [{ line: 2, status: "created" }]);
    expect(result).toEqual({
      stored: 1,
      unchanged: 0,
      skipped: [{ where: "item 1", reason: "the worker did not answer for it" }],
      notes: [],
    });
  });

  it("ends where the service ends", async () => {
    const gone = { store: () => Promise.reject(new Error("gone")) };
    await expect(storeIn(gone)(items(1), () => {})).rejects.toThrow("gone");
  });
});

describe("judgeOnly", () => {
  const judge = (read: ReadItem[]) => judgeOnly(read, () => {});

  it("says what would be stored, and what would not be, and why", async () =>
    expect(await judge([item(1), item(2, { url: "nowhere" }), item(3, { bogus: 1 })])).toEqual({
      stored: 1,
      unchanged: 0,
      skipped: [
        { where: "item 2", reason: expect.stringMatching(/^\/url /) },
        { where: "item 3", reason: expect.stringMatching(/^\/bogus /) },
      ],
      notes: [],
    }));

  it("names an article that is nested too deep to be judged, and judges the others", async () =>
    expect(await judge([item(1), item(2, { credit: DEEP }), item(3)])).toMatchObject({
      stored: 2,
      skipped: [{ where: "item 2", reason: TOO_DEEP }],
    }));

  it("notes what cleaning would take out", async () =>
    expect((await judge([item(1, { content_html: "<p>a</p><script>b</script>" })])).notes).toEqual([
      expect.stringMatching(/^cleaning took out .*script/),
    ]));

  it("judges what JSON would carry: an undefined field is no unknown one", async () =>
    expect(await judge([item(1, { summary: undefined, bogus: undefined })])).toMatchObject({ stored: 1, skipped: [] }));

  it("tells how far it is, now and then", async () => {
    const progress: [number, number][] = [];
    await judgeOnly(items(150), (done, of) => void progress.push([done, of]));
    expect(progress).toEqual([
      [1, 150],
      [101, 150],
    ]);
  });
});
