import { describe, expect, it } from "vitest";
import type { History } from "../../src/feed/feed.ts";
import { elementsToXml } from "../../src/render/element.ts";
import { historyLinks, markArchive } from "../../src/render/history.ts";
import { Slots } from "../../src/render/slots.ts";
import { bareFeed } from "../verify/sample.ts";

const urls = (name: string) => ({
  rss: `https://x.example/${name}.rss?a&b`,
  atom: `https://x.example/${name}.atom`,
  json: `https://x.example/${name}.json`,
});

function links(format: "rss" | "atom", history: History | undefined): string {
  const slots = new Slots();
  return slots.fill(elementsToXml({ link: historyLinks({ ...bareFeed, history }, format, slots) }), "item").head;
}

describe("a feed's links to its archive (RFC 5005 §4)", () => {
  it.each<[what: string, history: History | undefined, xml: string]>([
    ["none, where it has no archive", undefined, ""],
    ["none, where it is its one page", { archive: true }, ""],
    [
      "from the subscription document to the newest page",
      { archive: false, previous: urls("3") },
      '<link rel="prev-archive" href="https://x.example/3.atom"/>',
    ],
    [
      "from a page to its neighbours and the subscription document",
      { archive: true, current: urls("main"), next: urls("3"), previous: urls("1") },
      '<link rel="prev-archive" href="https://x.example/1.atom"/>' +
        '<link rel="next-archive" href="https://x.example/3.atom"/>' +
        '<link rel="current" href="https://x.example/main.atom"/>',
    ],
  ])("%s", (_, history, xml) => {
    expect(links("atom", history)).toBe(xml);
  });

  it("lead to documents of the same format, escaped", () => {
    expect(links("rss", { archive: true, previous: urls("1") })).toBe(
      '<link rel="prev-archive" href="https://x.example/1.rss?a&#x26;b"/>',
    );
  });
});

describe("the mark of an archive document", () => {
  const skeleton = "<channel><title/><generator>x</generator><item/></channel>";

  it("stands before the element it is put in front of", () => {
    expect(markArchive(skeleton, { ...bareFeed, history: { archive: true } }, "<generator>")).toBe(
      "<channel><title/><fh:archive/><generator>x</generator><item/></channel>",
    );
  });

  it.each<[string, History | undefined]>([
    ["the subscription document", { archive: false, previous: urls("1") }],
    ["a feed without an archive", undefined],
  ])("is not on %s", (_, history) => {
    expect(markArchive(skeleton, { ...bareFeed, history }, "<generator>")).toBe(skeleton);
  });
});
