import { describe, expect, it, vi } from "vitest";
import type { FeedStatus } from "../../../src/cli/service.ts";
import { feedTable } from "../../../src/cli/start/table.ts";

const feed = (changes: Partial<FeedStatus> = {}): FeedStatus => ({
  slug: "top",
  title: "Top stories",
  urls: { rss: "http://x/top.rss", atom: "http://x/top.atom", json: "http://x/top.json" },
  state: "verified",
  edition: 1,
  entries: 7,
  stale: false,
  ...changes,
});

/**
 * The table of a service that tells of its feeds as it is told, the last again and again.
 *
 * @param stale public feeds that wait, as its health has it each time
 */
async function tableOf(told: FeedStatus[][], stale: number[] = []): Promise<{ rows: string[][]; asked: number }> {
  let asked = 0;
  const feeds = async () => {
    const list = told[Math.min(asked, told.length - 1)] ?? [];
    asked += 1;
    return { feeds: list, empty: false };
  };
  const ask = async () => ({ status: 200, text: "", body: { stale: stale.shift() ?? 0 } });
  const text = await feedTable({ ask, feeds });
  const lines = text.split("\n").filter((line) => line.startsWith("│"));
  const rows = lines.map((line) =>
    line
      .split("│")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return { rows, asked };
}

describe("feedTable", () => {
  it("shows each feed's URLs, its entries and that they were verified", async () =>
    expect((await tableOf([[feed()]])).rows).toEqual([
      ["feed", "URLs", "entries", "verified"],
      ["Top stories", "http://x/top.rss", "7", "yes, all formats"],
      ["", "http://x/top.atom", "", ""],
      ["", "http://x/top.json", "", ""],
    ]));

  it("waits until the publisher has caught up", async () => {
    vi.useFakeTimers();
    const table = tableOf([[feed({ stale: true })], [feed(), feed({ stale: true })], [feed(), feed()]]);
    await vi.runAllTimersAsync();
    const { rows, asked } = await table;
    vi.useRealTimers();
    expect([rows.length, asked]).toEqual([7, 3]);
  });

  it("does not ask for all of the feeds while one is known to wait", async () => {
    vi.useFakeTimers();
    const table = tableOf([[feed()]], [2, 1, 1]);
    await vi.runAllTimersAsync();
    const { rows, asked } = await table;
    vi.useRealTimers();
    expect([rows.length, asked]).toEqual([4, 1]);
  });

  it("shows after half a minute what there is", async () => {
    vi.useFakeTimers();
    const table = tableOf([[feed({ stale: true })]]);
    await vi.runAllTimersAsync();
    const { rows } = await table;
    vi.useRealTimers();
    expect(rows[1]?.[3]).toBe("not yet composed");
  });

  it.each<[string, Partial<FeedStatus>]>([
    ["yes, all formats", { state: "verified" }],
    ["no edition", { state: "none" }],
    [
      "REFUSED: 1 discrepancies",
      {
        state: "refused",
        discrepancies: [{ feed: "top", format: "rss", field: "title", stored: "A", read: "B", reader: "rss-parser" }],
      },
    ],
  ])("says %s", async (verdict, changes) => expect((await tableOf([[feed(changes)]])).rows[1]?.[3]).toBe(verdict));
});
