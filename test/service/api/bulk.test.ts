import { afterEach, describe, expect, it, vi } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { saveLines } from "../../../src/service/api/bulk.ts";
import { MAX_BODY_BYTES } from "../../../src/service/http/body.ts";
import type { SaveOutcome } from "../../../src/service/jobs/ingest.ts";
import { StoreFault } from "../../../src/service/store-fault.ts";
import { logged } from "../logged.ts";

afterEach(() => vi.restoreAllMocks());

/** Saves whatever comes, and notes in which transactions. */
function saver(fail: (ids: string[]) => boolean = () => false, fault: Error = new StoreFault("full")) {
  const transactions: string[][] = [];
  const saveAll = async (articles: Article[]): Promise<SaveOutcome[]> => {
    const ids = articles.map(({ id }) => id);
    if (fail(ids)) throw fault;
    transactions.push(ids);
    return ids.map((id) => ({ status: "created", id, revision: 1, feeds: [] }));
  };
  return { transactions, saveAll };
}

const line = (id: string, fields: object = {}): string =>
  JSON.stringify({
    ...{ id, url: `https://gazette.example/${id}`, title: id, content_html: "<p>T</p>" },
    ...{ published_at: "2026-03-01T08:00:00Z", ...fields },
  });

async function send(ingest: ReturnType<typeof saver>, ...lines: string[]): Promise<Record<string, unknown>[]> {
  const text = await new Response(saveLines(ingest, new Blob([lines.join("\n")]).stream())).text();
  return text === ""
    ? []
    : text
        .trimEnd()
        .split("\n")
        .map((one) => JSON.parse(one));
}

describe("lines of articles", () => {
  it("are saved in one transaction, and answered each by its number", async () => {
    const ingest = saver();
    expect(await send(ingest, line("a", { content_html: "<p onclick=x>T</p>" }), "", line("b"))).toEqual([
      {
        ...{ line: 1, status: "created", id: "a", revision: 1, feeds: [] },
        removed: [{ path: "/content_html", what: "p[onclick]", count: 1 }],
      },
      { line: 3, status: "created", id: "b", revision: 1, feeds: [], removed: [] },
    ]);
    expect(ingest.transactions).toEqual([["a", "b"]]);
  });

  it("of nothing are answered with nothing, and no transaction is made", async () => {
    const ingest = saver();
    expect([await send(ingest), await send(ingest, "", " "), ingest.transactions]).toEqual([[], [], []]);
  });

  it("that are refused are told in their place, with the id where it can be read", async () => {
    const ingest = saver();
    const results = await send(ingest, "{", line("a"), '{"id":"b"}', '{"id":7}', "null", line("c"));
    expect(results.map(({ line, id, status }) => [line, id, status])).toEqual([
      [1, undefined, "refused"],
      [2, "a", "created"],
      [3, "b", "refused"],
      [4, undefined, "refused"],
      [5, undefined, "refused"],
      [6, "c", "created"],
    ]);
    expect(results[0]?.problems).toEqual([{ path: "", detail: "is not JSON" }]);
    expect(ingest.transactions).toEqual([["a", "c"]]);
  });

  it("that are too long are told so", async () => {
    const [first, second] = await send(saver(), "x".repeat(MAX_BODY_BYTES + 1), line("a"));
    expect(first).toEqual({
      ...{ line: 1, status: "refused", problems: [{ path: "", detail: `has more than ${MAX_BODY_BYTES} bytes` }] },
    });
    expect(second).toMatchObject({ line: 2, status: "created" });
  });
});

describe("a transaction of bulk", () => {
  it("ends before an id that it has already: the second is a revision of the first", async () => {
    const ingest = saver();
    await send(ingest, line("a"), line("b"), line("a"), line("c"), line("a"));
    expect(ingest.transactions).toEqual([["a", "b"], ["a", "c"], ["a"]]);
  });

  it("holds five hundred lines at most", async () => {
    const ingest = saver();
    await send(ingest, ...Array.from({ length: 1_001 }, (_, index) => line(`n${index}`)));
    expect(ingest.transactions.map(({ length }) => length)).toEqual([500, 500, 1]);
  });

  it("holds as much text as a bound value of D1 does, and an article alone however large it is", async () => {
    const ingest = saver();
    const large = (id: string) => line(id, { content_html: `<p>${"x".repeat(800_000)}</p>` });
    await send(ingest, large("a"), line("b"), large("c"), line("d"));
    expect(ingest.transactions).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("that fails is told line by line; those before it stand, and those after it go on", async () => {
    const written = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const ingest = saver((ids) => ids.includes("broken"));
    const results = await send(ingest, line("a"), line("a"), line("broken"), "{", line("a"));
    expect(results.map(({ line, id, status }) => [line, id, status])).toEqual([
      [1, "a", "created"],
      [2, "a", "failed"],
      [3, "broken", "failed"],
      [4, undefined, "refused"],
      [5, "a", "created"],
    ]);
    expect(results[1]?.detail).toBe("The store is full. Send the line again.");
    expect(written).toHaveBeenCalledOnce();
  });

  it("that breaks the code by one of its lines is made of each line alone, and that one alone fails", async () => {
    const log = logged();
    const ingest = saver((ids) => ids.includes("broken"), new TypeError("a fault"));
    const results = await send(ingest, line("a"), line("broken"), line("b"));
    expect(results.map(({ id, status, detail }) => [id, status, detail])).toEqual([
      ["a", "created", undefined],
      ["broken", "failed", "cannot be stored, which is a fault of ours: TypeError: a fault"],
      ["b", "created", undefined],
    ]);
    expect(log).toEqual([expect.objectContaining({ event: "line not stored" })]);
  });
});

describe("the answer", () => {
  it("is asked for piece by piece: nobody saves ahead of a client that does not read", async () => {
    const ingest = saver();
    const lines = Array.from({ length: 5_000 }, (_, index) => line(`n${index}`)).join("\n");
    const reader = saveLines(ingest, new Blob([lines]).stream()).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(ingest.transactions.length).toBeLessThanOrEqual(3);
    await reader.cancel();
    expect(ingest.transactions.length).toBeLessThan(10);
  });

  it("is not held up by lines that are refused: they are answered by five hundred", async () => {
    const reader = saveLines(saver(), new Blob([Array(600).fill("{").join("\n")]).stream()).getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value).trimEnd().split("\n")).toHaveLength(500);
    await reader.cancel();
  });
});
