import { expect, test } from "vitest";
import { proofread } from "../../../../src/proofread/proofread.ts";
import { documentOf } from "../../../../src/proofread/xml/examples.ts";

/** The rules that a document breaks, but for advice. */
const rules = async (text: string): Promise<string[]> =>
  (await proofread(text)).findings.filter(({ severity }) => severity !== "advice").map(({ rule }) => rule);

const GOOD = documentOf("rdf");
const OLD = GOOD.replace("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")
  .replaceAll(/ rdf:about="[^"]*"/g, "")
  .replaceAll(/ *<(dc:language|items).*\n/g, "");

test("documents of RSS 1.0 and 0.90 that are in order have no findings but advice", async () => {
  expect(await rules(GOOD)).toEqual([]);
  expect(await rules(OLD)).toEqual([]);
});

test.each([
  ["no list of items", documentOf("rdf", { without: ["items"] }), ["rss1/channel-items-required"]],
  ["an item without its address", GOOD.replace(/(<item) [^>]*/, "$1"), ["rss1/item-about-required"]],
  ["an element of RSS 2.0", documentOf("rdf", { entry: "<guid>boat</guid>" }), ["rss1/unknown-element"]],
  ["a relative link", GOOD.replace("<link>https://gazette.example/boat", "<link>boat"), ["rss1/link-url"]],
  ["a date that is none", documentOf("rdf", { entry: "<dc:date>yesterday</dc:date>" }), ["dc/date-w3cdtf"]],
  [
    "a slip in a member",
    GOOD.replace("rdf:resource", "rdf:resources"),
    ["rss1/li-resource-required", "rdf/li-attributes"],
  ],
  ["markup in a title", documentOf("rdf", { entry: "<title>The <b>boat</b></title>" }), ["rss1/mixed-content"]],
  ["a channel in no namespace", GOOD.replace("<channel", '<channel xmlns=""'), ["rss1/namespace-required"]],
  [
    "an old document without a link",
    OLD.replace("<link>https://gazette.example/boat</link>", ""),
    ["rss090/item-link-required"],
  ],
])("%s is found by name", async (_, text, names) => {
  expect((await rules(text)).toSorted()).toEqual(names.toSorted());
});

test("literal markup is in order", async () => {
  const description = '<description rdf:parseType="Literal">She <b>left</b>.</description>';
  expect(await rules(documentOf("rdf", { entry: description }))).toEqual([]);
});

test("items and their list are compared", async () => {
  const { findings } = await proofread(
    GOOD.replace('<item rdf:about="https://gazette.example/boat"', '<item rdf:about="https://gazette.example/ferry"'),
  );
  expect(findings.filter(({ rule }) => rule === "rss1/items-listed").map(({ message }) => message)).toEqual([
    'the item "https://gazette.example/ferry" on line 9 is not listed',
    '"https://gazette.example/boat" is listed, and there is no such item',
  ]);
});

test("who has no address, or names none, is told of that, and not of a list that lacks it too", async () => {
  const told = async (text: string) => (await proofread(text)).findings.map(({ rule }) => rule);
  const nameless = GOOD.replace(/(<item) [^>]*/, "$1").replace(/<rdf:li [^>]*>/, "");
  expect(await told(nameless)).not.toContain("rss1/items-listed");
  const member = GOOD.replace(/<rdf:li [^>]*>/, "$&<rdf:li/>");
  expect(await told(member)).toContain("rss1/li-resource-required");
  expect(await told(member)).not.toContain("rss1/items-listed");
});
