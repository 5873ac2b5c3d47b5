import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it, vi } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { composeArticles, composeEdition, draftArticles } from "../../src/edition/compose.ts";
import { seal } from "../../src/edition/seal.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { toFeed } from "../../src/feed/compose.ts";
import type { StoredArticle } from "../../src/feed/entry.ts";
import type { Feed } from "../../src/feed/feed.ts";
import { render } from "../../src/render/render.ts";
import { verifyEdition } from "../../src/verify/verify.ts";
import { SITE } from "../site.ts";
import { bareEntry, sampleFeed } from "../verify/sample.ts";
import { anyArticle, salvage } from "./any-article.ts";

const { site, definitions } = parseCatalog(
  SITE,
  (["full", "summary", "headline"] as const).map((content) => ({
    slug: content,
    title: content,
    description: "x",
    content,
  })),
);

/** Hundreds of editions, or several processes: how long they take is the affair of a machine that may be busy. */
const NO_LIMIT = { timeout: 0 };

describe("an edition", () => {
  it.each([...definitions.values()])(
    "of any text at all, $content, is verified, and well-formed",
    NO_LIMIT,
    async (definition) => {
      let stored = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyArticle, { minLength: 1, maxLength: 4 }), async (inputs) => {
          const articles = new Map(
            inputs.flatMap((one) => salvage(one, site) ?? []).map((article) => [article.entryId, article]),
          );
          stored += articles.size;
          const composition = await composeEdition(toFeed(site, definition, [...articles.values()]));
          if (composition.status === "refused") throw new Error(JSON.stringify(composition.discrepancies, null, 1));
          for (const { format, text } of composition.documents) {
            if (format === "json") expect(JSON.parse(text).items.length).toBe(articles.size);
            else expect(() => new SaxesParser({ xmlns: true }).write(text).close()).not.toThrow();
          }
        }),
        { numRuns: 300 },
      );
      expect(stored).toBeGreaterThan(300);
    },
  );

  it("is the rendered documents, each sealed", async () => {
    expect(await composeEdition(sampleFeed)).toEqual({
      status: "verified",
      documents: await Promise.all(render(sampleFeed).map(seal)),
    });
  });

  it("has the same bytes when it is composed twice, in two processes", NO_LIMIT, async () => {
    const inZone = { TZ: "Asia/Kolkata" };
    const first = await composeInProcess(inZone);
    expect(await composeInProcess(inZone)).toBe(first);
    expect(first).toMatch(/^rss [0-9a-f]{24}\natom [0-9a-f]{24}\njson [0-9a-f]{24}\n$/);
    expect(await composeInProcess({ TZ: "America/Caracas", LANG: "tr_TR.UTF-8" })).toBe(first);
  });
});

/** An entry that no document can carry: parsing an article strips such characters (XML 1.0 §2.2). */
const broken = (id: string): Feed["entries"][number] => ({ ...bareEntry, id, title: "\u0000" });

describe("a feed of which an entry does not come back as stored", () => {
  const feed: Feed = { ...sampleFeed, entries: [bareEntry, broken("tag:gazette.example,2026:broken")] };

  it("is refused whole, with every discrepancy", async () => {
    expect(await composeEdition(feed)).toEqual({
      status: "refused",
      discrepancies: await verifyEdition(feed, render(feed)),
    });
  });
});

describe("the edition of some articles", () => {
  const articles = ["one", "bad", "two"].map(
    (entryId): StoredArticle => ({ entryId, article: {} as Article, revision: 1, published: 0, updated: 0 }),
  );
  const toSample = (some: StoredArticle[]): Feed => ({
    ...sampleFeed,
    entries: some.map(({ entryId }) => (entryId === "bad" ? broken("bad") : { ...bareEntry, id: entryId })),
  });
  const good = articles.filter(({ entryId }) => entryId !== "bad");

  const verified = async (some: StoredArticle[]) => ({
    feed: toSample(some),
    ...(await composeEdition(toSample(some))),
  });
  const found = (some: StoredArticle[]) => verifyEdition(toSample(some), render(toSample(some)));

  it("is of all of them where all read right, and nobody is asked whether to leave any out", async () => {
    const mayLeaveOut = vi.fn(async () => true);
    expect(await composeArticles("sample", good, toSample, mayLeaveOut)).toEqual({
      ...(await verified(good)),
      discrepancies: [],
    });
    expect(mayLeaveOut).not.toHaveBeenCalled();
  });

  it("is refused where one does not read right, and none may be left out", async () => {
    expect(await composeArticles("sample", articles, toSample, async () => false)).toEqual({
      status: "refused",
      discrepancies: await found(articles),
    });
  });

  it("is of the others where one may be left out, in their order, and says why", async () => {
    const mayLeaveOut = vi.fn(async () => true);
    expect(await composeArticles("sample", articles, toSample, mayLeaveOut)).toEqual({
      ...(await verified(good)),
      discrepancies: await found(articles),
    });
    expect(mayLeaveOut).toHaveBeenCalledTimes(1);
  });

  it("is a feed without entries where none reads right", async () => {
    const bad = articles.filter(({ entryId }) => entryId === "bad");
    const composed = await composeArticles("sample", bad, toSample, async () => true);
    expect(composed).toMatchObject({ status: "verified", feed: { entries: [] } });
  });

  it("stays refused where the feed itself does not read right, whatever is left out", async () => {
    const untitled = (some: StoredArticle[]): Feed => ({ ...toSample(some), title: "\u0000" });
    const composed = await composeArticles("sample", articles, untitled, async () => true);
    expect(composed.status).toBe("refused");
  });

  describe("of which one breaks the code", () => {
    const breaking = (some: StoredArticle[]): Feed => {
      if (some.some(({ entryId }) => entryId === "bad")) throw new RangeError("Maximum call stack size exceeded");
      return toSample(some);
    };
    const named = (entry: object) =>
      (["rss", "atom", "json"] as const).map((format) => ({
        feed: "sample",
        format,
        ...entry,
        field: "document",
        stored: "",
        read: "RangeError: Maximum call stack size exceeded",
        reader: format === "json" ? "strict-json" : "strict-xml",
      }));

    it("is of the others, and names it, though none may be left out otherwise", async () => {
      const mayLeaveOut = vi.fn(async () => false);
      expect(await composeArticles("sample", articles, breaking, mayLeaveOut)).toEqual({
        ...(await verified(good)),
        discrepancies: named({ entry: "bad" }),
      });
      expect(mayLeaveOut).not.toHaveBeenCalled();
    });

    it("is refused where the feed itself breaks it", async () => {
      const always = () => breaking(articles);
      const composed = await composeArticles("sample", articles, always, async () => true);
      expect(composed.status).toBe("refused");
      expect(await composeArticles("sample", [], always, async () => true)).toEqual({
        status: "refused",
        discrepancies: named({}),
      });
    });

    it("has no draft, which says why", async () => {
      const bad = articles.filter(({ entryId }) => entryId === "bad");
      expect(await draftArticles("sample", bad, breaking)).toEqual({
        documents: [],
        discrepancies: named({ entry: "bad" }),
      });
    });
  });

  it("is drafted where one does not read right: documents and discrepancies stand side by side", async () => {
    expect(await draftArticles("sample", articles, toSample)).toEqual({
      documents: render(toSample(articles)),
      discrepancies: await found(articles),
    });
    expect(await found(articles)).not.toEqual([]);
  });
});

async function composeInProcess(env: NodeJS.ProcessEnv): Promise<string> {
  const script = join(import.meta.dirname, "../bench/etags.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  return stdout;
}
