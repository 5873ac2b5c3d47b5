import { describe, expect, it } from "vitest";
import { readXml } from "../../../src/proofread/xml/read.ts";
import { growth, LINEAR } from "../../growth.ts";

const silent = { open: () => {}, close: () => {} };

/** Each start tag's name and place, in their order. */
function placesOf(text: string): string[] {
  const places: string[] = [];
  readXml(text, { ...silent, open: ({ name, line, column }) => void places.push(`${name} ${line}:${column}`) });
  return places;
}

describe("readXml", () => {
  it("knows where each start tag begins, however it is broken into lines", () =>
    expect(placesOf("<?xml version='1.0'?>\n<a>\r\n  <b\n   x='1'\n/><c/>é🙂<d\n></d></a>")).toEqual([
      "a 2:1",
      "b 3:3",
      "c 5:3",
      "d 5:10",
    ]));

  it("counts lines as the parser does: a carriage return alone ends one", () =>
    expect(placesOf("<a>\r<b/>\r\n<c/></a>")).toEqual(["a 1:1", "b 2:1", "c 3:1"]));

  it("does not take a bug of who listens for a fault of the document", () =>
    expect(() =>
      readXml("<a/>", {
        ...silent,
        close: () => {
          throw new TypeError("a bug");
        },
      }),
    ).toThrow("a bug"));

  it.each([
    ["elements that nest deep", "<a>".repeat(400), "elements nest deeper than 300"],
    [
      "a namespace that is long",
      `<a xmlns="x:${"y".repeat(200)}"/>`,
      "the URI of a namespace has more than 200 characters",
    ],
  ])("tells of %s, and throws nothing", (_, text, message) =>
    expect(readXml(text, silent).fatal.map((fault) => fault.message)).toEqual([message]),
  );

  it.each(["<a/>", "<a/>\n", "<a x='1'>&lt;</a>"])(
    "takes time as the document is long: %j again and again",
    async (part) => expect(await growth((text) => readXml(`<r>${text}</r>`, silent), part)).toBeLessThan(LINEAR),
  );
});
