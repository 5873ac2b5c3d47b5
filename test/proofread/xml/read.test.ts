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

  it.each(["<a/>", "<a/>\n", "<a x='1'>&lt;</a>"])(
    "takes time as the document is long: %j again and again",
    async (part) => expect(await growth((text) => readXml(`<r>${text}</r>`, silent), part)).toBeLessThan(LINEAR),
  );
});
