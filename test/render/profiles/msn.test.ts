import { describe, expect, it } from "vitest";
import type { EntryImage } from "../../../src/feed/feed.ts";
import { elementsToXml } from "../../../src/render/element.ts";
import { msnRights, msnTitle, msnValidity } from "../../../src/render/profiles/msn.ts";
import { Slots } from "../../../src/render/slots.ts";
import { bareEntry } from "../../verify/sample.ts";

type Elements = Parameters<typeof elementsToXml>[0];

function written(elements: (slots: Slots) => Elements): string {
  const slots = new Slots();
  return slots.fill(elementsToXml(elements(slots)), "item").head;
}

describe("MSN's short title", () => {
  it.each([
    [undefined, ""],
    ["R&B <live>", "<mi:shortTitle>R&#x26;B &#x3C;live&#x3E;</mi:shortTitle>"],
  ])("of %j", (short_title, xml) => {
    expect(written((slots) => msnTitle({ ...bareEntry, short_title }, slots))).toBe(xml);
  });
});

describe("until when an entry is valid", () => {
  it.each([
    [undefined, ""],
    ["2026-04-01T00:00:00Z", "<dcterms:valid>end=2026-04-01T00:00:00Z; scheme=W3C-DTF</dcterms:valid>"],
  ])("%j is a DCMI Period", (end, xml) => {
    expect(written(() => msnValidity(end))).toBe(xml);
  });
});

describe("a picture's rights", () => {
  it.each<[what: string, fields: Partial<EntryImage>, xml: string]>([
    ["none, where nothing is stored", {}, ""],
    ["it may be shown", { syndication_rights: true }, "<mi:hasSyndicationRights>1</mi:hasSyndicationRights>"],
    [
      "it may not be shown, which is not the same as not known",
      { syndication_rights: false },
      "<mi:hasSyndicationRights>0</mi:hasSyndicationRights>",
    ],
    [
      "by which licence, and whose",
      { license_id: "L&1", licensor: "Lens & Sons" },
      "<mi:licenseId>L&#x26;1</mi:licenseId><mi:licensorName>Lens &#x26; Sons</mi:licensorName>",
    ],
  ])("%s", (_, fields, xml) => {
    const image: EntryImage = { url: "https://x.example/1.jpg", type: "image/jpeg", ...fields };
    expect(written((slots) => msnRights(image, slots))).toBe(xml);
  });
});
