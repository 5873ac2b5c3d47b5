import { type Feed, FORMATS, type Format } from "../../../src/feed/feed.ts";
import { render } from "../../../src/render/render.ts";
import { type Answered, type Asked, json, serve, type TestServer } from "../server.ts";

const MEDIA_TYPES = {
  rss: "application/rss+xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

export const TOKEN = "secret";

export const feedOf = (slug: string): Feed => ({
  slug,
  id: `tag:gazette.example,2026:feeds/${slug}`,
  title: `The Gazette: ${slug}`,
  description: "News from the harbour",
  home: "https://gazette.example/",
  self: {
    rss: `https://feeds.example/feeds/${slug}.rss`,
    atom: `https://feeds.example/feeds/${slug}.atom`,
    json: `https://feeds.example/feeds/${slug}.json`,
  },
  language: "en",
  updated: "2026-03-01T10:00:00Z",
  publisher: { name: "The Gazette", url: "https://gazette.example/" },
  entries: [
    {
      id: `tag:gazette.example,2026:${slug}-1`,
      url: `https://gazette.example/${slug}/1`,
      title: "Ferries sail again",
      summary: "After the storm.",
      content_html: "<p>They sail.</p>",
      published: "2026-03-01T08:00:00Z",
      updated: "2026-03-01T10:00:00Z",
      authors: [{ name: "Ada Quill" }],
      categories: ["harbour"],
      language: "en",
      images: [],
      attachments: [],
      corrections: [],
    },
  ],
});

export function documentOf(feed: Feed, format: Format): string {
  const document = render(feed).find((one) => one.format === format);
  if (!document) throw new Error(`${feed.slug} is not rendered as ${format}`);
  return document.text;
}

export interface Newsroom {
  feeds: Feed[];
  /** What a feed's API tells otherwise than usual, in the order in which it is asked; the last again and again. */
  told?: Record<string, object[]>;
  /** What is answered otherwise than usual, if anything. */
  answer?(asked: Asked): Answered | undefined;
}

/** A service as the verify command sees it, whose documents say what its API says. */
export function serveNewsroom({ feeds, told = {}, answer }: Newsroom): Promise<TestServer> {
  const times = new Map<string, number>();
  const status = ({ slug, title, self: urls, entries }: Feed) => {
    const count = times.get(slug) ?? 0;
    times.set(slug, count + 1);
    const own = told[slug]?.at(Math.min(count, (told[slug]?.length ?? 0) - 1));
    return { slug, title, urls, state: "verified", edition: 3, entries: entries.length, stale: false, ...own };
  };
  return serve((asked) => {
    const other = answer?.(asked);
    if (other) return other;
    if (asked.path === "/feeds.opml") return { type: "text/x-opml", body: opml(feeds) };
    for (const feed of feeds) {
      const format = FORMATS.find((one) => new URL(feed.self[one]).pathname === asked.path);
      if (format) return { type: MEDIA_TYPES[format], body: documentOf(feed, format) };
    }
    if (asked.headers.authorization !== `Bearer ${TOKEN}`) return json({ detail: "Send the publish token" }, 401);
    if (asked.path === "/api/feeds?asleep=false") {
      const listed = feeds.map(({ slug, title, self: urls }) => ({ slug, title, urls, state: "verified" }));
      return json({ feeds: listed, empty: false });
    }
    const feed = feeds.find(({ slug }) => asked.path === `/api/feeds/${slug}`);
    return feed ? json({ ...status(feed), feed }) : json({ detail: "No feed has this slug." }, 404);
  });
}

const opml = (feeds: Feed[]): string => {
  const outlines = feeds.map(({ self, title }) => `<outline type="rss" text="${title}" xmlUrl="${self.rss}"/>`);
  return `<opml version="2.0"><head/><body><outline text="News">${outlines.join("")}</outline></body></opml>`;
};
