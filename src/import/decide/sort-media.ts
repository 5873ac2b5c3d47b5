import type { Attachment, Image } from "../../article/article.ts";
import * as limit from "../../article/limits.ts";
import type { Media } from "../draft.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { atMost, shorten, withoutUndefined } from "../values/keep.ts";
import { looksLikeHtml } from "../values/looks-like-html.ts";
import { isImage, typeFromExtension, UNKNOWN_TYPE } from "../values/media-type.ts";
import { toLine } from "../values/text.ts";

/** An article's limit on pixels: no camera comes near. */
const MAX_PIXELS = 100_000;

/** A type for what a feed only calls a medium: the one that most files of the medium have. */
const BY_MEDIUM: Record<string, string> = { audio: "audio/mpeg", video: "video/mp4", document: "application/pdf" };

/**
 * Pictures to the pictures, everything else to the attachments. An address stands once in each, and the first that names
 * it is kept.
 */
export function sortMedia(
  media: Media[],
  base: string | undefined,
  notes: string[],
): { images: Image[]; attachments: Attachment[] } {
  const images = new Map<string, Image>();
  const attachments = new Map<string, Attachment>();
  for (const one of media) {
    const url = absoluteUrl(one.url, base);
    if (!url) notes.push("a file whose address is no http(s) URL is left out");
    else if (isPicture(one, url)) images.set(url, images.get(url) ?? toImage(one, url, notes));
    else attachments.set(url, attachments.get(url) ?? toAttachment(one, url, notes));
  }
  return {
    images: atMost([...images.values()], limit.MAX_IMAGES, "images", notes),
    attachments: atMost([...attachments.values()], limit.MAX_ATTACHMENTS, "attachments", notes),
  };
}

const isPicture = (media: Media, url: string): boolean =>
  isImage(media.type) ||
  media.medium === "image" ||
  (media.type === undefined && media.medium === undefined && isImage(typeFromExtension(url)));

function toImage(media: Media, url: string, notes: string[]): Image {
  const image = {
    url,
    type: isImage(media.type) ? media.type : undefined,
    width: pixels(media.width),
    height: pixels(media.height),
    length: media.length,
    ...credited(media, notes),
  };
  return withoutUndefined(image);
}

function toAttachment(media: Media, url: string, notes: string[]): Attachment {
  const type = media.type ?? typeFromExtension(url) ?? BY_MEDIUM[media.medium ?? ""];
  if (media.type === undefined)
    notes.push(type ? "an attachment's type is guessed" : "an attachment's type is unknown");
  if (media.width || media.height) notes.push("an attachment's width and height are left out");
  return withoutUndefined({
    url,
    type: type ?? UNKNOWN_TYPE,
    length: media.length,
    duration: media.duration,
    ...credited(media, notes),
  });
}

function credited(
  { caption, credit, rights }: Media,
  notes: string[],
): Pick<Attachment, "caption" | "credit" | "rights"> {
  const line = caption && toLine({ type: looksLikeHtml(caption) ? "html" : "text", value: caption });
  return {
    caption: shorten(line, limit.MAX_CAPTION, "a caption", notes),
    credit: shorten(credit, limit.MAX_LINE, "a file's credit", notes),
    rights: shorten(rights, limit.MAX_CAPTION, "a file's rights", notes),
  };
}

const pixels = (count: number | undefined): number | undefined =>
  count !== undefined && count <= MAX_PIXELS ? count : undefined;
