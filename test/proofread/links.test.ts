import { describe, expect, it } from "vitest";
import { relFault, selfFaults } from "../../src/proofread/links.ts";
import type { Element } from "../../src/verify/parse/xml.ts";

const link = (attributes: Record<string, string>, line = 7): Element => ({
  name: "{http://www.w3.org/2005/Atom}link",
  attributes: new Map(Object.entries(attributes)),
  children: [],
  text: "",
  line,
});

const channel: Element = { name: "channel", attributes: new Map(), children: [], text: "", line: 2 };

describe("a link's relation (RFC 4287 §4.2.7.2)", () => {
  it.each(["alternate", "self", "hub", "via", "prev-archive", "https://x.example/rel", "urn:x:y"])(
    "may be %s",
    (rel) => {
      expect(relFault(link({ rel }))).toEqual([]);
    },
  );

  it("may be absent, which means alternate", () => {
    expect(relFault(link({}))).toEqual([]);
  });

  it.each(["prev", "canonical", "amphtml", "Self", "self hub", ""])("may not be %j", (rel) => {
    expect(relFault(link({ rel }), "item 3")).toEqual([
      { where: "item 3, <link>, line 7", message: `rel="${rel}" is no relation that feed readers know` },
    ]);
  });
});

describe("the link to the document's own address", () => {
  const self = (href: string) => link({ rel: "self", href });
  const [SERVED, OTHER] = ["https://x.example/feed", "https://x.example/other"];

  it.each<[what: string, links: Element[], served: string | undefined, faults: object[]]>([
    ["is as it should be", [link({ rel: "hub", href: "h" }), self(SERVED)], SERVED, []],
    ["is not compared where nobody knows the document's address", [self(SERVED)], undefined, []],
    [
      "is missing",
      [link({ href: SERVED })],
      SERVED,
      [{ where: "<channel>, line 2", message: 'there is no link rel="self"' }],
    ],
    [
      "stands twice",
      [self(SERVED), self(SERVED)],
      SERVED,
      [{ where: "<link>, line 7", message: 'there are 2 links rel="self"' }],
    ],
    [
      "is relative",
      [self("/feed")],
      SERVED,
      [{ where: "<link>, line 7", message: 'the link rel="self" "/feed" is not absolute' }],
    ],
    [
      "has no address",
      [link({ rel: "self" })],
      SERVED,
      [{ where: "<link>, line 7", message: 'the link rel="self" "" is not absolute' }],
    ],
    [
      "is another one's",
      [self(OTHER)],
      SERVED,
      [{ where: "<link>, line 7", message: `rel="self" is ${OTHER}, and the document came from ${SERVED}` }],
    ],
  ])("%s", (_, links, served, faults) => {
    expect(selfFaults(links, channel, served)).toEqual(faults);
  });
});
