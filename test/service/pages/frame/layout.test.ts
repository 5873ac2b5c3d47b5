import { describe, expect, it } from "vitest";
import { Page, Pager } from "../../../../src/service/pages/frame/layout.tsx";
import { STYLE_PATH } from "../../../../src/service/pages/frame/style.ts";
import { render } from "../../render.ts";
import { site, siteWith } from "../fixtures.ts";

describe("a page's frame", () => {
  const page = (changes = {}, title = "T", front = false) =>
    render(Page, { site: siteWith(changes), title, front, children: "Main part" });

  it("leads past the masthead, to the main part", () => {
    expect(page()).toMatch(/<body><a class="skip" href="#main">[^<]+<\/a>.*<main id="main">Main part<\/main>/);
  });

  it("is English, and sets the masthead in the site's language", () => {
    const html = page({ language: "fr", rights: "© Gazette" });
    expect(html).toMatch(/^<html lang="en">/);
    expect(html).toContain('<p class="name" lang="fr"><a href="/">The Test Gazette</a></p>');
    expect(html).toContain('<p lang="fr">© Gazette</p>');
  });

  it("says on the front page alone what the paper is", () => {
    const tagline = '<p class="tagline" lang="fr">News for tests</p>';
    expect(page({ language: "fr" }, "T", true)).toContain(tagline);
    expect(page({ language: "fr" })).not.toContain("tagline");
  });

  it("shows a title and a masthead as text, whatever they hold", () => {
    const html = page({ title: `</title><b>"x"`, description: "<i>" }, "<script>1</script>");
    expect(html).toContain("<title>&lt;script&gt;1&lt;/script&gt;</title>");
    expect(html).toContain("&lt;/title&gt;&lt;b&gt;&quot;x&quot;</a>");
    expect(html).not.toMatch(/<(script|b|i)>/);
  });

  it("finds its style sheet and its links below the site's own path", () => {
    const html = page({ base: "https://gazette.example/feeds" });
    expect([...html.matchAll(/href="([^"#]+)"/g)].map(([, href]) => href)).toEqual([
      `/feeds${STYLE_PATH}`,
      "/feeds/",
      "/feeds/",
      "/feeds/",
      "/feeds/feeds.opml",
      "https://gazette.example/",
    ]);
  });

  it.each([
    ["public", true],
    ["private", false],
    [undefined, false],
  ] as const)("leads to the audience where that is public: %s", (audience, leads) =>
    expect(page({ audience }).includes('href="/audience"')).toBe(leads),
  );

  it("has no line of rights where the site claims none", () => {
    expect(page()).toMatch(/<\/nav><\/footer>/);
    expect(site.rights).toBeUndefined();
  });
});

describe("the links between pages of a list", () => {
  const pager = (page: number, pages: number) =>
    render(Pager, { page, pages, href: (number: number) => `/x?page=${number}` });
  const newer = (page: number) => `<a href="/x?page=${page}" rel="prev">Newer</a>`;
  const older = (page: number) => `<a href="/x?page=${page}" rel="next">Older</a>`;
  const nav = (inner: string) => `<nav class="pager" aria-label="Pages">${inner}</nav>`;

  it.each([
    ["none, of a list without a page", 1, 0, ""],
    ["none, of a list that is one page", 1, 1, ""],
    ["the older one, from the first", 1, 3, nav(`<span>Page 1 of 3</span>${older(2)}`)],
    ["both, from the middle", 2, 3, nav(`${newer(1)}<span>Page 2 of 3</span>${older(3)}`)],
    ["the newer one, from the last", 3, 3, nav(`${newer(2)}<span>Page 3 of 3</span>`)],
  ])("are %s", (_, page, pages, html) => expect(pager(page, pages)).toBe(html));
});
