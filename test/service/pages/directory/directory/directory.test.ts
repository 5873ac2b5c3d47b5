import { describe, expect, it } from "vitest";
import type { DefinitionInput } from "../../../../../src/feed/definition.ts";
import { Directory } from "../../../../../src/service/pages/directory/directory.tsx";
import type { SearchResult } from "../../../../../src/service/pages/directory/search.ts";
import { render } from "../../../render.ts";
import { definitionOf, familyOf, site, siteWith } from "../../fixtures.ts";

const facts = { states: new Map(), changes: new Map(), now: Date.UTC(2026, 2, 1, 12) };
const sections = (count: number, input: Partial<DefinitionInput> = {}) =>
  Array.from({ length: count }, (_, index) =>
    definitionOf({ slug: `s${index}`, title: `S${index}`, select: { any: [{ section: `S${index}` }] }, ...input }),
  );
type Props = Parameters<typeof Directory>[0];
const directory = (props: Partial<Props> = {}) =>
  render(Directory, {
    site,
    definitions: sections(1),
    families: [],
    facts,
    found: undefined,
    page: undefined,
    ...props,
  });
const found = (fields: Partial<SearchResult> = {}): SearchResult => ({
  query: "storm",
  feeds: [],
  stories: [],
  total: 0,
  page: 1,
  ...fields,
});

describe("the directory's page", () => {
  it.each([
    [1, "n1"],
    [2, "n2"],
    [3, "n3"],
    [7, "n3"],
  ])("sets a group of %i feeds as wide as it has feeds, up to three", (count, name) =>
    expect(directory({ definitions: sections(count) })).toContain(
      `<section class="group ${name}" aria-labelledby="sections">`,
    ),
  );

  it("offers each group for a reader to import", () => {
    expect(directory()).toContain('<a href="/feeds.opml?section=sections" aria-label="OPML, Sections">OPML</a>');
  });

  it("has a line for each family behind all feeds, and a search leads to theirs", () => {
    const families = [familyOf(), familyOf({ by: "author", slug: "author/{value}" })];
    const html = directory({ families });
    expect(html.indexOf('<h2 id="families">')).toBeGreaterThan(html.indexOf('<h2 id="sections">'));
    expect(html).toContain('<section class="group n2" aria-labelledby="families">');
    expect(html).toContain('href="/feeds.opml?section=families"');
    expect([...html.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      "/feeds/tag",
      "/feeds/author",
    ]);
    expect(directory({ families, found: found() })).not.toContain('id="families"');
  });

  it("comes in pages where feeds are many, each group on as many as it needs", () => {
    const definitions = sections(60, { description: "x".repeat(300) });
    const slugs = (page: string) =>
      [...directory({ definitions, page }).matchAll(/href="\/feeds\/(s\d+)"/g)].map(([, slug]) => slug);
    const pages = ["1", "2", "3", "4", "5"]
      .map(slugs)
      .filter((page, index, all) => index === 0 || page[0] !== all[0]?.[0]);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flat()).toEqual(definitions.map(({ slug }) => slug));
    expect(directory({ definitions, page: "2" })).toContain('aria-labelledby="sections"');
  });

  it("is empty and whole where there is no feed", () => {
    expect(directory({ definitions: [] })).toContain('<div class="groups"></div>');
  });

  it("is known by the site's address and picture", () => {
    const html = directory({ site: siteWith({ icon: "https://gazette.example/icon.png" }) });
    expect(html).toContain('<link rel="canonical" href="https://feeds.example/"/>');
    expect(html).toContain('<meta property="og:image" content="https://gazette.example/icon.png"/>');
  });
});

describe("the page of a search", () => {
  const html = directory({ found: found({ query: `"><b>` }) });

  it("keeps what was looked for, as text", () => {
    expect(html).toContain('name="q" type="search" maxlength="100" value="&quot;&gt;&lt;b&gt;"');
    expect(html).toContain("<title>“&quot;&gt;&lt;b&gt;” in the feeds of The Test Gazette</title>");
  });

  it("shows what was found in the place of the groups, and is in no index", () => {
    expect(html).not.toContain('class="groups"');
    expect(html).toContain("<h1>Search</h1>");
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(directory()).not.toContain("noindex");
  });
});
