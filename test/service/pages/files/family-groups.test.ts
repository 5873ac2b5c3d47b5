import { expect, it } from "vitest";
import { MAX_TAGS } from "../../../../src/article/limits.ts";
import { familyGroups, MAX_FAMILY_FEEDS } from "../../../../src/service/pages/files/family-groups.ts";
import { here } from "../../../homes/here.ts";
import { article, newsroom } from "../../newsroom.ts";
import { familyOf, site } from "../fixtures.ts";

const TAGS = { by: "tag", slug: "tag/{value}", title: "{site}: {value}", description: "On {value}" } as const;
const AUTHORS = { ...TAGS, by: "author", slug: "author/{value}" } as const;

it("the groups of families have so many feeds together at most, those with the newest stories", async () => {
  const desk = await newsroom([TAGS, AUTHORS]);
  const stories = MAX_FAMILY_FEEDS / MAX_TAGS + 1;
  for (let story = 0; story < stories; story += 1) {
    const tags = Array.from({ length: MAX_TAGS }, (_, index) => `t${story} ${index}`);
    await desk.put(article(`n${story}`, { tags, authors: [{ name: `Ada ${story}` }] }));
  }
  const groups = await familyGroups(here.db, site, [familyOf(AUTHORS), familyOf(TAGS)], Date.now());
  expect(groups.map(({ key, title }) => [key, title])).toEqual([
    ["author", "Authors"],
    ["tag", "Topics"],
  ]);
  const feeds = groups.flatMap((group) => group.feeds);
  expect(feeds).toHaveLength(MAX_FAMILY_FEEDS);
  expect(groups[0]?.feeds[0]).toMatchObject({
    slug: `author/ada-${stories - 1}`,
    title: `The Test Gazette: Ada ${stories - 1}`,
  });
  // Of the oldest story, no room is left.
  expect(feeds.filter(({ slug }) => /\/(ada-|t)0/.test(slug))).toEqual([]);
  expect(await familyGroups(here.db, site, [], Date.now())).toEqual([]);
});
