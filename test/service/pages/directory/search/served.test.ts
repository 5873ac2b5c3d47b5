import { beforeEach, describe, expect, it } from "vitest";
import { SITE } from "../../../../site.ts";
import { article, newsroom } from "../../../newsroom.ts";
import { entry, HOUR, PAGE_FEEDS, type Reader, reader, readerOf } from "../../reader.ts";

let on: Reader;
beforeEach(async () => {
  on = await reader();
});

describe("search", () => {
  it("finds feeds and the stories that stand in them now, whatever their accents and case", async () => {
    await on.publish(article("zoe", { title: "Zoë & the <wind>", tags: ["Storm"] }), article("b", { title: "Other" }));
    const html = await on.page("/?q=ZOE+wind");
    expect(html).toContain("Zoë &amp; the &lt;wind&gt;</a>");
    expect(html).toContain(`href="/feeds/all?${entry("zoe")}"`);
    expect(html).toContain("in The Test Gazette, Storm");
    expect(html).not.toContain("Other");
    expect(await on.page("/?q=votes")).toContain('href="/feeds/politics"');
    expect(await on.page("/?q=nothing-like-it")).toContain("no feeds and no stories");
  });

  it("shows what was searched for as text", async () => {
    expect(await on.page(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).not.toContain("<script>alert");
  });

  it("finds nothing that is embargoed, withheld, taken back or no longer in a feed", async () => {
    await on.publish(article("first", { title: "Secret first" }));
    expect(await on.page("/?q=secret")).toContain("Secret first");
    await on.publish(
      article("later", { title: "Secret later", embargo_until: new Date(Date.now() + HOUR).toISOString() }),
      article("held", { title: "Secret held", status: "withheld" }),
    );
    await on.desk.request("DELETE", "/api/articles/first");
    // Still in the edition, and already gone for those who search.
    on = readerOf(await newsroom(PAGE_FEEDS, SITE, {}, { keep: true }));
    expect(await on.page("/?q=secret")).toContain("no stories");
    await on.publish(
      ...Array.from({ length: 5 }, (_, index) => article(`n${index}`)),
      article("z", { section: "Politics" }),
    );
    expect(await on.page("/?q=title+of+n4")).toContain("1 story");
  });

  it("finds what stands in the archive alone, and leads to it there", async () => {
    await on.publish(...Array.from({ length: 12 }, (_, index) => article(`n${index}`, { title: `Number w${index}` })));
    await on.desk.publish();
    const html = await on.page("/?q=w0");
    const href = /<h3[^>]*><a href="([^"]+archive[^"]+)"/.exec(html)?.[1] ?? "";
    expect(href).toMatch(/^\/feeds\/all\/archive\/1\?entry=/);
    expect(await on.page(href)).toContain("Number w0");
  });

  it.each([
    ["in a draft", { status: "draft" }],
    ["in what has expired", { published_at: "2020-01-01T00:00:00Z", expires_at: "2020-01-02T00:00:00Z" }],
    ["in what no feed selects", { section: "Nowhere" }],
  ])("never finds a word that stands %s alone", async (_, fields) => {
    const definitions = PAGE_FEEDS.map((one) =>
      one.slug === "all" ? { ...one, select: { none: [{ section: "Nowhere" }] } } : one,
    );
    on = await reader(definitions);
    await on.publish(
      article("x", { title: "Plain", summary: "zyxsummary", content_html: "<p>zyxtext</p>", ...fields }),
    );
    for (const word of ["zyxsummary", "zyxtext", "Plain"]) expect(await on.page(`/?q=${word}`)).toContain("no stories");
  });

  it.each([
    ["summary", ["zyxtitle", "zyxsummary"], ["zyxtext"]],
    ["headline", ["zyxtitle"], ["zyxsummary", "zyxtext"]],
  ] as const)("neither finds nor quotes what feeds of %s do not show", async (content, shown, hidden) => {
    on = await reader([{ slug: "all", title: "All", description: "x", content }]);
    await on.publish(article("x", { title: "Zyxtitle", summary: "A zyxsummary", content_html: "<p>The zyxtext</p>" }));
    for (const word of shown) expect(await on.page(`/?q=${word}`)).toContain("1 story");
    for (const word of hidden) expect(await on.page(`/?q=${word}`)).toContain("no stories");
    for (const word of hidden) expect(await on.page("/?q=zyxtitle")).not.toContain(word);
  });

  it("never finds a word of a former revision, or of a story that was taken back", async () => {
    await on.publish(article("x", { title: "Zyxbefore" }));
    expect(await on.page("/?q=zyxbefore")).toContain("1 story");
    await on.publish(article("x", { title: "Zyxafter" }));
    expect(await on.page("/?q=zyxbefore")).toContain("no stories");
    expect(await on.page("/?q=zyxafter")).toContain("1 story");
    await on.desk.request("DELETE", "/api/articles/x?reason=Zyxreason");
    await on.desk.publish();
    for (const word of ["zyxafter", "zyxreason"]) expect(await on.page(`/?q=${word}`)).toContain("no stories");
  });

  it("does not find a change before readers are shown it", async () => {
    await on.publish(article("x", { title: "Zyxbefore" }));
    await on.desk.put(article("x", { title: "Zyxafter" }));
    for (const word of ["zyxbefore", "zyxafter"]) expect(await on.page(`/?q=${word}`)).toContain("no stories");
  });

  it("never finds what only a partner has", async () => {
    const partner = { slug: "radio", title: "R", description: "R", access: "partner" as const, partner: "radio" };
    on = await reader([
      { slug: "sport", title: "Sport", description: "Games", select: { any: [{ section: "Sport" }] } },
      partner,
    ]);
    await on.publish(article("x", { title: "Zyxpartner" }), article("y", { title: "Zyxpublic", section: "Sport" }));
    expect(await on.page("/?q=zyxpartner")).toContain("no stories");
    expect(await on.page("/?q=zyxpublic")).toContain("1 story");
  });

  it.each([
    '"',
    '"a',
    "a*",
    "title:x",
    "NEAR(a b)",
    "a AND",
    "^a",
    "(",
    "-a",
    "a OR b",
    "\u0000",
    "😀",
    "'; DROP TABLE words; --",
  ])("takes “%s” as words, never as syntax", async (query) =>
    expect((await on.get(`/?q=${encodeURIComponent(query)}`)).status).toBe(200),
  );

  it("may be kept for a moment by caches", async () =>
    expect((await on.get("/?q=storm")).headers.get("cache-control")).toMatch(/^public, max-age=/));
});
