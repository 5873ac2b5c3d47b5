import {
  type Definition,
  type DefinitionInput,
  definitionSchema,
  type Site,
  siteSchema,
} from "../../../src/feed/definition.ts";
import { type Family, type FamilyInput, familySchema } from "../../../src/feed/family.ts";
import type { FeedItem } from "../../../src/service/pages/feed/items.ts";
import type { FeedState } from "../../../src/service/store/feeds.ts";
import { SITE } from "../../site.ts";

export const site: Site = siteSchema.parse(SITE);

/** The tests' site, where something of it is different. */
export const siteWith = (changes: Partial<Site>): Site => ({ ...site, ...changes });

/** A definition of a feed, as the catalog makes it. */
export const definitionOf = (input: Partial<DefinitionInput> = {}): Definition =>
  definitionSchema.parse({ slug: "all", title: "Everything", description: "All the news", ...input });

/** A definition of a family of feeds, as the catalog makes it. */
export const familyOf = (input: Partial<FamilyInput> = {}): Family =>
  familySchema.parse({ by: "tag", slug: "tag/{value}", title: "{site}: {value}", description: "{value}", ...input });

/** An item of a feed's JSON document, with no more in it than every item has. */
export const itemOf = (fields: Partial<FeedItem> = {}): FeedItem => ({
  id: "tag:gazette.example,2026:a",
  url: "https://gazette.example/a",
  title: "Title of a",
  date_published: "2026-03-01T08:00:00Z",
  date_modified: "2026-03-01T08:00:00Z",
  ...fields,
});

/** A feed of which one edition is published and nothing is wrong. */
export const stateOf = (fields: Partial<FeedState> = {}): FeedState => ({
  slug: "all",
  changed: 1,
  composed: 1,
  stale_since: null,
  edition: 1,
  published_at: Date.UTC(2026, 2, 1, 8),
  entries: 1,
  refusal: null,
  reselect_after: null,
  page_size: 50,
  pages: 0,
  linked: 0,
  overflows: 0,
  stale_page: null,
  unpublished_page: null,
  urgent: 0,
  asleep: 0,
  family: null,
  labels: [],
  ...fields,
});
