import { describe, expect, it } from "vitest";
import { definitions } from "../../feeds/index.ts";
import site from "../../feeds/site.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";

const good = { slug: "news", title: "News", description: "All the news" };
const fault =
  (...feeds: object[]) =>
  () =>
    parseCatalog(site, feeds as (typeof good)[]);

describe("the catalog", () => {
  it("takes the definitions of feeds/", () =>
    expect(parseCatalog(site, definitions).definitions.size).toBeGreaterThanOrEqual(6));

  it.each([
    ["two feeds with one slug", [good, good], 'feeds: two feeds have the slug "news"'],
    ["an unknown key", [{ ...good, colour: "red" }], 'feeds: "news": definition: Unrecognized key: "colour"'],
    [
      "a bad number of entries",
      [{ ...good, entries: 0 }],
      'feeds: "news": entries: Too small: expected number to be >=1',
    ],
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
      'feeds: "news": content: Invalid option: expected one of "full"|"summary"|"headline"',
    ],
  ])("stops at %s, with one clear line", (_, feeds, message) => expect(fault(...feeds)).toThrow(new Error(message)));

  it("stops at a site without a tag authority", () =>
    expect(() => parseCatalog({ ...site, tag: { authority: "Not A Host", date: "2026" } }, [])).toThrow(
      "feeds: site: tag.authority: must be a lower-case domain name",
    ));

  it("takes another base URL, without a slash at the end", () =>
    expect(parseCatalog(site, [], "https://feeds.example/").site.base).toBe("https://feeds.example"));
});
