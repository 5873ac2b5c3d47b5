import fc from "fast-check";
import { expect, it } from "vitest";
import { parseAddress } from "../../../src/feed/redirects/address.ts";
import { SET_NAMES, SETS } from "../../../src/feed/redirects/sets.ts";

const word = fc.constantFrom(
  ...[
    "feed",
    "rss",
    "rss2",
    "atom",
    "rdf",
    "json",
    "category",
    "tag",
    "author",
    "tags",
    "feeds",
    "posts",
    "default",
    "-",
  ],
  ...[
    "index.xml",
    "feed.xml",
    "wp-rss2.php",
    "index.php",
    "2024",
    "05",
    "a",
    "Zürich",
    "toString",
    "__proto__",
    "c++",
    "search",
  ],
);

it("no set fails on any address, or reads an empty value out of one", () => {
  const parameter = fc.tuple(
    fc.oneof(fc.constantFrom("feed", "alt", "format", "cat", "tag", "paged"), fc.string()),
    fc.oneof(word, fc.string()),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string()), { maxLength: 6 }),
      fc.array(parameter, { maxLength: 4 }),
      (path, query) => {
        const url = `/${path.map((part) => encodeURIComponent(part.toWellFormed())).join("/")}?${new URLSearchParams(query)}`;
        const address = parseAddress(url);
        for (const name of SET_NAMES) {
          const old = address && SETS[name](address);
          if (old?.of === "value") expect(old.value.trim()).not.toBe("");
        }
      },
    ),
  );
});
