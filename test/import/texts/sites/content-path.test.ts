import { expect, it } from "vitest";
import { NO_RULES } from "../../../../src/import/site-rules.ts";
import { readContentPath } from "../../../../src/import/texts/sites/content-path.ts";

it.each([
  ["2019-03-14-old-story.md", "2019-03-14"],
  ["blog/2019-03-14-old-story/index.md", "2019-03-14"],
  ["2019/03/14/old-story/index.mdx", "2019-03-14"],
  // Statamic.
  ["2019-03-14.old-story.md", "2019-03-14"],
  ["2019-03-14-1330.old-story.md", "2019-03-14"],
  // Kirby, Zettelkasten.
  ["20190314_old-story.md", "2019-03-14"],
  ["201903141330 Old story.md", "2019-03-14"],
  ["20193314-part.md", undefined],
  ["12345678-part.md", undefined],
  ["blog/2019-03-14-old-story/second.md", undefined],
])("the date in the name of %s is %s", (path, date) => {
  expect(readContentPath(path, NO_RULES).date).toBe(date);
});
