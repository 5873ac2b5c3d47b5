import { afterEach, describe, expect, it } from "vitest";
import { checkDocuments } from "../../../src/cli/verify/documents.ts";
import { toText } from "../../../src/cli/verify/report-text.ts";
import type { Format } from "../../../src/feed/feed.ts";
import { type Answered, closeServers, serve } from "../server.ts";
import { documentOf, feedOf } from "./newsroom.ts";

afterEach(closeServers);

const TYPES = { rss: "application/rss+xml", atom: "application/atom+xml", json: "application/feed+json" };

const feed = (format: Format, slug = "harbour", type: string = TYPES[format]): Answered => ({
  type,
  body: documentOf(feedOf(slug), format),
});

const page = (head: string, body = "<h1>The Gazette</h1>"): Answered => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html>\n<html lang="en"><head><title>The Gazette</title>${head}</head><body>${body}</body></html>`,
});

const link = (href: string, type = "application/rss+xml", title = "News") =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;

/** A site by its paths; what it does not have is a page that says so. */
async function site(answers: Record<string, Answered>, path = "/") {
  const { url, asked } = await serve(({ path }) => answers[path] ?? { ...page("", "Not found"), status: 404 });
  const report = await checkDocuments([url + path]);
  const short = (text: string) => text.replaceAll(url, "");
  return {
    asked: asked.map(({ path }) => path),
    report,
    /** Each thing that was checked, with what was done, or why nothing was. */
    told: report.checked.map(({ name, what, troubles }) => [short(name), short(troubles[0] ?? what)]),
    found: (report.checked[0]?.feeds ?? []).map(({ url, ...found }) => ({ url: short(url), ...found })),
    text: short(toText(report)),
  };
}

const LINKED = "a web page: its feeds, by its links to them";
const COMPARED = "formats of one feed, compared with one another";

describe("a home page, as sites have them", () => {
  it("with several feeds: all are proofread, formats of one are compared, comments are told apart", async () => {
    const head =
      link("/feed.rss") +
      link("/feed.atom", TYPES.atom) +
      link("/sport.rss", TYPES.rss, "Sport") +
      link("/comments/feed.rss", TYPES.rss, "Comments");
    const { told, found, text } = await site({
      "/": page(head),
      "/feed.rss": feed("rss"),
      "/feed.atom": feed("atom"),
      "/sport.rss": feed("rss", "sport"),
      "/comments/feed.rss": feed("rss", "comments"),
    });
    expect(told).toEqual([
      ["/", LINKED],
      ["/feed.rss", "RSS 2.0, 1 entry, proofread"],
      ["/feed.atom", "Atom, 1 entry, proofread"],
      ["/sport.rss", "RSS 2.0, 1 entry, proofread"],
      ["/comments/feed.rss", "RSS 2.0, 1 entry, proofread"],
      ["/feed.rss /feed.atom", COMPARED],
    ]);
    expect(found.map(({ comments }) => comments)).toEqual([undefined, undefined, undefined, true]);
    expect(text).toContain("  found: /comments/feed.rss (Comments, application/rss+xml, comments)\n");
  });

  it("with relative links, with dots and references in them", async () => {
    const { told } = await site(
      { "/news/today/": page(link("../feed?a=1&amp;b=2")), "/news/feed?a=1&b=2": feed("rss") },
      "/news/today/",
    );
    expect(told).toEqual([
      ["/news/today/", LINKED],
      ["/news/feed?a=1&b=2", "RSS 2.0, 1 entry, proofread"],
    ]);
  });

  it("with a base, which the links start from", async () => {
    const { told } = await site({
      "/": page(`<base href="/paper/">${link("feed.rss")}`),
      "/paper/feed.rss": feed("rss"),
    });
    expect(told.slice(1)).toEqual([["/paper/feed.rss", "RSS 2.0, 1 entry, proofread"]]);
  });

  it("with no feed at all: the page itself is what is wrong, and the usual places were looked at", async () => {
    const { told, found, asked, report } = await site({ "/": page("") });
    expect([told, found]).toEqual([[["/", "a web page: it links to no feed, and none is at the usual places"]], []]);
    expect(report.checked[0]?.findings.map(({ rule }) => rule)).toEqual(["document/html"]);
    expect(asked).toContain("/feed");
    expect(asked.length).toBeLessThan(20);
  });

  it("with only JSON Feed", async () => {
    const { told, found } = await site({ "/": page(link("feed.json", TYPES.json)), "/feed.json": feed("json") });
    expect(told[1]?.[0]).toBe("/feed.json");
    expect(found).toEqual([expect.objectContaining({ type: TYPES.json, how: "link" })]);
  });

  it("behind a redirect, to a feed behind another: each hop is named", async () => {
    const { told, report, text } = await site(
      {
        "/": { status: 301, headers: { location: "/home/" } },
        "/home/": page(link("feed")),
        "/home/feed": { status: 302, headers: { location: "feed.rss" } },
        "/home/feed.rss": feed("rss"),
      },
      "/",
    );
    expect(told).toEqual([
      ["/", LINKED],
      ["/home/feed", "RSS 2.0, 1 entry, proofread"],
    ]);
    expect(report.checked.map(({ received }) => received?.redirects.map(({ status }) => status))).toEqual([
      [301],
      [302],
    ]);
    expect(text).toContain(
      "  from /home/feed.rss (302 from /home/feed) as application/rss+xml, utf-8 by its declaration, ",
    );
  });

  it("with a wrong type, or none, in links whose addresses are a feed's", async () => {
    const { told, report } = await site({
      "/": page(
        `${link("/feed.xml", "text/html")}<link rel="alternate" href="/atom.xml"><link rel="alternate" hreflang="de" href="/de/">`,
      ),
      "/feed.xml": feed("rss", "harbour", "text/html"),
      "/atom.xml": feed("atom", "sport", "text/plain"),
    });
    expect(told.map(([name]) => name)).toEqual(["/", "/feed.xml", "/atom.xml"]);
    expect(report.checked[0]?.findings.map(({ rule }) => rule)).toEqual(["page/feed-link-type", "page/feed-link-type"]);
  });

  it("with a feed at a usual place that it does not name, which is said", async () => {
    const { told, found } = await site({ "/": page(""), "/index.xml": feed("rss") });
    expect(told).toEqual([
      ["/", "a web page: it names no feed; these are where sites often have theirs"],
      ["/index.xml", "RSS 2.0, 1 entry, proofread"],
    ]);
    expect(found).toEqual([expect.objectContaining({ how: "place" })]);
  });

  it("with a feed that its text alone links to, which is said", async () => {
    const body = '<a href="/rss.xml"><b>Subscribe</b></a> <a href="https://elsewhere.example/rss.xml">others</a>';
    const { told, asked } = await site({ "/": page("", body), "/rss.xml": feed("rss") });
    expect(told).toEqual([
      ["/", 'a web page: it has no <link rel="alternate"> for readers; its text links to these feeds'],
      ["/rss.xml", "RSS 2.0, 1 entry, proofread"],
    ]);
    expect(asked).toEqual(["/", "/rss.xml"]);
  });

  it("as XHTML, with declarations before it", async () => {
    const { told } = await site({
      "/": {
        type: "application/xhtml+xml",
        body: `<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>${link("feed.atom", TYPES.atom).replace(">", "/>")}</head><body/></html>`,
      },
      "/feed.atom": feed("atom"),
    });
    expect(told).toEqual([
      ["/", LINKED],
      ["/feed.atom", "Atom, 1 entry, proofread"],
    ]);
  });

  it("whose feed is gone: that is told, and the others are read", async () => {
    const { told, report } = await site({ "/": page(link("/old.rss") + link("/new.rss")), "/new.rss": feed("rss") });
    expect(told).toEqual([
      ["/", LINKED],
      ["/new.rss", "RSS 2.0, 1 entry, proofread"],
      ["/old.rss", "GET /old.rss answered 404"],
    ]);
    expect(report.checked.filter(({ troubles }) => troubles.length > 0)).toHaveLength(1);
  });

  it("with one feed at two addresses, which is proofread once", async () => {
    const { told } = await site({
      "/": page(link("/feed") + link("/feed/")),
      "/feed": feed("rss"),
      "/feed/": feed("rss"),
    });
    expect(told.map(([name]) => name)).toEqual(["/", "/feed"]);
  });
});
