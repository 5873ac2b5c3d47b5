import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse.ts";
import { composeEdition } from "../../src/edition/compose.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { toFeed } from "../../src/feed/compose.ts";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import { SITE } from "../site.ts";
import { stored } from "../stored.ts";

const RADIO: DefinitionInput = {
  slug: "radio",
  title: "Radio",
  description: "News",
  access: "partner",
  partner: "radio",
};

function article(fields: object): Article {
  const parsed = parseArticle({
    id: "a",
    url: "https://gazette.example/a",
    title: "A & B",
    content_html: "<p>Text.</p>",
    published_at: "2026-03-01T08:00:00Z",
    ...fields,
  });
  if (parsed.status !== "parsed") throw new Error(JSON.stringify(parsed.problems));
  return parsed.article;
}

function feedOf(fields: object, definition: object = {}) {
  const catalog = parseCatalog(SITE, [{ ...RADIO, ...definition }]);
  const parsed = catalog.partner.definitions.get("radio");
  if (!parsed) throw new Error("no partner feed");
  return toFeed(catalog.site, parsed, [stored("tag:gazette.example,2026:a", article(fields))]);
}

const entryOf = (fields: object, definition: object = {}) => feedOf(fields, definition).entries[0];

const PICTURES = {
  images: [
    { url: "https://gazette.example/ours.jpg", caption: "Ours" },
    { url: "https://agency.example/theirs.jpg", caption: "Theirs", syndication: "none" },
    { url: "https://gazette.example/paper.jpg", caption: "The paper's", syndication: ["paper"] },
    { url: "https://gazette.example/radio.jpg", caption: "The radio's", syndication: ["radio"] },
  ],
  content_html:
    '<p>Text.</p><figure><img src="https://agency.example/theirs.jpg"><figcaption>Theirs</figcaption></figure><figure><img src="https://gazette.example/ours.jpg"><figcaption>Ours</figcaption></figure>',
};

describe("an entry of a partner's feed", () => {
  it("has the images that the partner licensed, with their captions, and no trace of the others", () => {
    const text = JSON.stringify(entryOf(PICTURES));
    for (const shown of ["ours.jpg", "Ours", "radio.jpg"]) expect(text).toContain(shown);
    for (const hidden of ["theirs.jpg", "Theirs", "paper.jpg", "syndication"]) expect(text).not.toContain(hidden);
  });

  it("says nothing of rights in a public feed, which has all images", () => {
    const catalog = parseCatalog(SITE, [{ slug: "all", title: "All", description: "News" }]);
    const [definition] = [...catalog.definitions.values()];
    if (!definition) throw new Error("no feed");
    const kept = stored("tag:gazette.example,2026:a", article({ ...PICTURES, syndication: { allow: "none" } }));
    const text = JSON.stringify(toFeed(catalog.site, definition, [kept]));
    expect(text).toContain("theirs.jpg");
    expect(text).not.toMatch(/syndication|"radio"|"none"/);
  });

  it("has no body where the partner may have the summary only", () => {
    const rights = { summary: "In short.", syndication: { summary_only: ["radio"] } };
    expect(entryOf(rights)).toMatchObject({ summary: "In short.", content_html: undefined });
    expect(entryOf({ syndication: { summary_only: ["paper"] } })?.content_html).toBe("<p>Text.</p>");
    expect(entryOf(rights, { content: "headline" })?.summary).toBe("A & B");
  });

  it("takes a summary from no caption that was not licensed", () => {
    const rights = { ...PICTURES, content_html: PICTURES.content_html.slice("<p>Text.</p>".length) };
    expect(entryOf({ ...rights, syndication: { summary_only: ["radio"] } })?.summary).toBe("Ours");
  });

  it("ends in the credit line, in the partner's wording, and names a source", () => {
    const attribution = "{credit} — first published by {site}: {url}";
    expect(entryOf({ credit: { name: "Coast <Wire>" } }, { attribution })).toMatchObject({
      content_html:
        '<p>Text.</p><p>Coast &#x3C;Wire> — first published by The Test Gazette: <a href="https://gazette.example/a">https://gazette.example/a</a></p>',
      credit: { name: "Coast <Wire>" },
    });
    expect(entryOf({}, { attribution: "From {site}: {title}", content: "summary" })).toMatchObject({
      summary: "Text. From The Test Gazette: A & B",
      content_html: undefined,
      credit: { name: "The Test Gazette", url: "https://gazette.example/" },
    });
  });

  it.each([
    ["https://gazette.example/a", "https://gazette.example/a?utm_source=radio&utm_medium=a%20b"],
    ["https://gazette.example/a?id=1#top", "https://gazette.example/a?id=1&utm_source=radio&utm_medium=a%20b#top"],
    ["https://gazette.example/a?utm_source=us", "https://gazette.example/a?utm_source=us&utm_medium=a%20b"],
  ])("links %s with constant parameters, and credits the canonical address where it is asked to", (url, link) => {
    const entry = entryOf(
      { url },
      { link_parameters: { utm_source: "radio", utm_medium: "a b" }, attribution: "{canonical} {url}" },
    );
    expect(entry?.url).toBe(link);
    const escaped = (text: string) => text.replaceAll("&", "&#x26;");
    expect(entry?.content_html).toContain(`<a href="${escaped(url)}">${escaped(url)}</a> <a href="${escaped(link)}">`);
  });

  it("is read back as it was said, in all formats, and is the same each time", async () => {
    const definition = { attribution: "{credit} — {site} & co: {url} ]]>", link_parameters: { a: "<&>" } };
    const feed = feedOf({ ...PICTURES, credit: { name: "Coast & Wire", url: "https://wire.example/" } }, definition);
    const composed = await composeEdition(feed);
    expect(composed.status === "refused" ? composed.discrepancies : []).toEqual([]);
    expect(
      await composeEdition(
        feedOf({ ...PICTURES, credit: { name: "Coast & Wire", url: "https://wire.example/" } }, definition),
      ),
    ).toEqual(composed);
  });
});
