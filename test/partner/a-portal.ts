import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { toFeed } from "../../src/feed/compose.ts";
import type { DefinitionInput, ProfileName } from "../../src/feed/definition.ts";
import { type Profiled, profiled } from "../../src/partner/profile.ts";
import { SITE } from "../site.ts";
import { stored } from "../stored.ts";

const LOGO = { url: "https://gazette.example/logo.png", width: 144, height: 40 };

/** The definition of a portal's feed. */
export const definitionOf = (profile: ProfileName, fields: object = {}): DefinitionInput => ({
  slug: "portal",
  title: "For the portal",
  description: "All the news",
  access: "partner",
  partner: "portal",
  language: "en-GB",
  logo: LOGO,
  profile,
  ...fields,
});

/** 343 characters: more than any partner asks of a description. */
export const LONG = "The boats left at dawn, and all came home. ".repeat(8).trim();

const IMAGE = {
  url: "https://gazette.example/pier.jpg",
  type: "image/jpeg",
  width: 1200,
  height: 800,
  length: 90_000,
  syndication: ["portal"],
  license: { id: "L-7", licensor: "Lens & Sons" },
};

/** A story that no profile finds fault with. */
export const GOOD = {
  id: "story",
  url: "https://feeds.example/2026/story",
  title: "Harbour reopens after the storm of the year",
  summary: LONG,
  content_html: `<p>${LONG}</p>`,
  authors: [{ name: "Ada Quayle" }],
  images: [IMAGE],
  published_at: "2026-03-01T08:00:00Z",
};

/** The fields of a story with one image, which differs from a good one. */
export const withImage = (fields: object) => ({ images: [{ ...IMAGE, ...fields }] });

export function many(count: number, fields: object = {}): object[] {
  return Array.from({ length: count }, (_, index) => ({ ...fields, id: `story-${index}` }));
}

const parsed = new Map<string, Article>();

/** Stories that differ in their ids alone are parsed once: some tests have megabytes of them. */
function article({ id = GOOD.id, ...fields }: { id?: string }): Article {
  const input = { ...GOOD, ...fields };
  const key = JSON.stringify(input);
  const known = parsed.get(key) ?? parse(input);
  parsed.set(key, known);
  return { ...known, id };
}

function parse(input: object): Article {
  const result = parseArticle(input);
  if (result.status !== "parsed") throw new Error(JSON.stringify(result.problems));
  return result.article;
}

/** A portal's feed of one story for each of `stories`, each as good as it does not say otherwise. */
export function profile(name: ProfileName, stories: object[], definition: object = {}, base?: string): Profiled {
  const { site, partner } = parseCatalog(SITE, [definitionOf(name, definition)], base);
  const parsed = partner.definitions.get("portal");
  if (!parsed) throw new Error("no partner feed");
  const articles = stories.map((fields) => {
    const one = article(fields);
    return stored(`tag:gazette.example,2026:${one.id}`, one);
  });
  return profiled(site, parsed, articles, toFeed(site, parsed, articles));
}

/** A story of a portal's feed as the profile makes it, before anything is left out. */
export function entryOf(name: ProfileName, story: object = {}, definition: object = {}) {
  const [first] = profile(name, [story], definition).entries;
  if (!first) throw new Error("no entry");
  return first.entry;
}
