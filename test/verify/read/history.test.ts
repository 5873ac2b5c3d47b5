import { describe, expect, it } from "vitest";
import { historyOf, linkOf } from "../../../src/verify/read/history.ts";
import type { Places } from "../../../src/verify/read/reading.ts";
import { present, unread } from "./parsed.ts";

describe("a feed's archive (RFC 5005 §4) is read as", () => {
  it.each<[what: string, content: string, places: Places]>([
    ["none", "", { "fh:archive": "0" }],
    ["a mark", "<fh:archive/>", { "fh:archive": "1" }],
    ["two marks, which are not one", "<fh:archive/><fh:archive/>", { "fh:archive": "2" }],
    [
      "its links",
      '<atom:link rel="next-archive" href="n"/><atom:link rel="prev-archive" href="p"/><atom:link rel="current" href="c"/>',
      { "fh:archive": "0", "link[prev-archive]": "p", "link[next-archive]": "n", "link[current]": "c" },
    ],
    [
      "a list, where a link stands twice",
      '<atom:link rel="current" href="a"/><atom:link rel="current" href="b"/>',
      { "fh:archive": "0", "link[current]": ["a", "b"] },
    ],
    ["no link without its namespace", '<link rel="current" href="a"/>', { "fh:archive": "0" }],
  ])("%s", (_, content, places) => {
    expect(present(historyOf(unread(content)))).toEqual(places);
  });

  it("leaves over all other links, and what else stands on its own", () => {
    const feed = unread('<atom:link rel="hub" href="h"/><atom:link rel="current" href="c" type="a/b"/>');
    historyOf(feed);
    expect(feed.leftovers().map(({ field }) => field)).toEqual(["link", "link@type"]);
  });
});

describe("a link that may stand once", () => {
  it.each<[what: string, content: string, read: unknown]>([
    ["is not there", '<atom:link rel="self" href="s"/>', undefined],
    ["leads where it leads", '<atom:link rel="self" href="s"/><atom:link rel="hub" href="h"/>', "h"],
    ["is a list, where it stands twice", '<atom:link rel="hub" href="a"/><atom:link rel="hub" href="b"/>', ["a", "b"]],
  ])("%s", (_, content, read) => {
    expect(linkOf(unread(content), "hub")).toEqual(read);
  });
});
