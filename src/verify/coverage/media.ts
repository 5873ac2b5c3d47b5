import type { Attachment } from "../../article/article.ts";
import type { Entry, EntryImage } from "../../feed/feed.ts";
import type { Value } from "../discrepancy.ts";
import { digits, type Proof, proof, STRICT_XML } from "./field.ts";

const image = (name: string, stored: (image: EntryImage) => Value): Proof<Entry> =>
  proof(`media:content[image]${name}`, STRICT_XML, (entry) => entry.images.map(stored));

const file = (name: string, stored: (file: Attachment) => Value): Proof<Entry> =>
  proof(`media:content[file]${name}`, STRICT_XML, (entry) => entry.attachments.map(stored));

/** The medium tells images from attachments, and shows that images come first. */
const medium: Proof<Entry> = proof("media:content@medium", STRICT_XML, (entry) => [
  ...entry.images.map(() => "image"),
  ...entry.attachments.map(() => undefined),
]);

/** Media RSS 1.5, which RSS items and Atom entries carry alike. */
export const MEDIA_PROOFS = {
  image: {
    url: [image("@url", ({ url }) => url), medium],
    type: [image("@type", ({ type }) => type)],
    width: [image("@width", ({ width }) => digits(width))],
    height: [image("@height", ({ height }) => digits(height))],
    length: [image("@fileSize", ({ length }) => fileSize(length))],
    caption: [image("/media:description", ({ caption }) => caption)],
    credit: [image("/media:credit", ({ credit }) => credit)],
    rights: [image("/media:copyright", ({ rights }) => rights)],
    syndication_rights: [
      image("/mi:hasSyndicationRights", ({ syndication_rights: may }) => (may === undefined ? may : may ? "1" : "0")),
    ],
    license_id: [image("/mi:licenseId", ({ license_id }) => license_id)],
    licensor: [image("/mi:licensorName", ({ licensor }) => licensor)],
  },
  file: {
    url: [file("@url", ({ url }) => url)],
    type: [file("@type", ({ type }) => type)],
    length: [file("@fileSize", ({ length }) => fileSize(length))],
    duration: [file("@duration", ({ duration }) => digits(duration === undefined ? undefined : Math.round(duration)))],
    caption: [file("/media:description", ({ caption }) => caption)],
    credit: [file("/media:credit", ({ credit }) => credit)],
    rights: [file("/media:copyright", ({ rights }) => rights)],
  },
};

/** Media RSS has positive sizes only; an empty file has none. */
const fileSize = (length: number | undefined): string | undefined => (length ? String(length) : undefined);
