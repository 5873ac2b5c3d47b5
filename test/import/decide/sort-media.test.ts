import { describe, expect, it } from "vitest";
import { MAX_ATTACHMENTS, MAX_CAPTION, MAX_IMAGES } from "../../../src/article/limits.ts";
import { sortMedia } from "../../../src/import/decide/sort-media.ts";
import type { Media } from "../../../src/import/draft.ts";

const BASE = "https://gazette.example/x/";

/** The pictures, the attachments, and what was noted. */
function sorted(...media: Media[]) {
  const notes: string[] = [];
  return { ...sortMedia(media, BASE, notes), notes };
}

const GUESSED = "an attachment's type is guessed";

describe("a picture", () => {
  it("is known by its type, its medium, or its address", () => {
    expect(sorted({ url: "a", type: "image/png" }, { url: "b", medium: "image" }, { url: "c.jpg" })).toEqual({
      images: [
        { url: "https://gazette.example/x/a", type: "image/png" },
        { url: "https://gazette.example/x/b" },
        { url: "https://gazette.example/x/c.jpg" },
      ],
      attachments: [],
      notes: [],
    });
  });

  it("keeps what is said of it", () => {
    expect(
      sorted({ url: "a.png", type: "image/png", width: 640, height: 480, length: 9, caption: "A boat", credit: "Ann" }),
    ).toMatchObject({
      images: [
        {
          url: "https://gazette.example/x/a.png",
          type: "image/png",
          width: 640,
          height: 480,
          length: 9,
          caption: "A boat",
          credit: "Ann",
        },
      ],
    });
  });

  it.each([
    ["A boat &amp; a <b>gull</b>", "A boat & a gull"],
    ["1 < 2", "1 < 2"],
    [" two\nlines ", "two lines"],
  ])("captioned %j reads %j", (caption, expected) => {
    expect(sorted({ url: "a.png", caption }).images).toEqual([
      { url: "https://gazette.example/x/a.png", caption: expected },
    ]);
  });

  it("loses a type that is no picture's, and a size that no camera has", () => {
    expect(sorted({ url: "a", type: "text/html", medium: "image", width: 100_001, height: 100_000 }).images).toEqual([
      { url: "https://gazette.example/x/a", height: 100_000 },
    ]);
  });

  it("has a caption as long as an article may have, which is noted", () => {
    const { images, notes } = sorted({ url: "a.png", caption: "x".repeat(MAX_CAPTION + 1) });
    expect(images[0]?.caption).toHaveLength(MAX_CAPTION);
    expect(notes).toEqual([`a caption longer than ${MAX_CAPTION} characters is cut`]);
  });
});

describe("an attachment", () => {
  it("keeps type, length and duration", () => {
    expect(sorted({ url: "a.mp3", type: "audio/mpeg", length: 9, duration: 7 })).toEqual({
      images: [],
      attachments: [{ url: "https://gazette.example/x/a.mp3", type: "audio/mpeg", length: 9, duration: 7 }],
      notes: [],
    });
  });

  it.each([
    ["by its address", { url: "a.ogg" }, "audio/ogg", GUESSED],
    ["by its address before its medium", { url: "a.ogg", medium: "audio" }, "audio/ogg", GUESSED],
    ["by its medium", { url: "a", medium: "video" }, "video/mp4", GUESSED],
    ["not at all", { url: "a" }, "application/octet-stream", "an attachment's type is unknown"],
    ["not at all", { url: "a", medium: "executable" }, "application/octet-stream", "an attachment's type is unknown"],
  ])("without a type gets one %s", (_, media, type, note) => {
    expect(sorted(media)).toMatchObject({ attachments: [{ type }], notes: [note] });
  });

  it("is no picture where it says that it is something else", () => {
    expect(sorted({ url: "a.jpg", medium: "document" }, { url: "b.jpg", type: "text/html" })).toMatchObject({
      images: [],
      attachments: [{ type: "image/jpeg" }, { type: "text/html" }],
    });
  });

  it("keeps its title, who made it and whose it is, and loses its size, which is noted", () => {
    const words = { caption: "C &amp; <b>D</b>", credit: "Ann", rights: "© Ann" };
    expect(sorted({ url: "a.mp4", type: "video/mp4", ...words, width: 640, height: 360 })).toEqual({
      images: [],
      attachments: [
        { url: "https://gazette.example/x/a.mp4", type: "video/mp4", caption: "C & D", credit: "Ann", rights: "© Ann" },
      ],
      notes: ["an attachment's width and height are left out"],
    });
  });
});

describe("any media", () => {
  it("of the same address stand once, as they were first said", () => {
    expect(
      sorted(
        { url: "a.png", caption: "First" },
        { url: "/x/a.png", caption: "Second" },
        { url: "b.mp3", type: "audio/mpeg", length: 1 },
        { url: "b.mp3", type: "audio/mpeg", length: 2 },
      ),
    ).toEqual({
      images: [{ url: "https://gazette.example/x/a.png", caption: "First" }],
      attachments: [{ url: "https://gazette.example/x/b.mp3", type: "audio/mpeg", length: 1 }],
      notes: [],
    });
  });

  it.each(["", "ftp://gazette.example/a.png", "data:image/png;base64,AAAA", "http://["])(
    "at %j are left out, which is noted",
    (url) => {
      expect(sorted({ url, medium: "image" })).toEqual({
        images: [],
        attachments: [],
        notes: ["a file whose address is no http(s) URL is left out"],
      });
    },
  );

  it("are as many as an article may have", () => {
    const { images, attachments, notes } = sorted(
      ...Array.from({ length: MAX_IMAGES + 1 }, (_, index) => ({ url: `${index}.png` })),
      ...Array.from({ length: MAX_ATTACHMENTS + 1 }, (_, index) => ({ url: `${index}.mp3`, type: "audio/mpeg" })),
    );
    expect([images.length, attachments.length]).toEqual([MAX_IMAGES, MAX_ATTACHMENTS]);
    expect(notes).toEqual([
      `images after the ${MAX_IMAGES}th are left out`,
      `attachments after the ${MAX_ATTACHMENTS}th are left out`,
    ]);
  });
});
