import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";

const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "All", description: "Everything", entries: 2 },
  { slug: "briefs", title: "Briefs", description: "Short", entries: 2, content: "summary" },
  { slug: "lines", title: "Lines", description: "Headlines", entries: 2, content: "headline" },
  { slug: "machines", title: "Machines", description: "Everything", entries: 2, kind: "wire" },
];
const SECRETS = [
  "Zanzibar scandal",
  "quicksilver sentence",
  "osprey summary",
  "heron.jpg",
  "Wren Caption",
  "Byline Bird",
  "finch-tag",
];
const FORMATS = ["rss", "atom", "json"];

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS, SITE);
});

const story = (fields: Record<string, unknown> = {}) =>
  article("gone", {
    url: "https://gazette.example/2026/gone",
    title: "The Zanzibar scandal",
    summary: "An osprey summary.",
    content_html: '<p>One quicksilver sentence.</p><img src="https://gazette.example/heron.jpg">',
    authors: [{ name: "Byline Bird" }],
    tags: ["finch-tag"],
    images: [{ url: "https://gazette.example/heron.jpg", caption: "Wren Caption" }],
    published_at: "2026-01-01T00:00:00Z",
    ...fields,
  });

/** Every address that the service answers without a token. */
async function everything(): Promise<string> {
  const paths = ["/", "/feeds.opml", "/health", "/robots.txt", "/news-sitemap.xml", "/audience", "/?q=Zanzibar"];
  for (const { slug } of FEEDS) {
    paths.push(`/feeds/${slug}`);
    for (const format of FORMATS) {
      paths.push(`/feeds/${slug}.${format}`);
      for (const page of [1, 2, 3, 4]) paths.push(`/feeds/${slug}/archive/${page}.${format}`);
    }
  }
  const responses = await Promise.all(
    paths.map(async (path) => {
      const response = await desk.request("GET", path, undefined, { authorization: "" });
      return `${[...response.headers].join("\n")}\n${await response.text()}`;
    }),
  );
  return responses.join("\n");
}

/** Every column of every table but the newsroom's own history and what it is searched by, unpacked. */
async function store(): Promise<string> {
  const { results } = await here.db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*' AND name NOT GLOB 'words*' AND name NOT GLOB 'listing*' AND name NOT IN ('revision', 'audit')",
    )
    .all<{ name: string }>();
  expect(results.length).toBeGreaterThan(6);
  const rows = await Promise.all(
    results.map(({ name }) => here.db.prepare(`SELECT * FROM ${name}`).all<Record<string, unknown>>()),
  );
  return rows
    .flatMap(({ results }) => results)
    .flatMap((row) => Object.values(row).map((value) => unpacked(String(value), row)))
    .join("\n");
}

function unpacked(value: string, row: Record<string, unknown>): string {
  if (!("body" in row) || value !== row.body || row.coding === "identity") return value;
  const bytes = Buffer.from(value, "base64");
  return (row.coding === "br" ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
}

/** What no input could be: XML has no such character. */
const spoil = (id: string) =>
  here.db
    .prepare("UPDATE revision SET body = json_set(body, '$.title', 'Bad ' || char(1)) WHERE article_id = ?")
    .bind(id)
    .run();

describe("a story that is taken back", () => {
  it.each(["DELETE", "PUT"])("by %s leaves no byte of itself where a request can reach it", async (method) => {
    for (const id of ["a", "b", "c", "d", "e"])
      await desk.put(article(id, { published_at: `2025-12-0${id.charCodeAt(0) - 96}T00:00:00Z` }));
    await desk.put(story());
    await desk.publish();
    for (const id of ["f", "g", "h", "i"]) {
      await desk.put(article(id));
      await desk.publish();
    }
    // It stands in the archive by now; a fresh correction brings it back into the subscription documents as well.
    expect(await everything()).toContain("quicksilver sentence");
    await desk.put(story({ corrections: [{ at: "2026-02-01T00:00:00Z", note: "A slip." }] }));
    await desk.publish();
    const before = await everything();
    const stored = await store();
    for (const secret of SECRETS) {
      expect(before, secret).toContain(secret);
      expect(stored, secret).toContain(secret);
    }
    const etag = (await desk.request("GET", "/feeds/all.json")).headers.get("etag") ?? "";

    const response =
      method === "DELETE"
        ? await desk.request("DELETE", "/api/articles/gone?reason=Wrong%20person")
        : await desk.put(story({ status: "canceled", reason: "Wrong person" }));
    expect(response.status).toBe(200);
    await desk.publish();

    const after = await everything();
    const left = await store();
    for (const secret of SECRETS) {
      expect(after, secret).not.toContain(secret);
      expect(left, secret).not.toContain(secret);
    }
    const delta = await desk.request("GET", "/feeds/all.json", undefined, { "a-im": "feed", "if-none-match": etag });
    expect(delta.status).toBe(226);
    const { items } = (await delta.json()) as { items: Record<string, unknown>[] };
    expect(items).toEqual([
      expect.objectContaining({
        id: "tag:gazette.example,2026:gone",
        url: "https://gazette.example/2026/gone",
        title: "Withdrawn",
        content_html: "<p>This story has been withdrawn by the publisher.</p><p>Reason: Wrong person</p>",
        date_published: "2026-01-01T00:00:00.000Z",
      }),
    ]);
    expect(items[0]).not.toHaveProperty("attachments");
    // The newsroom keeps it, behind the token.
    expect(await (await desk.request("GET", "/api/articles/gone/revisions")).text()).toContain("quicksilver sentence");
    expect((await desk.request("GET", "/api/articles/gone/revisions", undefined, { authorization: "" })).status).toBe(
      401,
    );
  });

  it.each([
    ["retracted", { status: "canceled" }],
    ["withheld", { status: "withheld" }],
  ])("%s, goes although another story does not read right: that one is left out until it does", async (_, fields) => {
    for (const id of ["a", "b", "c", "d"]) await desk.put(article(id));
    await desk.put(story());
    await desk.put(article("e"));
    await desk.publish();
    // In the archive, with `c`; and then in the subscription documents as well.
    for (const id of ["f", "g", "h", "i"]) {
      await desk.put(article(id));
      await desk.publish();
    }
    await desk.put(story({ corrections: [{ at: "2026-02-01T00:00:00Z", note: "A slip." }] }));
    await desk.publish();
    expect(await everything()).toContain("quicksilver sentence");
    for (const id of ["c", "d", "e", "j"]) await spoil(id);
    await desk.put(article("j"));
    await spoil("j");
    await desk.put(story(fields));
    await desk.publish();
    const after = await everything();
    for (const secret of SECRETS) expect(after, secret).not.toContain(secret);
    expect((await desk.items("all")).map((item) => item.title)).not.toContain("Title of j");
    const state = async () =>
      ((await (await desk.request("GET", "/api/feeds")).json()) as { feeds: object[] }).feeds.find(
        (feed) => "slug" in feed && feed.slug === "all",
      );
    expect(await state()).toMatchObject({ state: "refused", stale: false, discrepancies: expect.any(Array) });
    for (const id of ["c", "d", "e", "j"]) await desk.put(article(id, { title: `Mended ${id}` }));
    await desk.publish();
    expect(await state()).toMatchObject({ state: "verified" });
    const mended = await everything();
    for (const id of ["c", "d", "e", "j"]) expect(mended).toContain(`Mended ${id}`);
  });

  it("is told to machines as a tombstone (RFC 6721), and to people's feeds not", async () => {
    await desk.put(story());
    await desk.publish();
    await desk.request("DELETE", "/api/articles/gone?reason=Wrong%20person");
    await desk.publish();
    const when = /<atom:updated>([^<]*)/.exec(await desk.document("/feeds/machines.rss"))?.[1] ?? "";
    expect(await desk.document("/feeds/machines.atom")).toContain(
      `<at:deleted-entry ref="tag:gazette.example,2026:gone" when="${when}"><at:comment>Wrong person</at:comment></at:deleted-entry>`,
    );
    expect(await desk.document("/feeds/machines.rss")).toContain(
      `<dcterms:modified>${when}</dcterms:modified><dcterms:valid>end=${when}; scheme=W3C-DTF</dcterms:valid>`,
    );
    expect((await desk.items("machines"))[0]?._wireproof).toEqual({ deleted: { at: when, reason: "Wrong person" } });
    for (const format of FORMATS) expect(await desk.document(`/feeds/all.${format}`)).not.toMatch(/deleted|dcterms/);
  });

  it("that nobody saw leaves no notice", async () => {
    await desk.put(story({ embargo_until: "2099-01-01T00:00:00Z" }));
    await desk.request("DELETE", "/api/articles/gone");
    await desk.publish();
    expect(await desk.items("all")).toEqual([]);
  });

  it("speaks the feed's language", async () => {
    desk = await newsroom([{ slug: "fr", title: "Tout", description: "Tout", language: "fr-CA" }], SITE);
    await desk.put(story({ language: "en", corrections: [{ at: "2026-01-02T00:00:00Z", note: "Fixed." }] }));
    await desk.publish();
    expect((await desk.items("fr"))[0]?.content_html).toContain(
      '<p><em><b lang="fr-CA">Rectificatif, 2 janvier 2026\u00a0: </b>Fixed.</em></p>',
    );
    await desk.request("DELETE", "/api/articles/gone?reason=Erreur");
    await desk.publish();
    expect((await desk.items("fr"))[0]).toMatchObject({
      title: "Retiré",
      content_html: "<p>Cet article a été retiré par la rédaction.</p><p>Motif\u00a0: Erreur</p>",
    });
  });
});
