import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../../../src/article/article.ts";
import { FIELD_GROUPS, readFields, withoutGroup } from "../../../../../src/service/desk/editor/story/fields.ts";
import {
  fieldAt,
  proposedUrl,
  readStory,
  type StoryBase,
} from "../../../../../src/service/desk/editor/story/to-article.ts";
import { storyFields } from "../../../../../src/service/desk/editor/story/to-fields.ts";
import { parsedArticle } from "../../fixtures.ts";
import { anyArticle } from "./arbitrary.ts";

const NOW = Date.UTC(2026, 2, 1, 12);
const from = (base: Article | null, more: Partial<StoryBase> = {}): StoryBase => ({
  id: "a",
  base,
  zone: "Europe/Berlin",
  partners: ["radio", "tv"],
  home: "https://gazette.example/",
  openedAt: NOW,
  now: NOW,
  ...more,
});

/** What a browser sends of a form with these fields. */
const sent = (fields: Record<string, string>) =>
  readFields(
    new URLSearchParams(
      Object.entries(fields).map(([name, value]): [string, string] => [name, value.replaceAll("\n", "\r\n")]),
    ),
  );

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const read = (fields: Record<string, string>, base: Article | null, more?: Partial<StoryBase>): Article => {
  const story = readStory(sent(fields), from(base, more));
  if (story.status === "problems") throw new Error(JSON.stringify(story.problems));
  return story.article;
};

describe("an article in a form", () => {
  it("comes back as it was, with all that the form does not show", () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const expected = article.status === "draft" && Date.parse(article.published_at) <= NOW;
        const back = read(storyFields(article, from(article)), article);
        // Nobody has published a draft: that is done now.
        expect(plain(back)).toEqual(plain(expected ? { ...article, published_at: "2026-03-01T12:00:00Z" } : article));
      }),
      { seed: 20, numRuns: 200 },
    );
  });

  it("keeps all the rest where one thing is changed", () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, fc.constantFrom(...FIELD_GROUPS), (article, other, group) => {
        fc.pre(article.status !== "draft" && group !== "corrections");
        const [mine, theirs] = [storyFields(article, from(article)), storyFields(other, from(other))];
        const changed = Object.fromEntries(
          Object.entries(theirs).filter(([name]) => !(name in withoutGroup(theirs, group))),
        );
        const story = readStory(sent({ ...withoutGroup(mine, group), ...changed }), from(article));
        // A story has to have been published, and to have an address.
        if (story.status === "problems") expect(group).toMatch(/^(published_at|url)$/);
        else {
          const { [group]: _, ...rest } = plain(story.article) as Record<string, unknown>;
          const { [group]: __, ...before } = plain(article) as Record<string, unknown>;
          expect(rest).toEqual(before);
        }
      }),
      { seed: 20, numRuns: 200 },
    );
  });

  it("says what it says without a base, too: all that the form shows, times to the second", () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const fields = storyFields(article, from(article));
        const again = storyFields(read(fields, null), from(null));
        expect(withoutGroup(again, "published_at")).toEqual(withoutGroup(fields, "published_at"));
      }),
      { seed: 20, numRuns: 200 },
    );
  });

  it("has corrections that stay as they are, whatever is sent, and takes one more", () => {
    const base = parsedArticle({ corrections: [{ at: "2026-02-01T00:00:00Z", note: "It was Tuesday." }] });
    const fields = {
      ...storyFields(base, from(base)),
      "corrections.0.note": "It was Wednesday.",
      "corrections.0.at": "x",
    };
    expect(read(fields, base).corrections).toEqual([
      { at: "2026-02-01T00:00:00Z", note: "It was Tuesday." },
      { at: "2026-03-01T12:00:00Z", note: "It was Wednesday." },
    ]);
  });

  it("is published when somebody publishes it, where no time is given", () => {
    expect(read({ title: "Votes", content_html: "<p>x</p>" }, null)).toMatchObject({
      published_at: "2026-03-01T12:00:00Z",
      url: "https://gazette.example/votes",
    });
    const draft = parsedArticle({ status: "draft", published_at: "2026-02-01T00:00:00Z" });
    expect(read(storyFields(draft, from(draft)), draft, { status: "usable" })).toMatchObject({
      status: "usable",
      published_at: "2026-03-01T12:00:00Z",
    });
    const planned = parsedArticle({ status: "draft", published_at: "2026-04-01T00:00:00Z" });
    expect(read(storyFields(planned, from(planned)), planned).published_at).toBe("2026-04-01T00:00:00Z");
  });

  it("says what goes to which partner", () => {
    const partners = { "partners.0.slug": "radio", "partners.1.slug": "tv" };
    const title = { title: "Votes" };
    expect(read({ ...title, ...partners }, null).syndication).toBeUndefined();
    const chosen = {
      ...title,
      ...partners,
      syndication: "some",
      "partners.1.may": "yes",
      "partners.1.summary": "yes",
      "partners.0.embargo": "2026-03-02T09:00",
    };
    expect(read(chosen, null).syndication).toEqual({
      allow: ["tv"],
      summary_only: ["tv"],
      embargo: { radio: "2026-03-02T08:00:00Z" },
    });
    expect(read({ ...title, ...partners, syndication: "none" }, null).syndication).toEqual({ allow: "none" });
  });
});

describe("what is wrong with a form", () => {
  it("is told all at once, each at its field", () => {
    const fields = sent({
      url: "gazette",
      published_at: "2026-03-29T02:30",
      embargo_until: "2026-10-25T02:30",
      "images.0.caption": "A boat",
      "images.1.url": "https://gazette.example/b.jpg",
      "images.1.width": "wide",
      "partners.0.slug": "radio",
      "partners.0.embargo": "2026-03-29T02:30",
    });
    const story = readStory(fields, from(null));
    const problems = story.status === "problems" ? story.problems : [];
    expect(problems.map(({ path, detail }) => [fieldAt(path, fields), detail])).toEqual(
      expect.arrayContaining([
        ["published_at", "is skipped in Europe/Berlin: at 02:00 the clocks go on to 03:00"],
        ["embargo_until", "comes twice, for the clocks are put back then: say which of the two is meant"],
        ["partners.0.embargo", "is skipped in Europe/Berlin: at 02:00 the clocks go on to 03:00"],
        ["url", "is not an absolute http(s) URL"],
        ["title", "is empty"],
        ["images.0.url", "is not an absolute http(s) URL"],
        ["images.1.width", 'is "wide": it must be a number'],
      ]),
    );
  });

  it("has a field for each path, or is about the whole", () => {
    const fields = { "partners.0.slug": "radio", "partners.1.slug": "tv" };
    const at = (path: string) => fieldAt(path, fields);
    expect(
      [
        "",
        "/nothing",
        "/title",
        "/tags/2",
        "/tags",
        "/credit/name",
        "/images/3/license/id",
        "/images/3/syndication/0",
        "/syndication/embargo/tv",
        "/syndication/allow/0",
        "/syndication/until",
      ].map(at),
    ).toEqual([
      undefined,
      undefined,
      "title",
      "tags.2.name",
      "tags",
      "credit.name",
      "images.3.licensor",
      "images.3.partners",
      "partners.1.embargo",
      "syndication",
      "syndication.until",
    ]);
  });
});

describe("a story's address, where nobody gives one", () => {
  it.each([
    ["Budget passed: 7–2", "https://gazette.example/budget-passed-7-2"],
    ["Zürich’s  port", "https://gazette.example/zurichs-port"],
    ["港の嵐", `https://gazette.example/${encodeURIComponent("港の嵐")}`],
    ["!!!", "https://gazette.example/a"],
  ])("of %j is %s", (title, url) => expect(proposedUrl({ home: "https://gazette.example", id: "a" }, title)).toBe(url));
});
