import { describe, expect, it } from "vitest";
import { articleId } from "../../../../src/import/decide/article-id.ts";
import { readPageText } from "../../../../src/import/page-text/read.ts";
import { SOURCE } from "../../helpers.ts";
import { GIVEN } from "../harbour.ts";

describe("an article of a page", () => {
  const STORY = "Harbour reopens after storm\n\nThe ferries sailed.\n";
  const ADDRESS_MADE = "without an address: it got one under the site's home, made of its headline";
  const FACTS =
    "https://gazette.example/a\n\nHarbour reopens after storm\n\nBy Jane Doe | 3 March 2026\n\nUpdated 4 March 2026\n\nThe ferries sailed.\n";

  it("holds what the page says, and no more", async () => {
    const { items } = await readPageText(FACTS, { ...SOURCE, name: "page.txt" });
    expect(items.map(({ article, notes }) => ({ article, notes }))).toEqual([
      {
        article: {
          id: await articleId("https://gazette.example/a", "https://gazette.example/a"),
          url: "https://gazette.example/a",
          title: "Harbour reopens after storm",
          content_html: "<p>The ferries sailed.</p>",
          authors: [{ name: "Jane Doe" }],
          tags: [],
          published_at: "2026-03-03T00:00:00Z",
          updated_at: "2026-03-04T00:00:00Z",
        },
        notes: [],
      },
    ]);
  });

  it.each([
    [
      "its own address before any other",
      FACTS,
      { url: "https://fetched.example/x", base: "https://base.example/" },
      "https://gazette.example/a",
    ],
    [
      "where it was fetched from",
      STORY,
      { url: "https://fetched.example/x", base: "https://base.example/" },
      "https://fetched.example/x",
    ],
    [
      "its headline under the base",
      STORY,
      { base: "https://base.example/" },
      "https://base.example/harbour-reopens-after-storm",
    ],
  ])("has %s", async (_, text, source, url) => {
    const { items } = await readPageText(text, { ...SOURCE, date: "2026-03-03T00:00:00Z", ...source });
    expect(items[0]?.article.url).toBe(url);
  });

  it.each([
    [
      "the given date, before its own",
      FACTS,
      { date: "2025-05-05T00:00:00Z" },
      { published_at: "2025-05-05T00:00:00Z", updated_at: "2026-03-04T00:00:00Z" },
      [],
    ],
    [
      "its own date",
      FACTS,
      { modified: "2024-01-01T00:00:00Z" },
      { published_at: "2026-03-03T00:00:00Z", updated_at: "2026-03-04T00:00:00Z" },
      [],
    ],
    [
      "its update's, where that is all",
      STORY.replace("\n\n", "\n\nUpdated 4 March 2026\n\n"),
      {},
      { published_at: "2026-03-04T00:00:00Z" },
      [ADDRESS_MADE],
    ],
    [
      "no update before it was published",
      FACTS,
      { date: "2026-05-05T00:00:00Z" },
      { published_at: "2026-05-05T00:00:00Z" },
      [],
    ],
    [
      "the file's where that was asked for, which is noted",
      STORY,
      { modified: "2024-01-01T00:00:00Z", fileTime: true },
      { published_at: "2024-01-01T00:00:00Z" },
      [ADDRESS_MADE, "without a date: it got the file's"],
    ],
    ["none where nothing says it", STORY, { modified: "2024-01-01T00:00:00Z" }, {}, [ADDRESS_MADE]],
  ])("has %s", async (_, text, source, dates, notes) => {
    const { items } = await readPageText(text, { ...SOURCE, base: "https://base.example/", ...source });
    const { published_at, updated_at } = items[0]?.article ?? {};
    expect([{ published_at, updated_at }, items[0]?.notes]).toEqual([dates, notes]);
  });

  it("is under the site's home, and is undated, where nobody says more of it", async () => {
    const { items } = await readPageText(STORY, { ...SOURCE, home: "https://home.example/" });
    expect(items).toMatchObject([{ article: { url: "https://home.example/harbour-reopens-after-storm" }, undated: 0 }]);
    expect(items[0]?.article).not.toHaveProperty("published_at");
  });

  it("has the section and tag of whoever imports", async () => {
    const { items } = await readPageText(`Home / Weather\n\n${STORY}`, {
      ...SOURCE,
      ...GIVEN,
      section: "World",
      tag: "imported",
    });
    expect(items[0]?.article).toMatchObject({ section: "World", tags: ["imported"] });
  });
});
