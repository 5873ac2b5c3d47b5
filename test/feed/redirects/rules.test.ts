import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../src/feed/redirects/address.ts";
import { countValues, match, type RedirectsInput, toRedirects } from "../../../src/feed/redirects/rules.ts";

const INPUT: RedirectsInput = [
  "ghost",
  { "/blog": "wordpress", "/tag/{value}/feed": "tag/{value}.rss", "/Tag/All/Feed/": "all.rss" },
  { "/x?cat=3": "politics.rss", "/x": "all.rss", "/x?cat={value}&lang=en": "tag/{value}.atom", "/old.xml": "gone" },
];
const { sets, rules } = toRedirects(INPUT);

/** The first rule that knows an address, and what it finds there. */
function found(url: string) {
  const address = parseAddress(url);
  for (const rule of address ? rules : []) {
    const is = address && match(rule, address);
    if (is) return [rule.text, is.value ?? is.rest?.path];
  }
  return null;
}

describe("rules", () => {
  it("have sets beside them, and stand in the order in which they are asked", () => {
    expect(sets).toEqual(["ghost"]);
    expect(rules.map(({ text }) => text)).toEqual([
      ...["/x?cat=3", "/Tag/All/Feed/", "/x", "/old.xml"],
      ...["/x?cat={value}&lang=en", "/tag/{value}/feed", "/blog"],
    ]);
    expect(rules.filter(({ address }) => countValues(address) > 0).length).toBe(2);
  });

  it.each([
    ["/old.xml", ["/old.xml", undefined]],
    ["/OLD.xml/?utm=1", ["/old.xml", undefined]],
    ["/tag/all/feed", ["/Tag/All/Feed/", undefined]],
    ["/tag/Z%C3%BCrich/feed/", ["/tag/{value}/feed", "zürich"]],
    ["/x", ["/x", undefined]],
    ["/x?cat=3", ["/x?cat=3", undefined]],
    ["/x?b=1&CAT=3", ["/x?cat=3", undefined]],
    ["/x?cat=4", ["/x", undefined]],
    ["/blog/feed/atom", ["/blog", "/feed/atom"]],
    ["/blog", ["/blog", "/"]],
    ["/blogs/feed", null],
    ["/tag//feed", null],
    ["/tag/a/b/feed", null],
    ["/tag/%7Bvalue%7D/feed", ["/tag/{value}/feed", "{value}"]],
    ["/tag/a/feed/x", null],
  ])("know %s by %j", (url, expected) => expect(found(url)).toEqual(expected));

  it("read what they lead to", () =>
    expect(rules.map(({ target }) => target)).toEqual([
      { to: "feed", slug: "politics", format: "rss" },
      { to: "feed", slug: "all", format: "rss" },
      { to: "feed", slug: "all", format: "rss" },
      { to: "gone" },
      { to: "feed", slug: "tag/{value}", format: "atom" },
      { to: "feed", slug: "tag/{value}", format: "rss" },
      { to: "set", set: "wordpress" },
    ]));
});
