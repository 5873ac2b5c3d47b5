import { describe, expect, it } from "vitest";
import { readMediaRss } from "../../../src/verify/read/media.ts";
import { present, unread } from "./parsed.ts";

describe("Media RSS 1.5 of an entry", () => {
  it("is read by medium: pictures, and all other files", () => {
    const entry = unread(
      '<media:content url="1" type="image/png" medium="image" width="3" height="2" fileSize="7">' +
        '<media:description type="plain">d</media:description>' +
        '<media:credit role="photographer" scheme="urn:ebu">c</media:credit><media:copyright>r</media:copyright>' +
        "<mi:hasSyndicationRights>1</mi:hasSyndicationRights><mi:licenseId>l</mi:licenseId>" +
        "<mi:licensorName>n</mi:licensorName></media:content>" +
        '<media:content url="2" type="audio/mpeg" fileSize="9" duration="61"><media:description type="plain">e</media:description>' +
        "<media:credit>f</media:credit><media:copyright>g</media:copyright></media:content>" +
        '<media:content url="3" medium="image"/>',
    );
    expect(readMediaRss(entry)).toEqual({
      "media:content@medium": ["image", undefined, "image"],
      "media:content[image]@url": ["1", "3"],
      "media:content[image]@type": ["image/png", undefined],
      "media:content[image]@width": ["3", undefined],
      "media:content[image]@height": ["2", undefined],
      "media:content[image]@fileSize": ["7", undefined],
      "media:content[image]/media:description": ["d", undefined],
      "media:content[image]/media:credit": ["c", undefined],
      "media:content[image]/media:copyright": ["r", undefined],
      "media:content[image]/mi:hasSyndicationRights": ["1", undefined],
      "media:content[image]/mi:licenseId": ["l", undefined],
      "media:content[image]/mi:licensorName": ["n", undefined],
      "media:content[file]@url": ["2"],
      "media:content[file]@type": ["audio/mpeg"],
      "media:content[file]@fileSize": ["9"],
      "media:content[file]@duration": ["61"],
      "media:content[file]/media:description": ["e"],
      "media:content[file]/media:credit": ["f"],
      "media:content[file]/media:copyright": ["g"],
    });
    expect(entry.leftovers()).toEqual([]);
  });

  it("is nothing where there is none", () => {
    expect(present(readMediaRss(unread("")))).toEqual({});
  });

  it("counts a file of another medium as a file, which its medium then gives away", () => {
    expect(present(readMediaRss(unread('<media:content url="1" medium="video"/>')))).toMatchObject({
      "media:content@medium": ["video"],
      "media:content[file]@url": ["1"],
    });
  });

  it.each([
    [
      "an HTML caption",
      '<media:content medium="image"><media:description type="html">d</media:description></media:content>',
      "description@type",
    ],
    [
      "a credit of another role",
      '<media:content medium="image"><media:credit role="editor">c</media:credit></media:content>',
      "credit@role",
    ],
    ["a picture's duration", '<media:content medium="image" duration="1"/>', "content@duration"],
    [
      "the role of who made a file",
      '<media:content><media:credit role="author">c</media:credit></media:content>',
      "credit@role",
    ],
    ["a group", "<media:group/>", "group"],
  ])("leaves over %s", (_, content, field) => {
    const entry = unread(content);
    readMediaRss(entry);
    expect(entry.leftovers().map((left) => left.field)).toEqual([field]);
  });
});
