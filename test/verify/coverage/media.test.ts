import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/feed/feed.ts";
import { MEDIA_PROOFS } from "../../../src/verify/coverage/media.ts";
import { bareEntry, sampleFeed } from "../sample.ts";

const [picture, sound] = [
  { url: "1", type: "image/png" },
  { url: "2", type: "audio/mpeg" },
];

const saidBy = (
  proofs: { place: string; stored: (entry: Entry, feed: typeof sampleFeed) => unknown }[],
  entry: Partial<Entry>,
) => Object.fromEntries(proofs.map(({ place, stored }) => [place, stored({ ...bareEntry, ...entry }, sampleFeed)]));

describe("what Media RSS has to say", () => {
  it("of the order of files: pictures come first, and only they have a medium", () => {
    expect(saidBy(MEDIA_PROOFS.image.url, { images: [picture], attachments: [sound, sound] })).toEqual({
      "media:content[image]@url": ["1"],
      "media:content@medium": ["image", undefined, undefined],
    });
  });

  it.each([
    [undefined, undefined],
    [0, undefined],
    [1, "1"],
    [123456, "123456"],
  ])("of a size of %s: %s, for sizes are positive (Media RSS 1.5)", (length, size) => {
    expect(saidBy(MEDIA_PROOFS.image.length, { images: [{ ...picture, length }] })).toEqual({
      "media:content[image]@fileSize": [size],
    });
    expect(saidBy(MEDIA_PROOFS.file.length, { attachments: [{ ...sound, length }] })).toEqual({
      "media:content[file]@fileSize": [size],
    });
  });

  it.each([
    [undefined, undefined],
    [0, "0"],
    [61.4, "61"],
    [61.5, "62"],
    [3600, "3600"],
  ])("of a duration of %s: %s whole seconds", (duration, seconds) => {
    expect(saidBy(MEDIA_PROOFS.file.duration, { attachments: [{ ...sound, duration }] })).toEqual({
      "media:content[file]@duration": [seconds],
    });
  });

  it.each([
    [undefined, undefined],
    [true, "1"],
    [false, "0"],
  ])("of rights to show a picture that are %s: %s", (syndication_rights, said) => {
    expect(saidBy(MEDIA_PROOFS.image.syndication_rights, { images: [{ ...picture, syndication_rights }] })).toEqual({
      "media:content[image]/mi:hasSyndicationRights": [said],
    });
  });
});
