/** The usual tutorial: Hono, and `feed` on every request. */
import { Feed } from "feed";
import { Hono } from "hono";
import { SITE } from "../../site.ts";
import { newest } from "./newest.ts";

const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.get("/feeds/all.rss", async (c) => {
  const feed = new Feed({
    id: `${SITE.base}/feeds/all`,
    title: "Everything",
    description: "All the news",
    link: SITE.home,
    copyright: "",
    feedLinks: { rss: `${SITE.base}/feeds/all.rss` },
  });
  for (const article of await newest(c.env.DB)) {
    feed.addItem({
      id: article.id,
      title: article.title,
      link: article.url,
      date: new Date(article.updated_at ?? article.published_at),
      description: article.summary,
      content: article.content_html,
      author: article.authors.map(({ name, url }) => ({ name, link: url })),
      category: article.tags.map((name) => ({ name })),
      image: article.images[0]?.url,
    });
  }
  return c.body(feed.rss2(), 200, { "content-type": "application/rss+xml; charset=utf-8" });
});

export default app;
