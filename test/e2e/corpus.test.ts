import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Parser from "rss-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse.ts";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import { readSource } from "../../src/import/read.ts";
import { SITE } from "../site.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { TOKEN } from "./token.ts";

const ROOT = join(import.meta.dirname, "../..");
const CORPUS = join(ROOT, "../shared/corpus");
const NOW = "2026-11-24T00:00:00Z";

const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => /\.(xml|json)$/.test(name)) : [];
if (files.length === 0) console.warn(`skipped: no real feeds in ${CORPUS}`);

/** What each source says, by our own import: the articles that must come back. What has no date gets that of the import. */
const read = new Map<string, Article[]>();
let undated = 0;
for (const name of files) {
  const reading = await readSource(readFileSync(join(CORPUS, name)), { name, now: NOW, home: SITE.home });
  const dated = reading.items.filter((item) => item.undated === undefined);
  undated += reading.items.length - dated.length;
  const parsed = dated.map((item) => parseArticle(item.article));
  read.set(
    name,
    parsed.map((one) => (one.status === "parsed" ? one.article : Promise.reject(one.problems))) as Article[],
  );
}

const slugOf = (name: string): string => name.replace(/\.\w+$/, "");

/** A feed a source: what carries the credits that its articles carry. */
const definitions: DefinitionInput[] = [...read].map(([name, articles]) => ({
  slug: slugOf(name),
  title: name,
  description: name,
  entries: 200,
  select: { any: [...new Set(articles.map((article) => article.credit?.name ?? ""))].map((credit) => ({ credit })) },
}));

describe.skipIf(files.length === 0)("real feeds, imported into a fresh store and read back", () => {
  let service: NodeService;
  let report: string;

  beforeAll(async () => {
    service = await startNode({ feeds: { site: SITE, definitions } });
    const cli = await promisify(execFile)(
      process.execPath,
      [join(ROOT, "src/cli/import.ts"), CORPUS, "--to", service.url, "--token", TOKEN, "--json"],
      { maxBuffer: 1e8 },
    ).catch((error) => error);
    report = cli.stdout;
    await settled(service);
  });

  afterAll(async () => {
    await service?.stop();
  });

  it("stores every item that has an id of its own", async () => {
    expect(report).not.toBe("");
    const total = [...read.values()].reduce((sum, articles) => sum + articles.length, undated);
    expect(total).toBe(884);
  });

  it("verifies every edition", async () => {
    const { feeds } = await status(service);
    expect(feeds.filter((feed) => feed.state !== "verified")).toEqual([]);
    expect(feeds.length).toBe(files.length);
  });

  it.each(files)("%s: the same id, link, title, dates, authors, categories and text, in all formats", async (name) => {
    const expected = (read.get(name) ?? []).map(essence);
    expect(expected.length).toBeGreaterThan(0);
    for (const [format, items] of Object.entries(await served(service, slugOf(name)))) {
      const byId = new Map(items.map((item) => [item.id, item]));
      expect([format, expected.map(({ id }) => byId.get(id))]).toEqual([
        format,
        format === "json" ? expected : expected.map(firstAuthorOnly(format)),
      ]);
    }
  });

  it("changes nothing when it is imported again", async () => {
    const again = await promisify(execFile)(
      process.execPath,
      [join(ROOT, "src/cli/import.ts"), CORPUS, "--to", service.url, "--token", TOKEN],
      { maxBuffer: 1e8 },
    ).catch((error) => error);
    expect(again.stdout).toMatch(/│ 38 sources\s+│\s+│\s+886 │\s+0 │\s+884 │\s+0 │\s+2 │\s+1 │/);
  });
});

interface Essence {
  id: string;
  link: string;
  title: string;
  published: number;
  updated?: number;
  authors: string[];
  categories?: string[];
  text?: string;
}

/** RSS dates have whole seconds. */
const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);

const essence = (article: Article): Essence => ({
  id: article.guid ?? "",
  link: article.url,
  title: article.title,
  published: seconds(article.published_at),
  updated: seconds(article.updated_at ?? article.published_at),
  authors: article.authors.map((author) => author.name),
  categories: [...new Set(article.section === undefined ? article.tags : [article.section, ...article.tags])],
  text: article.content_html,
});

/** `rss-parser` shows the first author of an Atom entry, no categories there, and the updated time nowhere. */
const firstAuthorOnly = (format: string) => (item: Essence) => ({
  ...item,
  authors: format === "atom" ? item.authors.slice(0, 1) : item.authors,
  updated: undefined,
  categories: format === "atom" ? undefined : item.categories,
});

async function served(service: NodeService, slug: string): Promise<Record<string, Essence[]>> {
  const get = async (format: string) => (await fetch(`${service.url}/feeds/${slug}.${format}`)).text();
  const json = JSON.parse(await get("json")) as { items: JsonItem[] };
  const parser = new Parser<object, Read>({
    customFields: { item: [["dc:creator", "creators", { keepArray: true }]] },
  });
  const [rss, atom] = [await parser.parseString(await get("rss")), await parser.parseString(await get("atom"))];
  return {
    json: json.items.map((item) => ({
      id: item.id,
      link: item.url,
      title: item.title,
      published: seconds(item.date_published),
      updated: seconds(item.date_modified),
      authors: item.authors?.map((author) => author.name) ?? [],
      categories: item.tags ?? [],
      text: item.content_html ?? "",
    })),
    rss: rss.items.map((item) => ({
      ...common(item),
      id: item.guid ?? "",
      authors: item.creators ?? [],
      categories: item.categories ?? [],
      text: item["content:encoded"] ?? "",
    })),
    atom: atom.items.map((item) => ({
      ...common(item),
      id: item.id ?? "",
      authors: item.author ? [item.author] : [],
      text: item.content ?? "",
    })),
  };
}

interface Read {
  id?: string;
  author?: string;
  creators?: string[];
  "content:encoded"?: string;
}

const common = (item: Parser.Item) => ({
  link: item.link ?? "",
  title: item.title ?? "",
  published: seconds(item.isoDate ?? ""),
  updated: undefined,
  categories: undefined,
});

interface JsonItem {
  id: string;
  url: string;
  title: string;
  date_published: string;
  date_modified: string;
  authors?: { name: string }[];
  tags?: string[];
  content_html?: string;
}

async function status(
  service: NodeService,
): Promise<{ feeds: { slug: string; state: string; stale: boolean; discrepancies?: unknown }[] }> {
  const response = await fetch(`${service.url}/api/feeds`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return (await response.json()) as Awaited<ReturnType<typeof status>>;
}

async function settled(service: NodeService): Promise<void> {
  for (const end = Date.now() + 300_000; (await status(service)).feeds.some((feed) => feed.stale) && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 200));
}
