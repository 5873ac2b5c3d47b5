import { describe, expect, it } from "vitest";
import { definitions } from "../../feeds/index.ts";
import site from "../../feeds/site.ts";
import { parseCatalog, partnersWithFeeds } from "../../src/feed/catalog.ts";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import { SITE } from "../site.ts";

const RADIO: DefinitionInput = {
  slug: "radio",
  title: "Radio",
  description: "News",
  access: "partner",
  partner: "radio",
};

const good = { slug: "news", title: "News", description: "All the news" };
const fault =
  (...feeds: object[]) =>
  () =>
    parseCatalog(site, feeds as (typeof good)[]);

it("names the partners that something is published for, each once: a family is enough", () => {
  const family = { by: "tag", slug: "daily/{value}", title: "T", description: "D", access: "partner" } as const;
  const over = { ...family, slug: "weekly/{value}", partner: "weekly", retired: true };
  const feeds = [RADIO, { ...RADIO, slug: "radio-2" }, { ...family, partner: "daily" }, over, good];
  expect(partnersWithFeeds(parseCatalog(SITE, feeds))).toEqual(["daily", "radio"]);
});

describe("the catalog", () => {
  it("takes the definitions of feeds/", () =>
    expect(parseCatalog(site, definitions).definitions.size).toBeGreaterThanOrEqual(6));

  it.each([
    ["two feeds with one slug", [good, good], 'feeds: two feeds have the slug "news"'],
    ["an unknown key", [{ ...good, colour: "red" }], 'feeds: "news": colour: is not a known field'],
    ["a bad number of entries", [{ ...good, entries: 0 }], 'feeds: "news": entries: is less than 1'],
    [
      "a bad slug",
      [{ ...good, slug: "News!" }],
      'feeds: "News!": slug: must be lower-case letters, digits and single hyphens',
    ],
    [
      "an unknown condition",
      [{ ...good, select: { any: [{ topic: "x" }] } }],
      'feeds: "news": select.any.0: must be one section, tag, author, credit or language',
    ],
    [
      "a content that is none",
      [{ ...good, content: "short" }],
      'feeds: "news": content: is "short": it must be one of "full", "summary", "headline"',
    ],
  ])("stops at %s, with one clear line", (_, feeds, message) => expect(fault(...feeds)).toThrow(new Error(message)));

  it("stops at a site without a tag authority", () =>
    expect(() => parseCatalog({ ...site, tag: { authority: "Not A Host", date: "2026" } }, [])).toThrow(
      "feeds: site: tag.authority: must be a lower-case domain name",
    ));

  it("takes another base URL, without a slash at the end", () =>
    expect(parseCatalog(site, [], "https://feeds.example/").site.base).toBe("https://feeds.example"));

  it("takes a base URL as browsers ask for it: a host in ASCII and small letters, no port that goes without saying", () =>
    expect(parseCatalog(site, [], "HTTPS://Zürich.Example:443/der>die").site.base).toBe(
      "https://xn--zrich-kva.example/der%3Edie",
    ));

  it("replaces no base URL that nobody gives, and takes the site's own without its slash", () => {
    expect(parseCatalog(SITE, []).site.base).toBe("https://feeds.example");
    expect(parseCatalog({ ...SITE, base: "https://feeds.example/news///" }, []).site.base).toBe(
      "https://feeds.example/news",
    );
  });

  it("knows feeds in the order of the files, moved and retired ones apart", () => {
    const catalog = parseCatalog(SITE, [
      { ...good, slug: "world" },
      { ...good, slug: "news", formerly: ["latest", "all-news"] },
      { ...good, slug: "gone", retired: true, formerly: ["older"] },
    ]);
    expect([...catalog.definitions.keys()]).toEqual(["world", "news"]);
    expect([...catalog.all.keys()]).toEqual(["world", "news"]);
    expect([...catalog.moved]).toEqual([
      ["latest", "news"],
      ["all-news", "news"],
      ["older", "gone"],
    ]);
    expect([...catalog.retired]).toEqual(["gone"]);
  });

  it.each([
    ["a public feed's", [good, { ...good, slug: "world", formerly: ["news"] }]],
    [
      "a retired feed's",
      [
        { ...good, retired: true },
        { ...good, slug: "world", formerly: ["news"] },
      ],
    ],
    ["its own", [{ ...good, formerly: ["news"] }]],
    [
      "a partner's",
      [
        { ...RADIO, slug: "news" },
        { ...good, slug: "world", formerly: ["news"] },
      ],
    ],
  ])("takes no former slug that is %s", (_, feeds) =>
    expect(fault(...feeds)).toThrow(new Error('feeds: "news" is a feed, and another\'s former slug')),
  );

  it("tells all faults of one definition in one line", () =>
    expect(fault({ ...good, ttl: 0, home: "gazette" })).toThrow(
      new Error('feeds: "news": home: is not an absolute http(s) URL; ttl: is less than 1'),
    ));
});

describe("the catalog's partner feeds", () => {
  it("stand apart from the public ones, moved and retired too, and their slugs are taken for both", () => {
    const catalog = parseCatalog(SITE, [
      { slug: "all", title: "All", description: "News" },
      { ...RADIO, formerly: ["wireless"] },
      { ...RADIO, slug: "gone", retired: true },
    ]);
    expect([...catalog.definitions.keys()]).toEqual(["all"]);
    expect([catalog.moved.size, catalog.retired.size]).toEqual([0, 0]);
    expect([...catalog.all.keys()]).toEqual(["all", "radio"]);
    expect(catalog.partner.moved.get("wireless")).toBe("radio");
    expect([...catalog.partner.retired.keys()]).toEqual(["gone"]);
    expect(() => parseCatalog(SITE, [RADIO, { slug: "radio", title: "R", description: "R" }])).toThrow("two feeds");
  });

  it.each(["en-GB", "es-419", "zh-Hans-CN"])("may be Apple's in %s, a language with its region", (language) => {
    const apple: DefinitionInput = { ...RADIO, profile: "apple", language };
    expect(parseCatalog(SITE, [apple]).partner.definitions.size).toBe(1);
  });

  it.each([
    ["the feed's own language", { ...SITE, language: "en-GB" }, "en"],
    ["the site's where the feed names none", SITE, undefined],
    ["a script where a region is asked for", SITE, "zh-Hans"],
  ])("are not Apple's without a region: %s", (_, masthead, language) =>
    expect(() => parseCatalog(masthead, [{ ...RADIO, profile: "apple", language }])).toThrow(
      new Error('feeds: "radio": language: Apple News asks for one with its region, as en-GB'),
    ),
  );

  it("are Apple's where the site's language has a region", () =>
    expect(
      parseCatalog({ ...SITE, language: "en-GB" }, [{ ...RADIO, profile: "apple" }]).partner.definitions.size,
    ).toBe(1));

  it.each([
    ["two families with one path", ["tag/{value}", "tag/{value}"], 'two families have the slug "tag/{value}"'],
    ["a family below another", ["tag/{value}", "tag-x/{value}", "tag/x/{value}"], "share addresses"],
    ["a family at a feed's address", ["news/{value}"], '"news" is a feed, and the path of a family\'s'],
  ])("stops at %s", (_, slugs, message) => {
    const families = slugs.map((slug) => ({ ...good, by: "tag" as const, slug }));
    expect(() => parseCatalog(SITE, [good, ...families])).toThrow(message);
  });

  it("stops at a family whose former path is another's", () => {
    const family = { ...good, by: "tag" as const };
    const feeds = [
      { ...family, slug: "tag/{value}" },
      { ...family, slug: "topic/{value}", formerly: ["tag/{value}"] },
    ];
    expect(() => parseCatalog(SITE, feeds)).toThrow("share addresses");
  });
});
