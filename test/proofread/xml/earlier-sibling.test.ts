import { expect, it } from "vitest";
import { earlierSibling } from "../../../src/proofread/xml/earlier-sibling.ts";
import { readXml } from "../../../src/proofread/xml/read.ts";
import type { Sheet } from "../../../src/proofread/xml/rule.ts";
import { growth, LINEAR } from "../../growth.ts";

/** The lines of all elements that have an earlier sibling of their name, each with that one's. */
function repeats(text: string): string[] {
  const memories = new Map<object, unknown>();
  const remember: Sheet["remember"] = (of, make) => {
    if (!memories.has(of)) memories.set(of, make());
    return memories.get(of) as ReturnType<typeof make>;
  };
  const sheet: Sheet = { format: "rss", version: "2.0", source: text, remember };
  const found: string[] = [];
  readXml(text, {
    open: () => {},
    close: (element) => {
      const first = earlierSibling(element, sheet);
      if (first) found.push(`${element.line}: ${first.line}`);
    },
  });
  return found;
}

it("finds the first sibling of a name, among few and among many", () => {
  expect(repeats("<r>\n<a/>\n<b/>\n<a/>\n<c><a/></c>\n<a/>\n</r>")).toEqual(["4: 2", "6: 2"]);
  const many = Array.from({ length: 200 }, (_, index) => `<x${index}/>\n`).join("");
  expect(repeats(`<r><a/>\n${many}<a/>\n<x199/>\n<b/>\n<b/></r>`)).toEqual(["202: 1", "203: 201", "205: 204"]);
});

it("takes time as siblings are many", async () =>
  expect(await growth((part) => repeats(`<r>${part}</r>`), "<a/><b/>")).toBeLessThan(LINEAR));
