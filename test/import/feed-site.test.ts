import { describe, expect, it } from "vitest";
import { readFeedSite } from "../../src/import/feed-site.ts";
import { SOURCE } from "./helpers.ts";
import { fakeSite, readAll } from "./sites.ts";

const HOME = "https://gazette.example/feed";

const feed = (ids: string[], head = "", date = "2024-05-06T08:00:00Z") => ({
  body: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"><id>urn:f</id><title>G</title>${head}
    ${ids.map((id) => `<entry><id>urn:${id}</id><title>${id}</title><updated>${date}</updated><link href="https://gazette.example/${id}"/></entry>`).join("")}</feed>`,
});

const titles = async (answers: Parameters<typeof fakeSite>[0], more: { all?: boolean; since?: string } = {}) => {
  const { ask, asked } = fakeSite(answers);
  const pages = await readAll(readFeedSite(HOME, { ask, source: SOURCE, ...more }));
  return {
    titles: pages.map(({ items }) => items.map(({ article }) => article.title).join(" ")),
    asked: asked.map(({ url }) => url),
  };
};

describe("a site by its feed", () => {
  it("is read through its archives, and the newest of an entry that comes again is kept", async () => {
    const read = await titles(({ pathname }) =>
      pathname === "/feed"
        ? feed(["c", "b"], '<link rel="prev-archive" href="/feed/2"/><link rel="next" href="/other"/>')
        : pathname === "/feed/2"
          ? feed(["b", "a"], '<fh:archive/><link rel="prev-archive" href="1"/>')
          : feed(["z"]),
    );
    expect(read.titles).toEqual(["c b", "a", "z"]);
    expect(read.asked).toEqual([HOME, "https://gazette.example/feed/2", "https://gazette.example/feed/1"]);
  });

  it("is read page by page, in RSS and in JSON Feed", async () => {
    const item = (id: string) =>
      `<item><guid>urn:${id}</guid><title>${id}</title><link>https://gazette.example/${id}</link><pubDate>Mon, 06 May 2024 08:00:00 GMT</pubDate></item>`;
    const rss = await titles(({ search }) => ({
      body: `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>G</title><link>https://gazette.example/</link>${
        search === "" ? '<a:link rel="next" href="https://gazette.example/feed?page=2"/>' : ""
      }${item(search === "" ? "a" : "b")}</channel></rss>`,
    }));
    expect(rss.titles).toEqual(["a", "b"]);
    const json = await titles(({ search }) => ({
      body: JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "G",
        next_url: search === "" ? "https://gazette.example/feed?page=2" : undefined,
        items: [
          {
            id: search,
            url: `https://gazette.example/${search}`,
            title: `t${search}`,
            date_published: "2024-05-06T08:00:00Z",
          },
        ],
      }),
    }));
    expect(json.titles).toEqual(["t", "t?page=2"]);
  });

  it("ends where a feed says that it is complete, where it leads back, and where nothing is new", async () => {
    const next = '<link rel="next" href="/feed?page=2"/>';
    expect((await titles(() => feed(["a"], `<fh:complete/>${next}`))).asked).toHaveLength(1);
    expect((await titles(() => feed(["a"], next))).asked).toHaveLength(2);
    let count = 0;
    const back = await titles(() => {
      count += 1;
      return feed([String(count)], `<link rel="next" href="${HOME}"/>`);
    });
    expect(back.asked).toHaveLength(1);
  });

  it("goes on through a WordPress's numbered pages only where all is asked for, and to the first that is not there", async () => {
    const pages = (url: URL) => {
      const page = Number(url.searchParams.get("paged") ?? 1);
      return page > 3 ? 404 : feed([`p${page}`], '<generator uri="https://wordpress.org/">WordPress</generator>');
    };
    expect((await titles(pages)).titles).toEqual(["p1"]);
    expect((await titles(pages, { all: true })).titles).toEqual(["p1", "p2", "p3"]);
  });

  it("is read until something older than the time that was given", async () => {
    const read = await titles(
      ({ search }) =>
        search === ""
          ? feed(["c"], '<link rel="next" href="?2"/>', "2026-11-24T08:00:00Z")
          : feed(["b"], '<link rel="next" href="?3"/>'),
      { since: "2026-11-01T00:00:00Z" },
    );
    expect(read.titles).toEqual(["c", "b"]);
  });

  it("says what is no feed as it is said of a file, and where it cannot be read on", async () => {
    const { ask } = fakeSite(() => ({
      body: '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss">',
    }));
    const [page] = await readAll(readFeedSite(HOME, { ask, source: SOURCE }));
    expect(page).toMatchObject({ kind: "unknown", skipped: [{ reason: "it is an HTML page; its feed is /rss" }] });
    await expect(titles(() => 410)).rejects.toThrow("it answered 410");
    await expect(titles(({ search }) => (search ? 500 : feed(["a"], '<link rel="next" href="?2"/>')))).rejects.toThrow(
      "https://gazette.example/feed?2 answered 500",
    );
  });
});
