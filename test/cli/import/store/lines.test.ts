import { describe, expect, it } from "vitest";
import type { SourceResult } from "../../../../src/cli/import/result.ts";
import { judgingAlone, storeThrough, storing } from "../../../../src/cli/import/store.ts";
import type { LineAnswer } from "../../../../src/cli/service.ts";
import type { ReadItem } from "../../../../src/import/source-reading.ts";
import { essence, item, NOTHING, NOW, store, tallyOf } from "./stored.ts";

/** JSON can read it, and cannot write it. */
const DEEP: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
const TOO_DEEP = expect.stringMatching(/RangeError: Maximum call stack size exceeded$/);

const items = (count: number, article?: Record<string, unknown>): ReadItem[] =>
  Array.from({ length: count }, (_, index) => item(index + 1, article));

describe("a run in earnest", () => {
  it("sends each article as a line of JSON, in order", async () => {
    const { sent, result } = await store([item(1), item(2, { title: "Two\nlines" })]);
    expect(sent.map((text) => text.split("\n").map((line) => JSON.parse(line)))).toEqual([
      [item(1).article, item(2, { title: "Two\nlines" }).article],
    ]);
    expect(result).toEqual({ ...NOTHING, stored: 2 });
  });

  it("notes how many have a URL that another article has", async () => {
    const notices = [{ path: "/url", detail: "the article a-1 has this URL, too: feeds show both" }];
    const { result } = await store(items(1), () => [{ line: 1, status: "created", notices }]);
    expect(result.notes).toMatchObject([{ note: "another article has its URL, too: feeds show both", times: 1 }]);
  });

  it("asks nothing of the service where there is nothing to store", async () =>
    expect(await store([])).toMatchObject({ sent: [], asked: [], progress: [], result: NOTHING }));

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

  it("sends no more than eight megabytes at a time, and skips an article that has more", async () => {
    const long = { content_html: "é".repeat(1_500_000) };
    const huge = item("huge", { content_html: "x".repeat(8_000_000) });
    const { sent, result } = await store([...items(5, long), huge, item(7)]);
    expect(sent.map((text) => text.split("\n").length)).toEqual([2, 2, 2]);
    expect(result.skipped).toEqual([{ where: "item huge", reason: "it has more than 8000000 bytes" }]);
  });

  it.each<[string, Omit<LineAnswer, "line">, Partial<SourceResult>]>([
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
    expect((await store([item(1)], () => [{ line: 1, ...answer }])).result).toEqual({ ...NOTHING, ...counted }),
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
      { note: "cleaning took out <script>", times: 2, where: "item 1" },
      { note: "cleaning took out onclick of <a>", times: 1, where: "item 1" },
    ]);
  });

  it("gives each item the answer of its own line, in whatever order they come", async () => {
    const { result } = await store(items(3), () => [
      { line: 3, status: "unchanged" },
      { line: 1, status: "refused", detail: "one" },
      { line: 2, status: "created" },
    ]);
    expect(result).toEqual({ ...NOTHING, stored: 1, unchanged: 1, skipped: [{ where: "item 1", reason: "one" }] });
  });

  it("does not take an item for stored that the service did not answer for", async () => {
    const { result } = await store(items(2), () => [{ line: 2, status: "created" }]);
    expect(result).toEqual({
      ...NOTHING,
      stored: 1,
      skipped: [{ where: "item 1", reason: "the worker did not answer for it" }],
    });
  });

  it("ends where the service ends", async () => {
    const gone = storing({ store: () => Promise.reject(new Error("gone")), publishedAt: async () => undefined });
    await expect(storeThrough(gone, NOW)(items(1), tallyOf(), () => {})).rejects.toThrow("gone");
  });
});

describe("a dry run that nobody is asked of", () => {
  const judge = async (read: ReadItem[]) => {
    const tally = tallyOf();
    await storeThrough(judgingAlone, NOW)(read, tally, () => {});
    return essence(tally);
  };

  it("says what would be stored, and what would not be, and why", async () =>
    expect(await judge([item(1), item(2, { url: "nowhere" }), item(3, { bogus: 1 })])).toEqual({
      ...NOTHING,
      stored: 1,
      skipped: [
        { where: "item 2", reason: expect.stringMatching(/^\/url /) },
        { where: "item 3", reason: expect.stringMatching(/^\/bogus /) },
      ],
    }));

  it("names an article that is nested too deep to be judged, and judges the others", async () =>
    expect(await judge([item(1), item(2, { credit: DEEP }), item(3)])).toMatchObject({
      stored: 2,
      skipped: [{ where: "item 2", reason: TOO_DEEP }],
    }));

  it("notes what cleaning would take out", async () =>
    expect((await judge([item(1, { content_html: "<p>a</p><script>b</script>" })])).notes).toMatchObject([
      { note: expect.stringMatching(/^cleaning took out .*script/) },
    ]));

  it("judges what JSON would carry: an undefined field is no unknown one", async () =>
    expect(await judge([item(1, { summary: undefined, bogus: undefined })])).toMatchObject({ stored: 1, skipped: [] }));
});
