import { describe, expect, it } from "vitest";
import { entryOf, LONG, many, profile, withImage } from "../a-portal.ts";
import { expectAdvice, expectBroken, expectGood } from "./expectations.ts";

const SMALL = "there is no image known to have 500 pixels on its smallest side";

describe("a story for Flipboard", () => {
  it("is left out without a body", () =>
    expectBroken(
      "flipboard",
      {
        rule: "body",
        severity: "hard",
        field: "content_html",
        message: "there is no body: the story has none, or the partner may have its summary only",
      },
      { content_html: "" },
    ));

  it.each<[string, field: string, message: string, story: object]>([
    ["description", "summary", "the description has 9 characters; 300 or more are asked for", { summary: "In short." }],
    [
      "description",
      "summary",
      "the description has 9 characters; 300 or more are asked for",
      { summary: undefined, content_html: "<p>In short.</p>" },
    ],
    ["byline", "authors", "there is no author", { authors: [] }],
    ["image", "images", SMALL, { images: [] }],
    ["image", "images", SMALL, withImage({ height: 499 })],
    ["image", "images", SMALL, withImage({ width: undefined })],
  ])("goes out with advice about its %s (%s): %s, %j", (rule, field, message, story) =>
    expectBroken("flipboard", { rule, severity: "advice", field, message }, story),
  );

  it.each<[string, object]>([
    ["without any fault", {}],
    ["with an image of 500 by 500 pixels", withImage({ width: 500, height: 500 })],
    ["with a summary of 300 characters", { summary: "S".repeat(300) }],
    [
      "with an excerpt of a longer body, cut between words",
      { summary: undefined, content_html: `<p>${LONG}${LONG}</p>` },
    ],
  ])("%s is as good as any", (_, story) => expectGood("flipboard", story));

  it("has a description from its body where it has no summary, and keeps one that it has", () => {
    expect(entryOf("flipboard", { summary: undefined }).summary).toBe(`${LONG.slice(0, 300)}…`);
    expect(entryOf("flipboard", { summary: "In short." }).summary).toBe("In short.");
    const picture = '<img src="https://gazette.example/a.jpg">';
    expect(entryOf("flipboard", { summary: undefined, content_html: picture }).summary).toBeUndefined();
  });

  it("leads with its first image of enough pixels; the others keep their order, and attachments stay behind", () => {
    const image = (name: string, width: number, height?: number) => ({
      url: `https://gazette.example/${name}.jpg`,
      width,
      height,
    });
    const entry = entryOf("flipboard", {
      images: [image("small", 499, 900), image("unknown", 900), image("large", 500, 500), image("larger", 900, 900)],
      attachments: [{ url: "https://gazette.example/a.mp3", type: "audio/mpeg" }],
    });
    expect(entry.images.map(({ url }) => url.replace(/.*\/|\.jpg/g, ""))).toEqual([
      "large",
      "larger",
      "small",
      "unknown",
    ]);
    expect(entry.attachments).toEqual([]);
  });
});

describe("a feed for Flipboard", () => {
  it("is advised to have at least 20 entries", () =>
    expectAdvice(
      "flipboard",
      {
        rule: "entries",
        field: "entries",
        message: "the feed has 19 entries; at least 20 are asked for, 30 are better",
      },
      { stories: many(19) },
    ));

  it("is advised to link to its own host", () =>
    expectAdvice(
      "flipboard",
      {
        rule: "host",
        field: "entries",
        message: "entries link to another host than the feed's; the same is preferred",
      },
      { stories: many(20, { url: "https://gazette.example/a" }) },
    ));

  it("is good with 20 entries", () => expect(profile("flipboard", many(20)).findings).toEqual([]));
});
