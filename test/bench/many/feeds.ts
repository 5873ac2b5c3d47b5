import type { Article } from "../../../src/article/article.ts";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { stories } from "../stories.ts";

/** Feeds that every story of the bench stands in, and feeds that none of them does. */
const WITH = 103;
const WITHOUT = 907;
const SECTION = "City";
const ELSEWHERE = "Elsewhere";

const feed = (slug: string, section: string, tag: string): DefinitionInput => ({
  slug,
  title: `Feed ${slug}`,
  description: "All the news",
  select: { any: [{ section }, { tag }] },
});

/** The slugs of the feeds that every story stands in. */
export const TOUCHED = Array.from({ length: WITH }, (_, index) => `city-${index}`);

export const MANY: DefinitionInput[] = [
  ...TOUCHED.map((slug, index) => feed(slug, SECTION, `Quarter ${index}`)),
  ...Array.from({ length: WITHOUT }, (_, index) => feed(`other-${index}`, `Region ${index}`, `${ELSEWHERE} ${index}`)),
];

/** Stories of 5 KB that stand in all of `TOUCHED`, oldest first. */
export const cityStories = (count: number): Article[] =>
  stories(count)
    .map(({ article }, index) => ({ ...article, section: SECTION, title: `City story ${count - index}.` }))
    .reverse();

/** A story that stands in one feed, and in none of `TOUCHED`: each number is another. */
export function otherStory(number: number): Article {
  const id = `other-${number}`;
  const tags = [`${ELSEWHERE} ${number % WITHOUT}`];
  return { ...OTHER, id, url: `https://gazette.example/${id}`, title: `Other story ${number}`, section: "World", tags };
}

const [{ article: OTHER }] = stories(1, 2) as [ReturnType<typeof stories>[number]];
