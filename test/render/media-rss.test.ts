import { describe, expect, it } from "vitest";
import type { Attachment } from "../../src/article/article.ts";
import type { EntryImage } from "../../src/feed/feed.ts";
import { elementsToXml } from "../../src/render/element.ts";
import { mediaElements, SHARED_NAMESPACES } from "../../src/render/media-rss.ts";
import { Slots } from "../../src/render/slots.ts";
import { bareEntry } from "../verify/sample.ts";

const PICTURE: EntryImage = { url: "https://x.example/1.jpg?a&b", type: "image/jpeg" };
const SOUND: Attachment = { url: "https://x.example/1.mp3", type: "audio/mpeg" };

function written(images: EntryImage[], attachments: Attachment[] = []): string {
  const slots = new Slots();
  const elements = mediaElements({ ...bareEntry, images, attachments }, slots);
  return slots.fill(elementsToXml({ "media:content": elements }), "item").head;
}

const OPEN = '<media:content url="https://x.example/1.jpg?a&#x26;b" type="image/jpeg" medium="image"';

describe("a picture in Media RSS 1.5", () => {
  it.each<[what: string, fields: Partial<EntryImage>, xml: string]>([
    ["has its address, type and medium", {}, `${OPEN}/>`],
    ["has its sizes", { width: 3, height: 2, length: 9 }, `${OPEN} width="3" height="2" fileSize="9"/>`],
    ["has no size of 0, for a size is positive", { length: 0 }, `${OPEN}/>`],
    [
      "has its caption, as plain text",
      { caption: "R&B <live>" },
      `${OPEN}><media:description type="plain">R&#x26;B &#x3C;live&#x3E;</media:description></media:content>`,
    ],
    [
      "has who took it, in the role that validators want in lower case",
      { credit: "Bo & Co" },
      `${OPEN}><media:credit role="photographer" scheme="urn:ebu">Bo &#x26; Co</media:credit></media:content>`,
    ],
    [
      "has whose it is",
      { rights: "© 2026 Bo & Co" },
      `${OPEN}><media:copyright>© 2026 Bo &#x26; Co</media:copyright></media:content>`,
    ],
    [
      "has what MSN asks of its rights, last",
      { caption: "x", syndication_rights: false, license_id: "L", licensor: "Lens" },
      `${OPEN}><media:description type="plain">x</media:description>` +
        "<mi:hasSyndicationRights>0</mi:hasSyndicationRights><mi:licenseId>L</mi:licenseId>" +
        "<mi:licensorName>Lens</mi:licensorName></media:content>",
    ],
  ])("%s", (_, fields, xml) => {
    expect(written([{ ...PICTURE, ...fields }])).toBe(xml);
  });
});

describe("an attachment in Media RSS 1.5", () => {
  it("has its caption, who made it, in whatever role, and whose it is", () => {
    expect(written([], [{ ...SOUND, caption: "R&B <live>", credit: "Bo & Co", rights: "© Bo" }])).toBe(
      '<media:content url="https://x.example/1.mp3" type="audio/mpeg">' +
        '<media:description type="plain">R&#x26;B &#x3C;live&#x3E;</media:description>' +
        "<media:credit>Bo &#x26; Co</media:credit><media:copyright>© Bo</media:copyright></media:content>",
    );
  });

  it.each<[what: string, fields: Partial<Attachment>, attributes: string]>([
    ["has its address and type, and no medium", {}, ""],
    ["has its size", { length: 9 }, ' fileSize="9"'],
    ["has no size of 0", { length: 0 }, ""],
    ["has its duration in whole seconds", { duration: 61.5 }, ' duration="62"'],
    ["has a duration of 0", { duration: 0.2 }, ' duration="0"'],
  ])("%s", (_, fields, attributes) => {
    expect(written([], [{ ...SOUND, ...fields }])).toBe(
      `<media:content url="https://x.example/1.mp3" type="audio/mpeg"${attributes}/>`,
    );
  });
});

it("an entry's pictures come before its attachments, each in their order", () => {
  const second = { ...PICTURE, url: "https://x.example/2.jpg" };
  expect([...written([second, PICTURE], [SOUND]).matchAll(/url="([^"]*)"/g)].map(([, url]) => url)).toEqual([
    "https://x.example/2.jpg",
    "https://x.example/1.jpg?a&#x26;b",
    "https://x.example/1.mp3",
  ]);
});

it("an entry without files has no element", () => {
  expect(written([])).toBe("");
});

it("Media RSS is known to readers with the slash at its end only", () => {
  expect(SHARED_NAMESPACES).toEqual({
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
  });
});
