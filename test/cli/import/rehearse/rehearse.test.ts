import { afterEach, describe, expect, it } from "vitest";
import { rehearse } from "../../../../src/cli/import/rehearse/rehearse.ts";
import { rehearsalCode } from "../../../../src/cli/import/rehearse/report.ts";
import { type Answered, closeServers, nobody, serve } from "../../server.ts";

afterEach(closeServers);

const item = (id: string): string =>
  `<item><guid isPermaLink="false">${id}</guid><link>https://a.example/${id}</link><title>${id}</title><pubDate>Sat, 07 Mar 2026 10:00:00 GMT</pubDate></item>`;
const rss = (items: string, head = ""): Answered => ({
  type: "application/rss+xml",
  body: `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>${head}${items}</channel></rss>`,
});
const NONE: Answered = { status: 404, body: "No feed is here.\n" };

/** A running service that has these documents; elsewhere it leads on from `/feed`. */
const service = (documents: Record<string, Answered>) => serve(({ path }) => documents[path] ?? NONE);

describe("a rehearsal", () => {
  it("compares the old feed with the one that is named", async () => {
    const old = await serve(() => rss(item("a") + item("b")));
    const ours = await serve(({ path }) => (path === "/feeds/all.rss" ? rss(item("a") + item("b")) : NONE));
    const { ours: document, comparison } = await rehearse({ url: `${old.url}/feed`, to: ours.url, slug: "all" });
    expect(document).toBe(`${ours.url}/feeds/all.rss`);
    expect(comparison.same.length).toBe(2);
  });

  it("takes the format of the old feed", async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a</id><title>a</title></entry></feed>`;
    const old = await serve(() => ({ body: atom }));
    const ours = await service({ "/feeds/tag/z%C3%BCrich.atom": { body: atom } });
    expect((await rehearse({ url: old.url, to: ours.url, slug: "tag/zürich" })).comparison.same.length).toBe(1);
  });

  it("looks in the archive of ours for what the feed no longer has, page by page, and nowhere else", async () => {
    const old = await serve(() => rss(["a", "b", "c", "d"].map(item).join("")));
    const earlier = (page: number) =>
      `<atom:link rel="prev-archive" href="https://feeds.example/feeds/all/archive/${page}.rss"/>`;
    const ours = await service({
      "/feeds/all.rss": rss(item("a"), earlier(2)),
      "/feeds/all/archive/2.rss": rss(item("b"), earlier(1)),
      "/feeds/all/archive/1.rss": rss(item("c")),
    });
    const rehearsal = await rehearse({ url: old.url, to: ours.url, slug: "all" });
    const { archived, lost } = rehearsal.comparison;
    expect([archived.map(({ id }) => id), lost.map(({ id }) => id), rehearsalCode(rehearsal)]).toEqual([
      ["b", "c"],
      ["d"],
      1,
    ]);
  });

  it.each<[string, Answered, RegExp]>([
    [
      "no redirect",
      NONE,
      /^no redirect leads from \/blog\/feed to a feed of ours \(.*\/blog\/feed\?x=1 answered 404\): write one into/,
    ],
    ["a feed that has ended", { status: 410 }, /^\/blog\/feed would be answered 410: /],
  ])("says what to do where there is %s", async (_, answer, message) => {
    const old = await serve(() => rss(item("a")));
    const ours = await serve(() => answer);
    await expect(rehearse({ url: `${old.url}/blog/feed?x=1`, to: ours.url })).rejects.toThrow(message);
  });

  it("says which of the two cannot be reached or read", async () => {
    const old = await serve(() => rss(item("a")));
    const page = await serve(() => ({ type: "text/html", body: "<html></html>" }));
    const none = await nobody();
    await expect(rehearse({ url: none, to: old.url, slug: "a" })).rejects.toThrow(`GET ${none}`);
    await expect(rehearse({ url: page.url, to: old.url, slug: "a" })).rejects.toThrow(
      `${page.url} is no feed that readers can read: `,
    );
    await expect(rehearse({ url: old.url, to: none, slug: "a" })).rejects.toThrow(`GET ${none}/feeds/a.rss`);
    await expect(rehearse({ url: old.url, to: (await service({})).url, slug: "a" })).rejects.toThrow("answered 404");
  });
});
