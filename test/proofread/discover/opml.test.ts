import { describe, expect, it } from "vitest";
import { opmlFeeds } from "../../../src/proofread/discover/opml.ts";
import { growth, LINEAR } from "../../growth.ts";

describe("opmlFeeds", () => {
  it("lists what groups hold, by title or text, each address once", () =>
    expect(
      opmlFeeds(`<?xml version="1.0"?>
        <!-- <outline xmlUrl="https://a.example/comment"/> -->
        <opml version="2.0"><body>
          <outline text="News">
            <outline type="rss" text="Sea &amp; shore" xmlUrl="https://a.example/?x=1&amp;y=2"/>
            <outline text="b" title="B" xmlurl=" https://b.example/feed "></outline>
            <outline text="again" xmlUrl="https://b.example/feed"/>
          </outline>
          <outline text="" xmlUrl="c.xml"/>
          <outline text="no feed" htmlUrl="https://a.example/" xmlUrl=""/>
        </body></opml>`),
    ).toEqual([
      { url: "https://a.example/?x=1&y=2", title: "Sea & shore" },
      { url: "https://b.example/feed", title: "B" },
      { url: "c.xml", title: undefined },
    ]));

  it("reads on where a list is not well-formed", () =>
    expect(
      opmlFeeds('<opml><outline text="A & B" xmlUrl="https://a.example/?a&b"><outline xmlUrl="https://b.example/"'),
    ).toEqual([{ url: "https://a.example/?a&b", title: "A & B" }]));

  it.each(["<outline xmlUrl='a'>", "<outline ", "<outline xmlUrl='"])(
    "takes time as the list is long: %s again and again",
    async (part) => expect(await growth(opmlFeeds, part, 200_000)).toBeLessThan(LINEAR),
  );
});
