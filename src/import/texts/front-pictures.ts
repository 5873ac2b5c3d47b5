import * as limit from "../../article/limits.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { firstWritten, isObject } from "../values/json.ts";
import { atMost, shorten, withoutUndefined } from "../values/keep.ts";
import { looksLikeHtml } from "../values/looks-like-html.ts";
import { toLine } from "../values/text.ts";

/** As an article has it, for its own parser to judge. */
type PictureInput = Record<string, unknown>;

/** What an article's picture has beside, which is passed on. */
const OWN = ["type", "width", "height", "length", "syndication", "license"];

/**
 * The pictures of a front matter: an address, an object with one and its words, or a list of these.
 *
 * @param base of relative addresses: the article's own
 */
export function readPictures(value: unknown, base: string, notes: string[]): PictureInput[] {
  const pictures = new Map<string, PictureInput>();
  for (const one of [value].flat()) {
    const picture = isObject(one) ? readPicture(one, base, notes) : addressed(one, base, notes);
    if (picture && !pictures.has(String(picture.url))) pictures.set(String(picture.url), picture);
  }
  return atMost([...pictures.values()], limit.MAX_IMAGES, "images", notes);
}

function readPicture(fields: Record<string, unknown>, base: string, notes: string[]): PictureInput | undefined {
  const text = (...keys: string[]) => firstWritten(fields, ...keys);
  const address = text(
    "url",
    "src",
    "image",
    "path",
    "file",
    "filename",
    "href",
    "large",
    "full",
    "og_image",
    "overlay_image",
    "teaser",
    "feature",
  );
  // `image: {image: {src: …}}`, `header: {image: …}`: what is within may be an object, too.
  const inner = [fields.image, fields.src, fields.url].find(isObject);
  const picture = inner
    ? readPicture(inner, base, notes)
    : address === undefined
      ? undefined
      : addressed(address, base, notes);
  const [caption, alt] = [
    text("caption", "title", "description"),
    text("alt", "alt_text", "altText", "image_alt", "imageAlt"),
  ];
  const words = caption ?? alt;
  if (!picture) return undefined;
  if (caption !== undefined && alt !== undefined && alt !== caption)
    notes.push("a picture's alternative text is left out: its caption stands");
  return withoutUndefined({
    ...Object.fromEntries(OWN.map((key) => [key, fields[key] ?? undefined])),
    caption: shorten(words && plain(words), limit.MAX_CAPTION, "a caption", notes),
    credit: shorten(
      text("credit", "credits", "attribution", "author", "photographer", "copyright", "source"),
      limit.MAX_LINE,
      "a picture's credit",
      notes,
    ),
    ...picture,
  });
}

function addressed(value: unknown, base: string, notes: string[]): PictureInput | undefined {
  if (typeof value !== "string") return undefined;
  // Obsidian: `[[deck.jpg]]`; Markdown: `![deck](deck.jpg)`.
  const address = /^!?\[\[([^\]|]+)/.exec(value)?.[1] ?? /^!\[[^\]]*\]\(([^)\s]+)/.exec(value)?.[1] ?? value;
  const url = absoluteUrl(address, base);
  if (!url) notes.push("a picture whose address is no http(s) URL is left out");
  return url ? { url } : undefined;
}

const plain = (text: string): string => toLine({ type: looksLikeHtml(text) ? "html" : "text", value: text });
