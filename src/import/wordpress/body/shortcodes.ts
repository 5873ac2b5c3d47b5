import type { Attached, Library } from "../attached.ts";
import { figureMarkup, linkMarkup, pictureMarkup, playerMarkup } from "./figures.ts";
import { CODE, CODED, EMBEDS } from "./known-shortcodes.ts";
import { parseShortcodes, type Shortcode, type ShortcodePart } from "./parse-shortcodes.ts";

/** What stands around a text. */
export interface BodyContext {
  /** The post's id. */
  id: string;
  library: Library;
  notes: string[];
}

/**
 * A text with its shortcodes made to what they show. One that only a plugin knows is left out, by name; what it encloses stays, and what
 * it says of a picture or an address of its own. In code, they are what somebody wrote about them.
 */
export function showShortcodes(text: string, context: BodyContext): string {
  if (!text.includes("[")) return text;
  return partAtCode(text)
    .map((part) => (IN_CODE.test(part) ? part : showParts(parseShortcodes(part), context)))
    .join("");
}

const IN_CODE = /^<(pre|code)[\s>]/i;

/** Code, and what stands between. What nobody closed is none. */
function partAtCode(text: string): string[] {
  const parts: string[] = [];
  const lower = text.toLowerCase();
  let at = 0;
  for (const { index, 1: name = "" } of text.matchAll(/<(pre|code)[\s>]/gi)) {
    if (index < at) continue;
    const end = lower.indexOf(`</${name.toLowerCase()}>`, index);
    if (end < 0) break;
    parts.push(text.slice(at, index), text.slice(index, end));
    at = end;
  }
  return [...parts, text.slice(at)];
}

const showParts = (parts: ShortcodePart[], context: BodyContext): string =>
  parts.map((part) => (typeof part === "string" ? part : show(part, context))).join("");

function show(shortcode: Shortcode, context: BodyContext): string {
  const { name, attributes, content, raw } = shortcode;
  const own = Object.hasOwn(SHOW, name) ? SHOW[name] : undefined;
  if (own) return own(shortcode, context);
  if (CODE.has(name) && content) return `<pre><code>${raw.trim()}</code></pre>`;
  if (Object.hasOwn(EMBEDS, name)) return showEmbedded(shortcode, EMBEDS[name] ?? "", context);
  const image = pictureOf(shortcode, context.library);
  if (image)
    return figureMarkup(pictureMarkup(image), content ? showParts(content, context) : attributes.get("caption"));
  if (!CODED.has(name) && content) return enclosed(shortcode, showParts(content, context));
  context.notes.push(`the shortcode [${name}] is left out`);
  return "";
}

const SHOW: Record<string, (shortcode: Shortcode, context: BodyContext) => string> = {
  caption: showCaption,
  wp_caption: showCaption,
  gallery: showGallery,
  playlist: showPlaylist,
  embed: (shortcode, context) => showEmbedded(shortcode, "", context),
  audio: (shortcode, context) => showRecording("audio", shortcode, context),
  video: (shortcode, context) => showRecording("video", shortcode, context),
};

/** `img_caption_shortcode`: the caption follows the picture, or is an attribute, as it was at first. */
function showCaption({ attributes, content = [] }: Shortcode, context: BodyContext): string {
  const inner = showParts(content, context);
  const given = attributes.get("caption");
  const match = /^(\s*(?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?)(.*)$/is.exec(inner);
  return match && given === undefined
    ? figureMarkup((match[1] ?? "").trim(), match[2])
    : figureMarkup(inner.trim(), given);
}

/** `gallery_shortcode`: the files that it lists, else the pictures that were uploaded to the post. */
function showGallery({ attributes }: Shortcode, { id, library, notes }: BodyContext): string {
  const listed = listOf(attributes.get("ids") ?? attributes.get("include"));
  const without = listOf(attributes.get("exclude"));
  const files =
    listed.length > 0
      ? filesListed(listed, library, notes)
      : library.filesOf(attributes.get("id") ?? id).filter((file) => isPicture(file) && !without.includes(file.id));
  return files.map((file) => figureMarkup(pictureMarkup(file), file.caption)).join("\n");
}

function showPlaylist({ attributes }: Shortcode, { id, library, notes }: BodyContext): string {
  const kind = attributes.get("type") === "video" ? "video" : "audio";
  const listed = listOf(attributes.get("ids") ?? attributes.get("include"));
  const files = listed.length > 0 ? filesListed(listed, library, notes) : library.filesOf(id).filter(isOf(kind));
  return files.map((file) => figureMarkup(playerMarkup(kind, file.url), file.caption ?? file.title)).join("\n");
}

function filesListed(ids: string[], library: Library, notes: string[]): Attached[] {
  const files = ids.map((id) => library.file(id));
  if (files.includes(undefined)) notes.push("a file that it shows is not in the export");
  return files.filter((file) => file !== undefined);
}

function showRecording(kind: "audio" | "video", { attributes, content = [] }: Shortcode, context: BodyContext): string {
  const given = ["src", ...EXTENSIONS[kind], "0"].map((name) => attributes.get(name)).find((url) => isAddress(url));
  const url = given ?? context.library.filesOf(context.id).find(isOf(kind))?.url;
  const inner = showParts(content, context);
  if (url === undefined) return inner;
  // A page that shows a video is no file that could be played.
  const isFile = kind === "audio" || isOf("video")({ url }) || attributes.get("src") === undefined;
  return (
    (isFile
      ? figureMarkup(playerMarkup(kind, url, attributes.get("poster")), undefined)
      : `\n\n${linkMarkup(url)}\n\n`) + inner
  );
}

const EXTENSIONS = {
  audio: ["mp3", "m4a", "ogg", "wav", "wma", "flac", "aac", "opus"],
  video: ["mp4", "m4v", "webm", "ogv", "mov", "flv", "wmv"],
};

const isOf =
  (kind: "audio" | "video") =>
  ({ url }: Pick<Attached, "url">): boolean =>
    EXTENSIONS[kind].some((extension) => URL.parse(url)?.pathname.toLowerCase().endsWith(`.${extension}`));

const isPicture = ({ url }: Pick<Attached, "url">): boolean =>
  /\.(jpe?g|png|gif|webp|avif|svg|bmp|heic|tiff?)$/i.test(URL.parse(url)?.pathname ?? "");

/** A link to what was shown: of the address, or of the id that its maker's shortcode takes. */
function showEmbedded({ name, attributes, raw }: Shortcode, base: string, { notes }: BodyContext): string {
  const given = [raw.trim(), ...["url", "src", "href", "0"].map((one) => attributes.get(one))].find((url) =>
    isAddress(url),
  );
  const id = attributes.get("id") ?? attributes.get("0");
  const url = given ?? (base !== "" && id !== undefined && /^[\w/-]+$/.test(id) ? base + id : undefined);
  if (url === undefined) notes.push(`the shortcode [${name}] is left out`);
  return url === undefined ? "" : `\n\n${linkMarkup(url.replaceAll("&amp;", "&"))}\n\n`;
}

/** A plugin's picture, by what it is called. */
function pictureOf({ name, attributes, raw }: Shortcode, library: Library): Pick<Attached, "url" | "alt"> | undefined {
  if (!/image|img|photo|picture/.test(name)) return undefined;
  const url = [...["src", "url", "image_url", "image"].map((one) => attributes.get(one)), raw.trim()].find((one) =>
    isAddress(one),
  );
  if (url !== undefined) return { url, alt: attributes.get("alt") };
  return library.file(attributes.get("image") ?? attributes.get("id") ?? "");
}

/** Several paragraphs stay apart from what is around them. A button says where it leads. */
function enclosed({ attributes }: Shortcode, inner: string): string {
  const url = ["url", "href", "link"].map((name) => attributes.get(name)).find((one) => isAddress(one));
  if (url !== undefined && !/<a\s/i.test(inner)) return linkMarkup(url, inner);
  return /\n/.test(inner.trim()) || /^\s*\n|\n\s*$/.test(inner) ? `\n\n${inner}\n\n` : inner;
}

const listOf = (text: string | undefined): string[] => text?.match(/\d+/g) ?? [];

const isAddress = (text: string | undefined): text is string =>
  /^https?:\/\/[^\s<>"]+$/i.test(text?.replaceAll("&amp;", "&") ?? "");
