import type { Attachment } from "../article/article.ts";
import type { Entry, EntryImage } from "../feed/feed.ts";
import type { ElementLiteral } from "./element.ts";
import { msnRights } from "./profiles/msn.ts";
import type { Slots } from "./slots.ts";

/** Namespaces that RSS and Atom documents always declare. Readers know Media RSS only with the slash at its end. */
export const SHARED_NAMESPACES = {
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/** Media RSS 1.5: every image and attachment, in the one order of all formats. */
export const mediaElements = (entry: Entry, slots: Slots): ElementLiteral[] => [
  ...entry.images.map((image) => imageContent(image, slots)),
  ...entry.attachments.map((attachment) => attachmentContent(attachment, slots)),
];

const imageContent = (image: EntryImage, slots: Slots): ElementLiteral => ({
  _attributes: {
    url: slots.text(image.url),
    type: slots.text(image.type),
    medium: "image",
    width: image.width,
    height: image.height,
    fileSize: fileSize(image.length),
  },
  "media:description": description(image, slots),
  "media:credit":
    image.credit === undefined
      ? undefined
      : { _attributes: { role: "photographer", scheme: "urn:ebu" }, _text: slots.text(image.credit) },
  "media:copyright": text(image.rights, slots),
  ...msnRights(image, slots),
});

const attachmentContent = (attachment: Attachment, slots: Slots): ElementLiteral => ({
  _attributes: {
    url: slots.text(attachment.url),
    type: slots.text(attachment.type),
    fileSize: fileSize(attachment.length),
    duration: attachment.duration === undefined ? undefined : Math.round(attachment.duration),
  },
  "media:description": description(attachment, slots),
  // Media RSS has no one role for whoever made a sound, a film or a paper.
  "media:credit": text(attachment.credit, slots),
  "media:copyright": text(attachment.rights, slots),
});

const description = ({ caption }: { caption?: string }, slots: Slots): ElementLiteral | undefined =>
  caption === undefined ? undefined : { _attributes: { type: "plain" }, _text: slots.text(caption) };

const text = (value: string | undefined, slots: Slots): ElementLiteral | undefined =>
  value === undefined ? undefined : { _text: slots.text(value) };

/** Media RSS 1.5 has positive sizes only: an empty file has none. */
const fileSize = (length: number | undefined): number | undefined => length || undefined;
