import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { pass, startClock } from "../../clock.ts";
import { coldPoll, type Poll } from "../../cold-poll.ts";
import { text } from "../../desk/browser.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { tree } from "../../pages/files/parsed.ts";
import { entry, type Reader, readerOf } from "../../pages/reader.ts";

const DAY = 86_400_000;
const TAGS = { by: "tag", slug: "tag/{value}", title: "{site}: {value}", description: "On {value}" } as const;
const FEEDS: FeedInput[] = [
  { slug: "all", title: "The Test Gazette", description: "All the news" },
  { ...TAGS, least: 2, entries: 4, formerly: ["topic/{value}"] },
  { ...TAGS, by: "author", slug: "author/{value}" },
  { ...TAGS, by: "section", slug: "for/{value}", access: "partner", partner: "radio" },
  { ...TAGS, slug: "over/{value}", retired: true },
];

let desk: Newsroom;
let on: Reader;
let poll: Poll;

beforeEach(async () => {
  startClock(Date.UTC(2026, 5, 1, 12));
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  desk = await newsroom(FEEDS, SITE, { wait: async (milliseconds) => pass(milliseconds) });
  on = readerOf(desk);
  poll = coldPoll(here.db, FEEDS);
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

const story = (id: string, tags: string[], fields = {}) =>
  article(id, { tags, authors: [{ name: "Ada" }], section: "News", content_html: `<p>Text of ${id}.</p>`, ...fields });
const awake = async (): Promise<string[]> =>
  (
    await here.db
      .prepare("SELECT slug FROM feed WHERE family IS NOT NULL AND NOT asleep ORDER BY slug")
      .all<{ slug: string }>()
  ).results.map(({ slug }) => slug);
/** What a page says, but for when the feed was proofread. */
const wordsOf = (html: string): string => text(html.replace(/<p class="proof">.*?<\/p>/s, ""));

describe("a family's page", () => {
  it("is reached from the directory, which has a line for it and none for its feeds", async () => {
    await on.publish(story("a", ["sea"]), story("b", ["sea"]));
    const html = await on.page("/");
    expect(html).toContain('<a href="/feeds/tag">Topics</a>');
    expect(html).toContain('<a href="/feeds/author">Authors</a>');
    for (const hidden of ["tag/sea", "/for", "/over"]) expect(html).not.toContain(`/feeds/${hidden}`);
    expect(await on.page("/?q=sea")).toContain('href="/feeds/tag?q=sea"');
  });

  it("lists its feeds, and finds them however they are written", async () => {
    await on.publish(story("a", ["Zürich", "سياسة", "once"]), story("b", ["Zürich", "سياسة", "Zug"]));
    const html = await on.page("/feeds/tag");
    expect([...html.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, name]) => name)).toEqual(["Zürich", "سياسة"]);
    expect(await on.page("/feeds/tag?q=ZURI")).toContain('<a href="/feeds/tag/zurich"><bdi>Zürich</bdi></a>');
    expect(text(await on.page("/feeds/tag?q=%3Cb%3E"))).toContain("No topic for “&lt;b&gt;”.");
    expect(await awake()).toEqual([]);
  });

  it("is nowhere for a partner's, and says where one has moved or ended", async () => {
    await on.publish(story("a", ["sea"]));
    expect((await on.get("/feeds/for")).status).toBe(404);
    expect((await on.get("/feeds/over")).status).toBe(410);
    const moved = await on.get("/feeds/topic");
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/feeds/tag"]);
  });
});

describe("the page of a family's feed", () => {
  it("is there once the feed is, and leads on where it has moved or ended", async () => {
    await on.publish(story("a", ["sea"]));
    for (const path of ["/feeds/tag/sea", "/feeds/tag/none", "/feeds/tag/sea.css", "/feeds/tag/sea/archive/1"])
      expect((await on.get(path)).status, path).toBe(404);
    expect((await on.get("/feeds/tag/sea")).headers.get("cache-control")).toBe("public, max-age=60, s-maxage=5");
    await on.publish(story("b", ["sea"]));
    expect(await on.page("/feeds/tag/sea")).toContain('<h1 lang="en" dir="ltr">sea</h1>');
    expect((await on.get("/feeds/for/news")).status).toBe(404);
    expect((await on.get("/feeds/over/sea")).status).toBe(410);
    const moved = await on.get("/feeds/topic/sea");
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/feeds/tag/sea"]);
  });

  it("wakes nobody, and says what the awake feed's says", async () => {
    await on.publish(
      ...["a", "b", "c", "d", "e"].map((id) => story(id, ["sea"], { language: "de", summary: `On ${id} <here>` })),
    );
    const asleep = await on.page("/feeds/tag/sea");
    const [one, styles] = [await on.page(`/feeds/tag/sea?${entry("c")}`), await on.get("/feeds/tag/sea.css")];
    expect(asleep).toContain("4 stories, full text");
    expect(asleep).toContain("Composed and proofread as soon as a feed reader asks for it");
    expect((await on.get("/feeds/tag/sea")).headers.get("cache-control")).toBe("private, max-age=60");
    expect([styles.status, await styles.text()]).toEqual([200, expect.stringContaining("/feeds/tag/sea.rss")]);
    expect(await awake()).toEqual([]);
    expect((await poll("/feeds/tag/sea.rss")).status).toBe(200);
    expect(await awake()).toEqual(["tag/sea"]);
    const html = await on.page("/feeds/tag/sea");
    expect(html).toContain("<b>Proofread</b>");
    expect(wordsOf(html)).toBe(wordsOf(asleep));
    expect(await on.page(`/feeds/tag/sea?${entry("c")}`)).toBe(one);
    expect((await on.get("/feeds/tag/sea")).headers.get("cache-control")).toBe("public, max-age=60, s-maxage=5");
  });

  it("is found by readers, and leads to its family", async () => {
    await on.publish(story("a", ["政治"]), story("b", ["政治"]));
    const slug = `tag/${encodeURI("政治")}`;
    const html = await on.page(`/feeds/${slug}`);
    expect(html).toContain(
      `<link rel="alternate" type="application/rss+xml" title="The Test Gazette: 政治 (RSS)" href="https://feeds.example/feeds/${slug}.rss"`,
    );
    expect(html).toContain(`<link rel="canonical" href="https://feeds.example/feeds/${slug}"`);
    expect(html).toContain('<a href="/feeds/tag">All topics</a>');
  });

  it("shows no story a moment longer than it may be seen", async () => {
    await on.publish(story("a", ["sea"]), story("b", ["sea"]), story("c", ["sea"]));
    expect(await on.page("/feeds/tag/sea")).toContain("Title of b");
    await desk.request("DELETE", "/api/articles/b", { reason: "It was wrong." });
    expect(await on.page("/feeds/tag/sea")).not.toContain("Title of b");
    expect(await on.page(`/feeds/tag/sea?${entry("b")}`)).not.toContain("Text of b");
  });

  it("has the archive that the feed had, asleep as well", async () => {
    await on.publish(...Array.from({ length: 11 }, (_, index) => story(`n${index}`, ["sea"])));
    await poll("/feeds/tag/sea.rss");
    for (let round = 0; round < 4; round += 1) {
      pass(2_000);
      await desk.sweep();
    }
    const [page, full] = ["/feeds/tag/sea/archive/1", `/feeds/tag/sea/archive/1?${entry("n0")}`];
    const [before, story0] = [await on.page(page), await on.page(full)];
    expect(before).toContain("Title of n0");
    pass(8 * DAY);
    await desk.sweep();
    expect(await awake()).toEqual([]);
    expect(text((await on.page(page)).replaceAll(/<time.*?<\/time>/g, ""))).toBe(
      text(before.replaceAll(/<time.*?<\/time>/g, "")),
    );
    expect(await on.page(full)).toBe(story0);
    for (const none of [0, 99, 999_999_999]) expect((await on.get(`/feeds/tag/sea/archive/${none}`)).status).toBe(404);
    expect(await awake()).toEqual([]);
  });
});

describe("a page with stories", () => {
  const more = (html: string) => text(/<nav class="more".*?<\/nav>/s.exec(html)?.[0] ?? "").trim();

  it("leads to the families' feeds in which they stand, and to no other", async () => {
    await on.publish(
      story("a", ["sea", "sky", "once"], { authors: [{ name: "Bo" }] }),
      story("b", ["sea", "sky"]),
      story("c", ["sea"]),
    );
    expect(more(await on.page("/feeds/all"))).toBe("More in: sea · sky · Ada · Bo");
    expect(more(await on.page(`/feeds/all?${entry("a")}`))).toBe("More in: sea · sky · Bo");
    expect(more(await on.page("/feeds/tag/sky"))).toBe("More in: sea · Ada · Bo");
    expect(await awake()).toEqual([]);
  });

  it("says nothing where there is nothing else", async () => {
    await on.publish(article("a"));
    expect(more(await on.page("/feeds/all"))).toBe("");
  });
});

describe("OPML", () => {
  const outlines = async (path: string) => {
    const response = await on.get(path);
    expect(response.status).toBe(200);
    const body = tree(await response.text()).children.find(({ name }) => name === "body");
    return body?.children.map(({ attributes, children }) => [
      attributes.get("text"),
      children.map((child) => [child.attributes.get("title"), child.attributes.get("xmlUrl")]),
    ]);
  };
  const url = (slug: string) => `https://feeds.example/feeds/${encodeURI(slug)}.rss`;

  it("has the families' feeds behind the others, in a group for each, the newest first", async () => {
    await on.publish(story("a", ["A & B", "once"]), story("b", ["A & B", "海"]), story("c", ["海"]));
    const topics = [
      "Topics",
      [
        ["The Test Gazette: 海", url("tag/海")],
        ["The Test Gazette: A & B", url("tag/a-b")],
      ],
    ];
    const authors = ["Authors", [["The Test Gazette: Ada", url("author/ada")]]];
    expect(await outlines("/feeds.opml")).toEqual([
      ["The whole paper", [["The Test Gazette", url("all")]]],
      topics,
      authors,
    ]);
    expect(await outlines("/feeds.opml?section=tag")).toEqual([topics]);
    expect(await outlines("/feeds.opml?section=families")).toEqual([topics, authors]);
    for (const none of ["for", "over", "tag/a-b", "none"])
      expect((await on.get(`/feeds.opml?section=${none}`)).status).toBe(404);
    expect(await awake()).toEqual([]);
  });

  it("is whole where a family has no feed yet", async () => {
    expect(await outlines("/feeds.opml?section=tag")).toEqual([]);
  });
});
