import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, FEEDS, newsroom } from "../newsroom.ts";

/** A few ids, addresses and guids, so that they meet. */
const line = fc
  .record({
    id: fc.constantFrom("a", "b", "c"),
    url: fc.constantFrom(1, 2).map((n) => `https://gazette.example/${n}`),
    title: fc.constantFrom("One", "Two"),
    published_at: fc.constant("2026-03-01T08:00:00Z"),
    guid: fc.option(fc.constantFrom("old-1", "old-2"), { nil: undefined }),
    status: fc.constantFrom("usable", "withheld", "canceled"),
    section: fc.constantFrom("Sport", "Politics", undefined),
    content_html: fc.constantFrom("<p>T</p>", "<p onclick=x>T</p>"),
  })
  .map((fields) => JSON.stringify(fields));
const lines = fc
  .array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom("{", "{}") }), {
    maxLength: 8,
  })
  .map((some) => `${some.join("\n")}\n`);

const sameUrl = (id: string): string =>
  JSON.stringify(article(id, { url: "https://gazette.example/1", published_at: "2026-03-01T08:00:00Z" }));

/** Of three that share a URL, one comes again: the one that is told of first was stored first. */
const SHARED: [string, string][] = [["\n", `${["b", "a", "c", "a"].map(sameUrl).join("\n")}\n`]];

/** All that a save may write, but the feeds as they were taken up. */
const written = async (): Promise<unknown> =>
  (
    await here.db.batch(
      ["article", "revision", "membership", "feed"].map((table) => here.db.prepare(`SELECT * FROM ${table}`)),
    )
  ).map(({ results }) => results);

describe("a dry run", () => {
  it.each([true, false])(
    "answers what the run answers, whatever is stored, and stores nothing; unique URLs: %s",
    (unique_urls) =>
      fc.assert(
        fc.asyncProperty(lines, lines, async (before, now) => {
          const { request } = await newsroom(FEEDS, { ...SITE, unique_urls });
          const send = async (path: string, body: string) =>
            (await request("POST", `/api/articles${path}`, body)).text();
          await send("", before);
          const stored = await written();
          const rehearsed = await send("/dry-run", now);
          expect(await written()).toEqual(stored);
          expect(rehearsed).toBe(await send("", now));
        }),
        { numRuns: inject("sequences") * 3, examples: SHARED },
      ),
  );

  it("of no body, or of one that it cannot hold, is refused", async () => {
    const { request } = await newsroom();
    expect((await request("POST", "/api/articles/dry-run", "")).status).toBe(400);
    expect((await request("POST", "/api/articles/dry-run", "x".repeat(10_000_001))).status).toBe(413);
  });
});
