import { describe, expect, it, test } from "vitest";
import { proofread } from "../../../../../src/proofread/proofread.ts";
import { documentOf } from "../../../../../src/proofread/xml/examples.ts";

/** What is found of a document, but for advice: the rule and what it says. */
const found = async (text: string): Promise<string[]> =>
  (await proofread(text)).findings
    .filter(({ severity }) => severity !== "advice")
    .map(({ rule, message }) => `${rule}: ${message}`);
const rules = async (text: string): Promise<string[]> => (await found(text)).map((one) => one.split(":")[0] ?? "");
const inItem = (entry: string, without: string[] = []) => documentOf("rss", { entry, without });
const inChannel = (feed: string) => documentOf("rss", { feed });

test("a document that is in order has no findings", async () => {
  expect((await proofread(documentOf("rss"))).findings).toEqual([]);
});

describe("a name that is not RSS's", () => {
  it.each([
    ["<pubdate>Fri, 13 Mar 2026 06:00:00 GMT</pubdate>", "RSS has no element <pubdate>: pubDate was probably meant"],
    ["<Author>ada@gazette.example (Ada)</Author>", "RSS has no element <Author>: author was probably meant"],
    ["<creator>Ada</creator>", "RSS has no element <creator>: <dc:creator> was probably meant"],
    ["<constructor>Ada</constructor>", "RSS has no element <constructor>"],
  ])("%s is told, with what was meant", async (markup, message) => {
    expect(await found(inItem(markup))).toEqual([`rss/unknown-element: ${message}`]);
  });

  it("is told of an attribute, too", async () => {
    expect(await found(inItem('<guid isPermalink="false">https://gazette.example/boat</guid>'))).toEqual([
      "rss/guid-attributes: isPermalink is no attribute of <guid>: isPermaLink was probably meant",
    ]);
  });

  it("is nobody's business within an element that nobody knows", async () => {
    expect(await rules(inItem("<foo><bar><title/></bar></foo>"))).toEqual(["rss/unknown-element"]);
  });
});

test.each([
  ["an item's image", inItem("<image>https://gazette.example/boat.png</image>"), ["rss/image-place"]],
  ["an item's language", inItem("<language>en</language>"), ["rss/language-place"]],
  ["a channel's guid", inChannel('<guid isPermaLink="false">gazette</guid>'), ["rss/guid-place"]],
  [
    "an item beside the channel",
    documentOf("rss", { root: "<item><title>Lost</title></item>" }),
    ["rss/item-place", "rss/title-place"],
  ],
  ["markup in a description", inItem("<description><p>She left.</p></description>"), ["rss/text-only"]],
  [
    "a title twice in the image",
    inChannel(
      "<image><url>https://gazette.example/logo.png</url><title>The Harbour Gazette</title><title>The Harbour Gazette</title><link>https://gazette.example/</link></image>",
    ),
    ["rss/title-once"],
  ],
  [
    "a picture in another format",
    inChannel(
      "<image><url>https://gazette.example/logo.webp</url><title>The Harbour Gazette</title><link>https://gazette.example/</link><width>1000</width></image>",
    ),
    ["rss/url-picture", "rss/width-pixels"],
  ],
  [
    "hours that are none",
    inChannel("<skipHours><hour>24</hour><hour>25</hour><hour>0</hour></skipHours>"),
    ["rss/skipHours-hour-unique", "rss/hour-midnight", "rss/hour-hour"],
  ],
])("%s is found by name", async (_, text, names) => {
  expect((await rules(text)).toSorted()).toEqual(names.toSorted());
});

describe("a guid", () => {
  it.each([
    ["<guid>https://gazette.example/boat</guid>", []],
    ['<guid isPermaLink="false">anything at all</guid>', []],
    ['<guid isPermaLink="true">tag:gazette.example,2026:boat</guid>', ["rss/guid-permalink-page"]],
    ["<guid>/boat</guid>", ["rss/guid-permalink"]],
    ["<guid>ftp://gazette.example/boat</guid>", ["rss/guid-permalink-scheme"]],
    ['<guid isPermaLink="no">https://gazette.example/boat</guid>', ["rss/guid-isPermaLink-boolean"]],
    ['<guid isPermaLink="false">1234</guid>', ["rss/guid-unique-enough"]],
    ["<guid/>", ["rss/guid-not-blank", "rss/guid-permalink"]],
  ])("%s", async (guid, names) => {
    expect((await rules(inItem(guid))).toSorted()).toEqual(names);
  });

  it("is asked of RSS 2.0 only", async () => {
    const old = documentOf("rss", { without: ["guid", "pubDate"] }).replace('"2.0"', '"0.91"');
    expect(await rules(old)).toEqual([]);
  });
});

describe("RSS in a namespace", () => {
  const text = documentOf("rss").replace("<rss ", '<rss xmlns="http://backend.userland.com/rss2" ');

  it("is told once, and read as RSS", async () => {
    expect(await rules(text)).toEqual(["rss/rss-namespace"]);
    expect(await rules(text.replace(/<title>The first.*/, ""))).toEqual(["rss/rss-namespace"]);
    expect(await rules(text.replace("<link>https://gazette.example/boat", "<link>boat"))).toEqual([
      "rss/rss-namespace",
      "rss/link-url",
    ]);
  });
});

describe("Netscape's DTD", () => {
  const old = documentOf("rss", { entry: "<title>Caf&eacute; &amp; harbour</title>", without: ["guid", "pubDate"] })
    .replace('"2.0"', '"0.91"')
    .replace(
      /^/,
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd">\n',
    );

  it("declares its entities", async () => {
    expect((await proofread(old)).entries).toBe(1);
    expect(await rules(old)).not.toContain("rss/doctype-version");
  });

  it("is of RSS 0.91 alone", async () => {
    expect(await rules(old.replace('"0.91"', '"2.0"'))).toContain("rss/doctype-version");
  });
});

test("attributes of other namespaces are in order where the feed follows the RSS Advisory Board", async () => {
  const parts = { attributes: 'photo:by="Ada"', namespaces: { photo: "https://gazette.example/photo" } };
  expect(await rules(documentOf("rss", parts))).toEqual(["rss/extension-attributes"]);
  const docs = "<docs>http://www.rssboard.org/rss-specification</docs>";
  expect(await rules(documentOf("rss", { ...parts, feed: docs }))).toEqual([]);
});

test("what stands behind the items is found where it stands", async () => {
  const text = documentOf("rss").replace("  </channel>", "    <ttl>60</ttl>\n  </channel>");
  const { findings } = await proofread(text);
  expect(findings).toEqual([
    expect.objectContaining({
      rule: "rss/channel-before-items",
      message: "<ttl> stands after the first item",
      line: 15,
    }),
  ]);
});
