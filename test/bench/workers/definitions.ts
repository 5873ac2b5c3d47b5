import type { DefinitionInput } from "../../../src/feed/definition.ts";

/** One feed of everything: 50 entries with their full text. */
export const DEFINITIONS: DefinitionInput[] = [{ slug: "all", title: "Everything", description: "All the news" }];

/** The same for a partner. */
export const WITH_PARTNER: DefinitionInput[] = [
  ...DEFINITIONS,
  { slug: "daily", title: "For the Daily", description: "All the news", access: "partner", partner: "daily" },
];

/** Feeds that no story is in. */
export const emptyFeeds = (count: number): DefinitionInput[] =>
  Array.from({ length: count }, (_, index) => ({
    slug: `empty-${index}`,
    title: `Empty ${index}`,
    description: "No news",
    select: { all: [{ tag: `of empty ${index}` }] },
  }));
