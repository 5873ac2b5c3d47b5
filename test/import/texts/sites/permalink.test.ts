import { describe, expect, it } from "vitest";
import { fillPermalink, isTemplate } from "../../../../src/import/texts/sites/permalink.ts";

const FACTS = {
  title: "Story One: the harbour",
  name: "one",
  folders: ["news", "sea"],
  categories: ["Sea", "Open Water"],
  date: new Date(2024, 4, 6, 9, 5, 7),
  fields: { section: "World", id: 7, list: ["a"] },
};

describe("a permalink", () => {
  it.each([
    ["/news/{{ title | slugify }}/", "/news/story-one-the-harbour/"],
    ["{{page.filePathStem}}/", "/news/sea/one/"],
    ["/{{ page.date | date: '%Y/%m/%d' }}/{{ page.fileSlug }}/index.html", "/2024/05/06/one/"],
    ["/{{ section | downcase }}/{{ id }}.html", "/world/7.html"],
    ['/{{ "a b" | slugify }}/', "/a-b/"],
    ["/:categories/:year/:month/:day/:title/", "/sea/open%20water/2024/05/06/one/"],
    ["pretty", "/sea/open%20water/2024/05/06/one/"],
    ["date", "/sea/open%20water/2024/05/06/one.html"],
    ["ordinal", "/sea/open%20water/2024/127/one.html"],
    ["weekdate", "/sea/open%20water/2024/W19/mon/one.html"],
    ["none", "/sea/open%20water/one.html"],
    [":year/:i_month/:i_day/:hour:minute/:post_title/", "2024/5/6/0905/story-one-the-harbour/"],
    ["/:sections/:slug/", "/news/sea/one/"],
    ["/:section/:monthname/:weekdayname/:contentbasename", "/news/may/monday/one"],
    ["/a\\:b/", "/a:b/"],
  ])("%s", (permalink, filled) => {
    expect(isTemplate(permalink)).toBe(true);
    expect(fillPermalink(permalink, FACTS)).toBe(filled);
  });

  it.each([
    "/:id/",
    "/:year/:hash/",
    "/:sections[last]/",
    "/:collection/a/",
    "/{{ title | shorten }}/",
    "/{{ title | replace: 'a', 'b' }}/",
    "/{{ page.date }}/",
    "/{{ page.date | date: '%B' }}/",
    "/{{ list }}/",
    "/{{ unknown }}/",
    "/{% if a %}a{% endif %}/",
    "/{{ title | slugify }/",
  ])("%s is not resolved", (permalink) => {
    expect(fillPermalink(permalink, FACTS)).toBeUndefined();
  });

  it("of a day is none without one", () => {
    expect(fillPermalink("/:year/:title/", { ...FACTS, date: undefined })).toBeUndefined();
  });

  it.each(["/a/", "https://gazette.example/a", "http://localhost:8080/a", "a/b.html", "10:30"])(
    "%s is an address",
    (permalink) => {
      expect(isTemplate(permalink)).toBe(false);
    },
  );

  it("takes a slug before a name", () => {
    expect(fillPermalink("/:title/", { ...FACTS, slug: "uno" })).toBe("/uno/");
  });
});
