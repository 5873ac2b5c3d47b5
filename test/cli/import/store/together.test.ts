import { describe, expect, it } from "vitest";
import { rehearsing } from "../../../../src/cli/import/rehearsing.ts";
import { SourceTally } from "../../../../src/cli/import/result.ts";
import { storeThrough } from "../../../../src/cli/import/store.ts";
import type { LineAnswer } from "../../../../src/cli/service.ts";
import type { ReadItem } from "../../../../src/import/source-reading.ts";
import { item, NOW, store, tallyOf } from "./stored.ts";

describe("two articles of a run", () => {
  it("with one id: the first is stored, and the second is told by name, also from another source", async () => {
    const { storeItems, result, articles } = await store([item(1), item(2, { id: "a-1" })]);
    expect([articles.length, result.skipped]).toEqual([
      1,
      [{ where: "item 2", reason: "it has the same id as item 1 in feed.xml" }],
    ]);
    const other = tallyOf("other.md");
    await storeItems([{ ...item(1, { title: "Another" }), where: "“Another”" }], other, () => {});
    expect(other.result.skipped).toEqual([{ where: "“Another”", reason: "it has the same id as item 1 in feed.xml" }]);
  });

  it("with one guid: an entry's id is one article's", async () => {
    const { result } = await store([item(1, { guid: "g" }), item(2, { guid: "g" })]);
    expect(result.skipped).toEqual([{ where: "item 2", reason: "it has the same guid as item 1 in feed.xml" }]);
  });

  it("that are the same are one, and that is no failure", async () => {
    const { tally, articles } = await store([item(1), { ...item(1), where: "item 5" }]);
    expect([articles.length, tally.result.skipped]).toEqual([1, []]);
    expect(tally.result.passedOver).toEqual([
      { where: "item 5", reason: "it is the same as item 1 in feed.xml", isNoStory: true },
    ]);
  });

  it("with one URL are both stored, and both told, the service's notice of it not a second time", async () => {
    const notices = [{ path: "/url", detail: "the article a-1 has this URL, too: feeds show both" }];
    const url = "https://gazette.example/1";
    const { tally, result } = await store([item(1), item(2, { url })], () => [
      { line: 1, status: "created" },
      { line: 2, status: "created", notices },
    ]);
    expect([result.stored, result.notes]).toEqual([2, []]);
    expect(tally.result.sharedUrls).toEqual([{ url, where: "item 2", other: "item 1 in feed.xml" }]);
  });

  it("with one URL, where the first was not stored or was taken back, are none", async () => {
    const url = "https://gazette.example/1";
    const { tally } = await store([item(1), item(2, { url })], () => [
      { line: 1, status: "refused" },
      { line: 2, status: "created" },
    ]);
    expect(tally.result.sharedUrls).toEqual([]);
    const taken = await store([item(1, { status: "canceled" }), item(2, { url })]);
    expect(taken.tally.result.sharedUrls).toEqual([]);
  });

  it("with one URL, where the masthead has one article a URL, are told alike by the run and by the dry run", async () => {
    const url = "https://gazette.example/1";
    const problems = [{ path: "/url", detail: "is that of the article a-1: change that one, or take it back before" }];
    const { tally } = await store([item(1), item(2, { url })], () => [
      { line: 1, status: "created" },
      { line: 2, status: "refused", problems },
    ]);
    const created = async (ndjson: string): Promise<LineAnswer[]> =>
      ndjson.split("\n").map((_, index) => ({ line: index + 1, status: "created" }));
    const dry = tallyOf();
    const rehearsal = rehearsing({ dryRun: created, publishedAt: async () => undefined }, true);
    await storeThrough(rehearsal, NOW)([item(1), item(2, { url })], dry, () => {});
    expect(dry.result).toEqual(tally.result);
    expect(dry.result.skipped).toEqual([
      { where: "item 2", reason: "/url is that of item 1 in feed.xml, and the masthead has one article a URL" },
    ]);
  });
});

describe("what has no date", () => {
  const undated = (id: number): ReadItem => ({ ...item(id, { published_at: undefined }), undated: id - 1 });

  it("gets the one that is stored, or else now, and the store is asked of nothing else", async () => {
    const { asked, articles, result } = await store([undated(1), item(9), undated(2), undated(3)], undefined, {
      "a-2": "2020-01-01T00:00:00Z",
    });
    expect(asked).toEqual(["a-1", "a-2", "a-3"]);
    expect(articles.map(({ published_at }) => published_at)).toEqual([
      NOW,
      "2026-03-03T00:00:00Z",
      "2020-01-01T00:00:00Z",
      "2026-11-24T11:59:58.000Z",
    ]);
    expect(result.notes).toEqual([
      { note: "without a date: it gets the time at which it was first seen", times: 3, where: "item 1" },
    ]);
  });

  it("is older in a later source than in an earlier one, also where a source comes in parts", async () => {
    const { storeItems } = await store([]);
    const dates: unknown[] = [];
    const read = async (name: string, ...some: ReadItem[]): Promise<void> => {
      const tally = new SourceTally(name, { dryRun: true, now: NOW, keepItems: false });
      await storeItems(some, tally, () => {});
      dates.push(...tally.result.details.flatMap((line) => /T(\d\d:\d\d:\d\d)/.exec(line)?.[1] ?? []));
    };
    await read("a", undated(1), undated(2));
    await read("a", undated(3));
    await read("b", { ...undated(4), undated: 0 });
    expect(dates).toEqual(["12:00:00", "11:59:59", "11:59:58", "11:59:57"]);
  });

  it("is the same in two sources, whatever date it got", async () => {
    const { storeItems } = await store([undated(1)]);
    const again = tallyOf("again.xml");
    await storeItems([undated(1)], again, () => {});
    expect(again.result).toMatchObject({ skipped: [], passedOver: [{ where: "item 1" }] });
  });
});
