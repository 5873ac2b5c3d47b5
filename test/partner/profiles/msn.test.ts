import { describe, expect, it } from "vitest";
import { entryOf, many, profile, withImage } from "../a-portal.ts";
import { expectAdvice, expectBroken, expectGood } from "./expectations.ts";

const NEWER = { id: "newer", published_at: "2027-03-01T08:00:00Z" };
const NO_BODY = "there is no body: the story has none, or the partner may have its summary only";
const NO_RIGHTS = "of an image it is not said who may have it, nor under which licence";
const UNSAID = withImage({ syndication: undefined, license: undefined });

describe("a story for MSN", () => {
  it.each<[string, field: string, message: string, story: object, others?: object[]]>([
    ["body", "content_html", NO_BODY, { content_html: "" }],
    ["body", "content_html", NO_BODY, { syndication: { summary_only: ["portal"] } }],
    [
      "title-short",
      "title",
      "the title has 20 characters; it has to have more than 20",
      { title: "Exactly 20 characte." },
    ],
    [
      "title-short",
      "title",
      "the title has 11 characters; it has to have more than 20",
      { title: "\u{1F600}".repeat(11) },
    ],
    ["age", "published", "it was published 365 days ago or earlier", {}, [NEWER]],
    ["language", "language", 'the story is in "fr", the feed in "en-GB"', { language: "fr" }],
  ])("is left out for its %s (%s): %s", (rule, field, message, story, others) =>
    expectBroken("msn", { rule, severity: "hard", field, message }, story, others),
  );

  it.each<[string, field: string, message: string, story: object]>([
    [
      "title-long",
      "title",
      'the title has 151 characters, more than 150: readers may see "Harbour Harbour Harbour Harbour Harbour Harbour…"',
      { title: "Harbour ".repeat(19).trim() },
    ],
    [
      "expiry",
      "expires",
      "it expires less than two hours after its last change",
      { expires_at: "2026-03-01T09:59:00Z" },
    ],
    [
      "expiry",
      "expires",
      "it expires less than two hours after its last change",
      { syndication: { until: "2026-03-01T09:59:00Z" } },
    ],
    ["image-bytes", "images.length", "an image has more than 14 MB", withImage({ length: 14_000_001 })],
    ["image-size", "images.width", "an image is less than 720 pixels wide", withImage({ width: 719 })],
    ["image-rights", "images.syndication_rights", NO_RIGHTS, UNSAID],
    [
      "image-rights",
      "images.syndication_rights",
      NO_RIGHTS,
      { ...UNSAID, syndication: { until: "2027-01-01T00:00:00Z" } },
    ],
  ])("goes out with advice about its %s (%s): %s", (rule, field, message, story) =>
    expectBroken("msn", { rule, severity: "advice", field, message }, story),
  );

  it.each<[string, object, object[]?]>([
    ["without any fault", {}],
    ["with a title of 21 characters", { title: "Just over 20 charact." }],
    ["with a title of 150 characters", { title: "H".repeat(150) }],
    ["of a second less than a year before the newest", { published_at: "2026-03-01T08:00:01Z" }, [NEWER]],
    ["in the language of another country", { language: "en-US" }],
    ["that expires two hours after its last change", { expires_at: "2026-03-01T10:00:00Z" }],
    ["with an image of 14 MB and 720 pixels", withImage({ length: 14_000_000, width: 720 })],
    ["with an image of a size that nobody said", withImage({ length: undefined, width: undefined })],
    ["with an image under a licence", withImage({ syndication: undefined })],
    ["that may go to certain partners, its image with it", { ...UNSAID, syndication: { allow: ["portal"] } }],
    ["without an image", { images: [] }],
  ])("%s is as good as any", (_, story, others) => expectGood("msn", story, others));

  it("says when it changed last where MSN looks for it, and nothing of an end it has not", () =>
    expect(entryOf("msn", { updated_at: "2026-03-01T10:00:00Z" })).toMatchObject({
      updated: "2026-03-01T10:00:00Z",
      modified: "2026-03-01T10:00:00Z",
      published: "2026-03-01T08:00:00Z",
      expires: undefined,
      short_title: undefined,
    }));

  it.each([
    [{ expires_at: "2026-09-01T00:00:00Z" }, "2026-09-01T00:00:00Z"],
    [{ syndication: { until: "2026-08-01T00:00:00Z" } }, "2026-08-01T00:00:00Z"],
    [{ expires_at: "2026-09-01T00:00:00Z", syndication: { until: "2026-08-01T00:00:00Z" } }, "2026-08-01T00:00:00Z"],
    [{ expires_at: "2026-07-01T00:00:00Z", syndication: { until: "2026-08-01T00:00:00Z" } }, "2026-07-01T00:00:00Z"],
    // As text, the first would be the later one.
    [
      { expires_at: "2026-08-01T00:00:00Z", syndication: { until: "2026-08-01T00:00:00.500Z" } },
      "2026-08-01T00:00:00Z",
    ],
  ])("with %j ends at %s", (fields, expires) => expect(entryOf("msn", fields).expires).toBe(expires));

  it("has a short title of at most 54 characters, cut between words, beside one of more than 150", () => {
    const title = "Harbour reopens after the storm, and the fishing fleet returns to sea ".repeat(3).trim();
    const { title: whole, short_title } = entryOf("msn", { title });
    expect(whole).toBe(title);
    expect(short_title).toBe("Harbour reopens after the storm, and the fishing…");
    const unbroken = entryOf("msn", { title: "H".repeat(151) }).short_title ?? "";
    expect([unbroken.length, unbroken.endsWith("H…")]).toEqual([54, true]);
  });

  it.each([
    ["by the image", withImage({}), true],
    ["by the story's list of partners", { ...UNSAID, syndication: { allow: ["portal"] } }, true],
    [
      "by nobody: the story goes to all, which says nothing of its images",
      { ...UNSAID, syndication: { allow: "all" } },
      undefined,
    ],
    ["by nobody at all", UNSAID, undefined],
  ])("tells of an image's rights where they were given %s", (_, story, rights) =>
    expect(entryOf("msn", story).images[0]?.syndication_rights).toBe(rights),
  );

  it("names an image's licence and who gave it", () =>
    expect(entryOf("msn").images).toEqual([
      {
        url: "https://gazette.example/pier.jpg",
        type: "image/jpeg",
        width: 1200,
        height: 800,
        length: 90_000,
        syndication_rights: true,
        license_id: "L-7",
        licensor: "Lens & Sons",
      },
    ]));

  it("that was taken back has expired when that happened, under a title as long as MSN asks", () => {
    const { title, modified, expires, updated } = entryOf("msn", { status: "canceled", title: "Short" });
    expect([modified, expires]).toEqual([updated, updated]);
    expect(title.length).toBeGreaterThan(20);
    expect(profile("msn", [{ status: "canceled", title: "Short" }]).feed.entries.length).toBe(1);
  });
});

describe("a feed for MSN", () => {
  it("is advised to be served by HTTPS", () =>
    expectAdvice(
      "msn",
      { rule: "https", field: "self", message: "the feed is not served by HTTPS" },
      { stories: [{}], base: "http://localhost:8787" },
    ));

  it("is advised to have at most 10 MB", () =>
    expectAdvice(
      "msn",
      { rule: "bytes", field: "entries", message: "the feed has more than 10 MB" },
      { stories: many(21, { content_html: `<p>${"word ".repeat(99_000)}</p>` }) },
    ));

  it("is good with one story", () => expect(profile("msn", many(1)).findings).toEqual([]));

  it("has its dates from the stories that stay", () => {
    const short = { id: "short", title: "Short", published_at: "2026-03-02T08:00:00Z" };
    expect(profile("msn", [short, {}]).feed.updated).toBe("2026-03-01T08:00:00Z");
    expect(profile("msn", [short]).feed).toMatchObject({ entries: [], updated: "2026-01-01T00:00:00Z" });
  });
});
