import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rehearsing } from "../../../../src/cli/import/rehearsing.ts";
import { SourceTally } from "../../../../src/cli/import/result.ts";
import { type Judge, storeThrough, storing } from "../../../../src/cli/import/store.ts";
import { connect, type ServiceClient } from "../../../../src/cli/service.ts";
import type { ReadItem } from "../../../../src/import/source-reading.ts";
import { endOwnServices, OWN_TOKEN, startOwnService } from "../../own-service.ts";

const NOW = "2026-11-24T12:00:00.000Z";

let service: ServiceClient;
beforeAll(async () => {
  service = connect((await startOwnService()).url, OWN_TOKEN);
});
afterAll(endOwnServices);

/** A few ids, addresses and guids, so that they meet; some have no date, and some are refused. */
const article = fc.record({
  id: fc.constantFrom("a", "b", "c"),
  url: fc.constantFrom("https://g.example/1", "https://g.example/2", "nowhere"),
  title: fc.constantFrom("One", "Two"),
  guid: fc.option(fc.constantFrom("g1", "g2"), { nil: undefined }),
  content_html: fc.constantFrom("<p>T</p>", "<p onclick=x>T</p>"),
  status: fc.constantFrom("usable", "withheld", "canceled"),
  isDated: fc.boolean(),
});
const sources = fc.array(fc.array(article, { maxLength: 5 }), { minLength: 1, maxLength: 3 });

type Read = typeof article extends fc.Arbitrary<infer T> ? T : never;

const plain = (id: Read["id"], url: Read["url"]): Read => ({
  ...{ id, url, title: "One", guid: undefined, content_html: "<p>T</p>", status: "usable", isDated: true },
});

/** One leaves its URL, and a later source's comes there. */
const MOVED: [Read[][], Read[][]] = [
  [[plain("a", "https://g.example/2")]],
  [[plain("a", "https://g.example/1")], [plain("c", "https://g.example/2")]],
];

let runs = 0;

/** Every run has ids and addresses of its own: the store goes on. */
function itemsOf(articles: Read[], run: number): ReadItem[] {
  let undated = 0;
  return articles.map(({ isDated, id, url, guid, ...fields }, index) => ({
    where: `item ${index + 1}`,
    article: {
      ...fields,
      id: `${run}-${id}`,
      url: url.replace("example/", `example/${run}/`),
      guid: guid === undefined ? undefined : `${run}-${guid}`,
      published_at: isDated ? "2026-03-01T08:00:00Z" : undefined,
    },
    notes: [],
    ...(!isDated && { undated: undated++ }),
  }));
}

async function tables(judge: Judge, read: ReadItem[][], now = NOW) {
  const store = storeThrough(judge, now);
  const results = [];
  for (const [index, items] of read.entries()) {
    const tally = new SourceTally(`source ${index}`, { dryRun: false, now, keepItems: true });
    await store(items, tally, () => {});
    results.push(tally.result);
  }
  return results;
}

it("a dry run has the run's table, whatever is stored; and the run once more changes nothing", () =>
  fc.assert(
    fc.asyncProperty(sources, sources, async (before, now) => {
      runs += 1;
      const [first, second] = [before, now].map((some) => some.map((articles) => itemsOf(articles, runs)));
      await tables(storing(service), first ?? []);
      const rehearsed = await tables(rehearsing(service), second ?? []);
      const ran = await tables(storing(service), second ?? []);
      expect(rehearsed).toEqual(ran);
      const later = "2026-11-25T12:00:00.000Z";
      for (const { stored } of await tables(storing(service), second ?? [], later)) expect(stored).toBe(0);
    }),
    { numRuns: 25, examples: [MOVED] },
  ));
