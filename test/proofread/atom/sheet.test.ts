import { describe, expect, it } from "vitest";
import { type AtomSheet, eachEntry, ofFeedAndEntries, persons } from "../../../src/proofread/atom/sheet.ts";
import { children } from "../../../src/proofread/tree.ts";
import { ATOM } from "../../../src/verify/parse/namespaces.ts";
import { parseXmlStrictly } from "../../../src/verify/parse/xml.ts";

function sheetOf(content: string): AtomSheet {
  const parsed = parseXmlStrictly(`<feed xmlns="http://www.w3.org/2005/Atom">${content}</feed>`);
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  return { feed: parsed.root, entries: children(parsed.root, `${ATOM}entry`) };
}

describe("a check", () => {
  const sheet = sheetOf("<entry/>\n<entry/>");
  const check = (_: unknown, of: string) => [{ where: of, message: "x" }];

  it("of the feed and its entries is given what to call each", () => {
    expect(ofFeedAndEntries(check)(sheet).map(({ where }) => where)).toEqual([
      "feed",
      "entry 1 (line 1)",
      "entry 2 (line 2)",
    ]);
  });

  it("of entries alone leaves out the feed", () => {
    expect(eachEntry(check)(sheet).map(({ where }) => where)).toEqual(["entry 1 (line 1)", "entry 2 (line 2)"]);
  });
});

it("persons are authors, and then contributors", () => {
  const { feed } = sheetOf('<contributor/><author/><author/><author xmlns="urn:x"/>');
  expect(persons(feed).map(({ name }) => name)).toEqual([`${ATOM}author`, `${ATOM}author`, `${ATOM}contributor`]);
});
