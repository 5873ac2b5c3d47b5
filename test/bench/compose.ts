/**
 * What verification costs: one edition of 50 full-text entries, rendered in all formats and read back, as a multiple of
 * `feed` alone writing the same entries plus one `rss-parser` parse of its RSS and Atom. Both run in turns, in this process.
 */
import { cpus } from "node:os";
import { Feed as FeedWriter } from "feed";
import Parser from "rss-parser";
import { composeEdition } from "../../src/edition/compose.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { toFeed } from "../../src/feed/compose.ts";
import type { Feed } from "../../src/feed/feed.ts";
import { SITE } from "../site.ts";
import { stories } from "./stories.ts";

const ROUNDS = 15;
const WARM_UP = 5;

const catalog = parseCatalog(SITE, [{ slug: "all", title: "Everything", description: "All the news" }]);
const [definition] = catalog.definitions.values();
if (!definition) throw new Error("no definition");
const feed = toFeed(catalog.site, definition, stories(50));

const times = { wireproof: [] as number[], baseline: [] as number[] };
let bytes = 0;
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  const [wireproof, baseline] = [await time(compose), await time(plain)];
  if (round < WARM_UP) continue;
  times.wireproof.push(wireproof);
  times.baseline.push(baseline);
}
const ratio = median(times.wireproof.map((time, index) => time / (times.baseline[index] ?? Number.NaN)));
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; ${feed.entries.length} entries, ${ROUNDS} rounds, medians`,
);
console.log(`compose: all formats, verified and sealed   ${median(times.wireproof).toFixed(1)} ms (${bytes} bytes)`);
console.log(`feed alone + rss-parser on RSS and Atom      ${median(times.baseline).toFixed(1)} ms`);
console.log(`ratio                                        ${ratio.toFixed(2)} (aim: at most 2)`);

async function compose(): Promise<void> {
  const composition = await composeEdition(feed);
  if (composition.status === "refused") throw new Error(JSON.stringify(composition.discrepancies[0]));
  bytes = composition.documents.reduce((sum, document) => sum + document.text.length, 0);
}

async function plain(): Promise<void> {
  const writer = write(feed);
  const parser = new Parser();
  writer.json1();
  await parser.parseString(writer.rss2());
  await parser.parseString(writer.atom1());
}

/** As `feed`'s own README does it. */
function write({ entries, ...feed }: Feed): FeedWriter {
  const writer = new FeedWriter({
    id: feed.id,
    title: feed.title,
    description: feed.description,
    link: feed.home,
    copyright: "",
    updated: new Date(feed.updated),
    feedLinks: feed.self,
  });
  for (const entry of entries) {
    writer.addItem({
      id: entry.id,
      title: entry.title,
      link: entry.url,
      date: new Date(entry.updated),
      published: new Date(entry.published),
      description: entry.summary,
      content: entry.content_html,
      author: entry.authors.map(({ name, url }) => ({ name, link: url })),
      category: entry.categories.map((name) => ({ name, term: name })),
      image: entry.images[0]?.url,
    });
  }
  return writer;
}

async function time(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
