import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import type { Chance } from "./chance.ts";

const IN_POLITICS = { any: [{ section: "Politics" }] };

/** Small, for each edition is composed in truth; a story stands in two of them, or in three. */
export const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "Everything", description: "All the news", entries: 5 },
  { slug: "politics", title: "Politics", description: "Votes", entries: 5, select: IN_POLITICS },
  { slug: "sport", title: "Sport", description: "Games", entries: 5, select: { any: [{ section: "Sport" }] } },
  { slug: "wire", title: "Wire", description: "For machines", entries: 5, kind: "wire", select: IN_POLITICS },
];

export const SLUGS = FEEDS.map(({ slug }) => slug);

/** A story of the rehearsal's. Its marker stands in whatever is text of its own, and nowhere else. */
export interface Story {
  id: string;
  marker: string;
  section: "Politics" | "Sport";
  publishedAt: string;
  /** How often it has been changed. */
  changes: number;
}

export function newStory(number: number, chance: Chance): Story {
  return {
    id: `story-${number}`,
    marker: `zq${number.toString(36).padStart(4, "0")}qz`,
    section: chance.of(0.5) ? "Politics" : "Sport",
    publishedAt: new Date(Date.now()).toISOString(),
    changes: 0,
  };
}

/** All markers of stories in a text. */
export const markersIn = (text: string): string[] => [...new Set(text.match(/zq[0-9a-z]{4}qz/g))];

/** A story as the desk sends it. */
export const toInput = (
  { id, marker, section, publishedAt, changes }: Story,
  fields: Record<string, unknown> = {},
) => ({
  url: `https://gazette.example/${id}`,
  title: `${section}: the ${marker} affair`,
  summary: `What is known of ${marker}, in a line.`,
  content_html: `<p>All of ${marker} as it stood after ${changes} changes.</p><p>${"The council met again. ".repeat(8)}</p>`,
  section,
  published_at: publishedAt,
  ...fields,
});
