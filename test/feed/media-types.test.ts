import { describe, expect, it } from "vitest";
import { FORMATS } from "../../src/feed/feed.ts";
import { MEDIA_TYPES } from "../../src/feed/media-types.ts";

describe("media types", () => {
  it("are those that each format's specification registers (RFC 4287 §7, JSON Feed 1.1)", () =>
    expect(FORMATS.map((format) => [format, MEDIA_TYPES[format]])).toEqual([
      ["rss", "application/rss+xml"],
      ["atom", "application/atom+xml"],
      ["json", "application/feed+json"],
    ]));
});
