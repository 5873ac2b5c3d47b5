import { describe, expect, it } from "vitest";
import { isCounted, originalLinkOf } from "../../../src/import/feeds/original-link.ts";
import { take } from "../../../src/import/feeds/take.ts";
import { xml } from "../helpers.ts";

describe("the page behind a counter", () => {
  it.each([
    ["http://rssnamespace.org/feedburner/ext/1.0", "https://gazette.example/a"],
    ["http://www.pheedo.com/namespace/pheedo", "https://gazette.example/a"],
    ["urn:another", undefined],
  ])("is what its origLink says, in %s", (namespace, expected) => {
    const item = xml(`<item xmlns:f="${namespace}"><f:origLink>https://gazette.example/a</f:origLink></item>`);
    expect(originalLinkOf(take(item))).toBe(expected);
  });

  it("is not where the counter is", () => {
    const links = [
      "http://feedproxy.google.com/~r/a/~3/b/",
      "https://feeds.feedburner.com/~r/a",
      "https://gazette.example/feedproxy.google.com/",
    ];
    expect(links.map(isCounted)).toEqual([true, true, false]);
    expect(isCounted(undefined)).toBe(false);
  });
});
