import { describe, expect, it } from "vitest";
import { toOpml } from "../../../../src/service/pages/files/opml.ts";
import { newsroom } from "../../newsroom.ts";
import { definitionOf, site } from "../fixtures.ts";
import { FILE_FEEDS, tree } from "./parsed.ts";

describe("OPML", () => {
  const outlines = async (path: string) => {
    const desk = await newsroom(FILE_FEEDS);
    const response = await desk.request("GET", path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/x-opml; charset=utf-8"]);
    const body = tree(await response.text()).children.find(({ name }) => name === "body");
    return body?.children.map(({ attributes, children }) => [
      Object.fromEntries(attributes),
      children.map((child) => child.attributes.get("xmlUrl")),
    ]);
  };

  it("lists every feed once, in the directory's groups, whose outlines carry text only", async () => {
    expect(await outlines("/feeds.opml")).toEqual([
      [{ text: "The whole paper" }, ["https://feeds.example/feeds/all.rss"]],
      [{ text: "Sections" }, ["https://feeds.example/feeds/votes.rss"]],
      [{ text: "Selections" }, ["https://feeds.example/feeds/both.rss"]],
    ]);
  });

  it("lists a group's feeds, or those of a section of the paper", async () => {
    expect(await outlines("/feeds.opml?section=sections")).toEqual([
      [{ text: "Sections" }, ["https://feeds.example/feeds/votes.rss"]],
    ]);
    expect(await outlines("/feeds.opml?section=politics")).toEqual([
      [{ text: "Politics" }, ["https://feeds.example/feeds/votes.rss", "https://feeds.example/feeds/both.rss"]],
    ]);
  });

  it("invents no section", async () => {
    expect((await (await newsroom(FILE_FEEDS)).request("GET", "/feeds.opml?section=Sport")).status).toBe(404);
  });
});

describe("an OPML document", () => {
  const feeds = [
    definitionOf({ slug: "a", title: "A & <b>", description: 'He said "no"' }),
    definitionOf({ slug: "b", title: "B", description: "The rest" }),
  ];

  it("is OPML 2.0, with an outline of type rss for each feed", () => {
    expect(toOpml(site, [{ key: "all", title: "Both & all", feeds }])).toBe(
      '<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>The Test Gazette</title></head><body>' +
        '<outline text="Both &amp; all">' +
        '<outline type="rss" version="RSS2" text="A &amp; &lt;b&gt;" title="A &amp; &lt;b&gt;" description="He said &quot;no&quot;" xmlUrl="https://feeds.example/feeds/a.rss" htmlUrl="https://feeds.example/feeds/a"/>' +
        '<outline type="rss" version="RSS2" text="B" title="B" description="The rest" xmlUrl="https://feeds.example/feeds/b.rss" htmlUrl="https://feeds.example/feeds/b"/>' +
        "</outline></body></opml>",
    );
  });

  it("of no feed is whole", () => {
    expect(tree(toOpml(site, [], "None")).children.map(({ name, children }) => [name, children.length])).toEqual([
      ["head", 1],
      ["body", 0],
    ]);
  });

  it("says in its title what it was made of", () => {
    expect(tree(toOpml(site, [], "Politics <1>")).children[0]?.children[0]?.text).toBe("Politics <1>");
  });
});
