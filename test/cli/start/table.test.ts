import { describe, expect, it, vi } from "vitest";
import type { FeedStatus } from "../../../src/cli/service.ts";
import { feedTable } from "../../../src/cli/start/table.ts";
import { type FeedInput, parseCatalog } from "../../../src/feed/catalog.ts";
import { SITE } from "../../site.ts";

const TOP: FeedInput = { slug: "top", title: "Top stories", description: "News" };
const FAMILY: FeedInput = { by: "tag", slug: "tag/{value}", title: "{value}", description: "{value}" };

const feed = (changes: Partial<FeedStatus> = {}): FeedStatus => ({
  slug: "top",
  title: "Top stories",
  urls: { rss: "http://x/top.rss", atom: "http://x/top.atom", json: "http://x/top.json" },
  state: "verified",
  edition: 1,
  entries: 7,
  stale: false,
  archive: { pages: 0, stale: false },
  ...changes,
});

/**
 * The table of a service that tells of its feeds as it is told, the last again and again.
 *
 * @param stale public feeds that wait, as its health has it each time
 */
async function tableOf(
  told: FeedStatus[][],
  stale: number[] = [],
  defined: FeedInput[] = [TOP],
): Promise<{ rows: string[][]; asked: number }> {
  let asked = 0;
  const feeds = async () => {
    const list = told[Math.min(asked, told.length - 1)] ?? [];
    asked += 1;
    return { feeds: list, empty: false };
  };
  const ask = async () => ({ status: 200, text: "", body: { stale: stale.shift() ?? 0 } });
  const text = await feedTable({ ask, feeds }, parseCatalog(SITE, defined));
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

  it("has a line for a family, however many of its feeds are awake, and waits for none of them", async () => {
    const partners: FeedInput = {
      ...FAMILY,
      by: ["author", "language"],
      slug: "by/{value}",
      access: "partner",
      partner: "p",
    };
    const ended: FeedInput = { ...FAMILY, slug: "ended/{value}", retired: true };
    const awake = feed({ slug: "tag/sea", stale: true });
    const { rows, asked } = await tableOf([[feed(), awake]], [], [TOP, FAMILY, partners, ended]);
    expect([asked, rows.slice(4)]).toEqual([
      1,
      [
        ["Topics", "https://feeds.example/feeds/tag", "", "each when it is polled"],
        ["Authors by language", "https://feeds.example/partner/by/{value}.rss", "", "each when it is polled"],
      ],
    ]);
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
