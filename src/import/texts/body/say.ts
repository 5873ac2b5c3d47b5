import { escapeUTF8 } from "entities";
import { pageOfEmbed } from "../../../article/html/providers.ts";
import { MARKDOWN } from "./markdown-it.ts";
import type { Tag } from "./tag.ts";

/** What a shortcode or a component says, as Markdown: in a line of its own, and among other words. Null: nothing that could be told. */
export interface SaidByTag {
  block: string;
  inline: string;
  /** Only the words of it are told: what it did with them is not known. */
  isPartial?: true;
}

const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#].*)?$/i;
const VIDEO_FILE = /\.(?:mp4|webm|mov|m4v|ogv)(?:[?#].*)?$/i;
const AUDIO_FILE = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac)(?:[?#].*)?$/i;
const NAMES_A_PICTURE = /fig|im(?:g|age)|picture|photo|asset_img|thumbnail|screenshot/;

/** What a template would fill in. */
const VARIABLE = /^(?:page|site|include|post|layout|forloop)\.|[{}]/;

const SOURCES = ["src", "url", "image", "image_path", "path", "file", "filename", "source", "href", "link"];
const IDS = [
  "id",
  "videoid",
  "video_id",
  "video",
  "youtubeid",
  "youtube_id",
  "vimeoid",
  "tweetid",
  "code",
  "key",
  "yt",
  "v",
];
const WORDS = [
  "title",
  "text",
  "quote",
  "content",
  "caption",
  "message",
  "label",
  "body",
  "summary",
  "description",
  "alt",
];

/** What is known of shortcodes: of Hugo's own, of Hexo's, and of the names that themes and plug-ins use alike. */
export function sayTag(tag: Tag): SaidByTag | null {
  return sayPicture(tag) ?? sayEmbed(tag) ?? sayMedia(tag) ?? sayLink(tag) ?? sayWords(tag);
}

const first = (tag: Tag, names: string[]): string | undefined =>
  names.map((name) => tag.named.get(name)).find((value) => value !== undefined && value !== "");

function sayPicture(tag: Tag): SaidByTag | null {
  const named = NAMES_A_PICTURE.test(tag.name);
  const positional =
    tag.positional.find((one) => IMAGE_FILE.test(one)) ??
    (named ? tag.positional.find((one) => /[/.]/.test(one)) : undefined);
  const src =
    SOURCES.map((name) => tag.named.get(name)).find((value) => value && (named || IMAGE_FILE.test(value))) ??
    positional;
  if (!src || VARIABLE.test(src) || VIDEO_FILE.test(src) || AUDIO_FILE.test(src)) return null;
  // Hexo writes a class before, and sizes and a title after the address; its title may end in an alternative text of its own.
  const after = positional === src ? tag.positional.slice(tag.positional.indexOf(src) + 1) : [];
  const rest = after.filter(
    (one) => !/^\d+(?:px|%|x\d+)?$/.test(one) && (tag.quoted.size === 0 || tag.quoted.has(one)),
  );
  const [, words = "", quotedAlt] =
    /^(.*?)\s*(?:'([^']*)')?$/.exec(tag.name === "image" ? (rest[0] ?? "") : rest.join(" ")) ?? [];
  const caption = [first(tag, ["title"]), first(tag, ["caption", "cap"]), first(tag, ["attr", "credit"])]
    .filter((one) => one)
    .join(" ");
  const description = first(tag, ["description"]) ?? "";
  const alt = first(tag, ["alt"]) ?? quotedAlt ?? (words || description);
  const below = caption || (description === alt ? "" : description);
  const href = tag.named.has("src") ? tag.named.get("link") : undefined;
  const image = `<img src="${attribute(src)}" alt="${attribute(alt)}">`;
  return captioned(href ? `<a href="${attribute(href)}">${image}</a>` : image, below);
}

const captioned = (media: string, words = ""): SaidByTag => ({
  block: `<figure>${media}${words ? `<figcaption>${MARKDOWN.renderInline(words)}</figcaption>` : ""}</figure>`,
  inline: words ? `${media} ${words}` : media,
});

function sayEmbed(tag: Tag): SaidByTag | null {
  const provider = [tag.name, tag.named.get("provider"), tag.named.get("type")].join(" ");
  const name = tag.name === "x" ? "tweet" : tag.name;
  const user = tag.named.get("user");
  const id = first(tag, IDS) ?? (name === "gist" ? tag.positional.slice(0, 2).join("/") : tag.positional[0]);
  if (!id) return null;
  const kind = tag.named.get("type");
  const own = name === "spotify" && kind ? `${kind}/${id}` : user && name === "gist" ? `${user}/${id}` : id;
  const page =
    user && /tweet|twitter/.test(name) && /^\w+$/.test(user + id)
      ? `https://x.com/${user}/status/${id}`
      : (pageOfEmbed(`${name} ${provider}`, own) ?? null);
  return page === null ? null : sayAddress(page, first(tag, ["title", "caption", "alt"]));
}

function sayMedia(tag: Tag): SaidByTag | null {
  const src = [...tag.named.values(), ...tag.positional].find((one) => VIDEO_FILE.test(one) || AUDIO_FILE.test(one));
  if (!src) return null;
  const name = VIDEO_FILE.test(src) ? "video" : "audio";
  return captioned(`<${name} src="${attribute(src)}" controls></${name}>`, first(tag, ["caption", "title"]));
}

function sayLink(tag: Tag): SaidByTag | null {
  const all = [...SOURCES.map((name) => tag.named.get(name)), ...tag.positional];
  const address = all.find((one) => one !== undefined && /^https?:\/\/\S+$/i.test(one));
  if (!address) return null;
  const before = tag.positional.slice(0, Math.max(0, tag.positional.indexOf(address))).join(" ");
  return sayAddress(address, first(tag, ["title", "text", "caption", "label", "name", "alt"]) ?? (before || undefined));
}

/** Words that the author wrote into it: in a field for words, or in quotes with a space among them. */
function sayWords(tag: Tag): SaidByTag | null {
  const named = WORDS.map((name) => tag.named.get(name)).filter((one) => one !== undefined && /\p{L}/u.test(one));
  const quoted = tag.positional.filter((one) => tag.quoted.has(one) && /\p{L}\S*\s+\S/u.test(one));
  const words = [...new Set([...named, ...quoted])].join(" ");
  return words === "" ? null : { block: words, inline: words, isPartial: true };
}

function sayAddress(address: string, title?: string): SaidByTag {
  const link = `<a href="${attribute(address)}">${escapeUTF8(title ?? address)}</a>`;
  return { block: `<p>${link}</p>`, inline: link };
}

const attribute = (text: string): string => escapeUTF8(text).replace(/\s+/g, " ");
