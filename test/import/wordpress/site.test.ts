import { describe, expect, it } from "vitest";
import type { SiteAnswer } from "../../../src/import/sites/site-reader.ts";
import { SiteFault } from "../../../src/import/sites/site-reader.ts";
import { readWordPressSite } from "../../../src/import/wordpress/site.ts";
import { NOW } from "../helpers.ts";
import { readAll } from "../sites.ts";

const HOME = "https://gazette.example/";
const API = { namespaces: ["oembed/1.0", "wp/v2"] };

interface Post {
  id: number;
  [field: string]: unknown;
}

const post = (id: number, fields: Record<string, unknown> = {}): Post => ({
  id,
  ...{
    status: "publish",
    type: "post",
    link: `${HOME}story-${id}/`,
    date_gmt: "2024-05-06T08:00:00",
    date: "2024-05-06T09:00:00",
  },
  ...{ modified_gmt: "2024-05-06T08:00:00", guid: { rendered: `${HOME}?p=${id}` }, title: { rendered: `Story ${id}` } },
  ...{ content: { rendered: `<p>Words of ${id}.</p>`, protected: false }, excerpt: { rendered: "" } },
  ...fields,
});

interface Site {
  posts: Post[];
  /** What happens to a request before it is answered. */
  before?: (url: URL, asked: number) => SiteAnswer | undefined;
  headers?: Record<string, string>;
}

/** A WordPress of few words. It remembers what it was asked. */
function wordpress({ posts, before, headers = { link: `<${HOME}wp-json/>; rel="https://api.w.org/"` } }: Site) {
  const asked: { url: URL; headers: Record<string, string> }[] = [];
  const ask = async (address: string, sent: Record<string, string> = {}): Promise<SiteAnswer> => {
    const url = new URL(address);
    asked.push({ url, headers: sent });
    const early = before?.(url, asked.length);
    if (early) return early;
    if (url.pathname === "/") return answer(url.href, 200, "<html></html>", headers);
    if (url.pathname === "/wp-json/") return answer(url.href, 200, JSON.stringify(API));
    const [offset, size] = [Number(url.searchParams.get("offset")), Number(url.searchParams.get("per_page"))];
    return answer(url.href, 200, JSON.stringify(posts.slice(offset, offset + size)), {
      "x-wp-total": String(posts.length),
    });
  };
  return { ask, asked };
}

const answer = (url: string, status: number, body: string, headers: Record<string, string> = {}): SiteAnswer => ({
  ...{ url, status, headers: new Headers(headers), body: new TextEncoder().encode(body) },
});

const itemsOf = async ({ ask }: ReturnType<typeof wordpress>, more: { since?: string; key?: string } = {}) =>
  (await readAll(readWordPressSite(HOME, { ask, source: { name: HOME, now: NOW }, ...more }))).flatMap(
    ({ items }) => items,
  );

const many = (count: number): Post[] => Array.from({ length: count }, (_, index) => post(index + 1));

describe("a running WordPress", () => {
  it("is read to its end, each post with what it says of itself", async () => {
    const full = post(1, {
      title: { rendered: "Tom &amp; Ann&#8217;s <em>quay</em>" },
      guid: { rendered: `${HOME}?post_type=review&#038;p=1` },
      excerpt: { rendered: "<p>In short.</p>\n" },
      modified_gmt: "2024-05-07T08:00:00",
      _embedded: {
        author: [{ name: "Ada Quayle" }],
        "wp:term": [
          [{ id: 3, taxonomy: "category", slug: "news", name: "News" }],
          [{ id: 4, taxonomy: "post_tag", slug: "r-d", name: "R&amp;D" }],
        ],
        "wp:featuredmedia": [
          {
            ...{
              source_url: `${HOME}quay.jpg`,
              mime_type: "image/jpeg",
              alt_text: "A quay",
              caption: { rendered: "<p>The quay</p>" },
            },
            media_details: { width: 1200, height: 800, filesize: 1234, image_meta: { credit: "A. Moor" } },
          },
        ],
      },
    });
    const [item] = await itemsOf(wordpress({ posts: [full] }));
    expect(JSON.parse(JSON.stringify(item?.article))).toMatchObject({
      ...{
        url: `${HOME}story-1/`,
        title: "Tom & Ann’s quay",
        guid: `${HOME}?post_type=review&p=1`,
        summary: "In short.",
      },
      ...{ authors: [{ name: "Ada Quayle" }], section: "News", tags: ["R&D"], content_html: "<p>Words of 1.</p>" },
      ...{ published_at: "2024-05-06T08:00:00Z", updated_at: "2024-05-07T08:00:00Z" },
      images: [
        {
          url: `${HOME}quay.jpg`,
          type: "image/jpeg",
          width: 1200,
          height: 800,
          length: 1234,
          caption: "The quay",
          credit: "A. Moor",
        },
      ],
    });
    expect(item?.article).not.toHaveProperty("credit");
  });

  it.each([250, 100, 99, 1])("gives all of its %d posts, each once", async (count) => {
    const site = wordpress({ posts: many(count) });
    expect((await itemsOf(site)).map(({ where }) => where.replace(/ “.*/, ""))).toEqual(
      many(count).map(({ id }) => `post ${id}`),
    );
    expect(site.asked.length).toBe(2 + Math.ceil(count / 100));
  });

  it("loses no post when another goes away while it is read", async () => {
    const posts = many(250);
    const site = wordpress({ posts, before: (_, asked) => void (asked === 4 && posts.splice(0, 30)) });
    const read = await itemsOf(site);
    expect(new Set(read.map(({ article }) => article.url)).size).toBe(250);
  });

  it("is asked for fewer at once when it cannot make so many", async () => {
    const posts = many(60);
    const tooMany = (url: URL) =>
      Number(url.searchParams.get("per_page")) > 10
        ? answer(url.href, 500, "<p>Allowed memory size exhausted")
        : undefined;
    expect(await itemsOf(wordpress({ posts, before: tooMany }))).toHaveLength(60);
  });

  it("keeps to itself what has a password", async () => {
    const [item] = await itemsOf(wordpress({ posts: [post(1, { content: { rendered: "", protected: true } })] }));
    expect(item?.withheld).toBe("it has a password");
    expect(item?.article.status).toBe("withheld");
  });

  it("shows its drafts only to a key, and they come as withheld", async () => {
    const site = wordpress({ posts: [post(1), post(2, { status: "draft", date_gmt: "0000-00-00T00:00:00" })] });
    const read = await itemsOf(site, { key: "ada:abcd EFGH" });
    expect(read.map(({ article }) => article.status)).toEqual([undefined, "withheld"]);
    expect(site.asked.at(-1)?.headers.authorization).toBe(`Basic ${btoa("ada:abcd EFGH")}`);
    expect(site.asked.at(-1)?.url.searchParams.get("context")).toBe("edit");
    expect(site.asked[0]?.headers.authorization).toBeUndefined();
  });

  it("does not send a key to another server that it names", async () => {
    const headers = { link: '<https://elsewhere.example/wp-json/>; rel="https://api.w.org/"' };
    const before = (url: URL) =>
      url.host === "elsewhere.example" ? answer(url.href, 200, JSON.stringify(API)) : undefined;
    const site = wordpress({ posts: [], headers, before });
    await expect(itemsOf(site, { key: "ada:secret" })).rejects.toThrow(/shall not see its key/);
    expect(site.asked.every((one) => one.headers.authorization === undefined)).toBe(true);
  });

  it("has no summary where WordPress made one of the first words", async () => {
    const cut = post(1, { excerpt: { rendered: "<p>Words of [&hellip;]</p>" } });
    const whole = post(2, {
      content: {
        rendered: "<p>Words</p><figure><img src='x'><figcaption>A caption</figcaption></figure><p>of 2.</p>",
        protected: false,
      },
      excerpt: { rendered: "<p>Words of 2.</p>" },
    });
    expect((await itemsOf(wordpress({ posts: [cut, whole] }))).map(({ article }) => article.summary)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("is asked for what was changed since, and for what has come out since: the latter is no change", async () => {
    const site = wordpress({ posts: [post(1)] });
    expect(await itemsOf(site, { since: "2024-05-06T08:00:00Z" })).toHaveLength(1);
    const [changed, published] = site.asked.slice(2).map(({ url }) => url.searchParams);
    expect(changed?.get("modified_after")).toBe("2024-05-06T07:00:00Z");
    expect(published?.get("after")).toBe("2024-05-06T07:00:00Z");
  });

  it.each([
    ["in its pages", `<link rel="https://api.w.org/" href="${HOME}wp-json/" />`],
    ["nowhere", "<html></html>"],
  ])("has its API found that is named %s", async (_, page) => {
    const before = (url: URL) => (url.pathname === "/" && url.search === "" ? answer(url.href, 200, page) : undefined);
    expect(await itemsOf(wordpress({ posts: [post(1)], before }))).toHaveLength(1);
  });

  it("is read without rewritten addresses", async () => {
    const headers = { link: `<${HOME}?rest_route=/>; rel="https://api.w.org/"` };
    const before = (url: URL) => {
      const route = url.searchParams.get("rest_route");
      if (route === "/") return answer(url.href, 200, JSON.stringify(API));
      return route === "/wp/v2/posts"
        ? answer(url.href, 200, JSON.stringify([post(1)]), { "x-wp-total": "1" })
        : undefined;
    };
    expect(await itemsOf(wordpress({ posts: [], headers, before }))).toHaveLength(1);
  });

  it.each([
    ["no WordPress", (url: URL) => answer(url.href, url.pathname === "/" ? 200 : 404, "<html></html>"), /no WordPress/],
    ["closed", (url: URL) => answer(url.href, 403, "{}"), /it answered 403/],
    [
      "broken",
      (url: URL) => (url.pathname.endsWith("/posts") ? answer(url.href, 401, '{"message":"Sorry."}') : undefined),
      /it answered 401: Sorry\./,
    ],
  ])("that is %s says so", async (_, before, message) => {
    await expect(itemsOf(wordpress({ posts: [], before }))).rejects.toThrow(SiteFault);
    await expect(itemsOf(wordpress({ posts: [], before }))).rejects.toThrow(message);
  });

  it("is read though a plugin prints warnings before each answer", async () => {
    const before = (url: URL) =>
      url.pathname.endsWith("/posts")
        ? answer(url.href, 200, `<b>Warning</b>: [x] in y.php\n${JSON.stringify([post(1)])}`, { "x-wp-total": "1" })
        : undefined;
    expect(await itemsOf(wordpress({ posts: [], before }))).toHaveLength(1);
  });
});
