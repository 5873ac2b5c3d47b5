import { decodeHTML } from "entities";
import type { Media } from "../draft.ts";
import { isObject, written } from "../values/json.ts";
import { parseMediaType } from "../values/media-type.ts";
import { type Person, personWith } from "../values/people.ts";
import { toLine } from "../values/text.ts";
import { cleanRendered } from "./body/rendered.ts";
import type { WordpressPost } from "./post.ts";
import { plainName, type Term } from "./terms.ts";

/** A post as the REST API gives it, with its author, terms and picture embedded. */
export function restPost(json: Record<string, unknown>): WordpressPost {
  const embedded = isObject(json._embedded) ? json._embedded : {};
  const shown = rendered(json.content);
  const notes: string[] = [];
  const body = shown && cleanRendered(shown, notes);
  const authors = authorsOf(embedded, json);
  if (authors.length === 0) notes.push("the site does not say who wrote it");
  const status = written(json.status);
  const hasPassword = (isObject(json.content) && json.content.protected === true) || Boolean(written(json.password));
  return {
    where: `post ${String(json.id)}`,
    status,
    hasPassword,
    guid: decoded(rendered(json.guid)),
    link: written(json.link),
    title: hasPassword || status === "private" ? ownTitle(json.title) : rendered(json.title),
    body,
    excerpt: ownExcerpt(json.excerpt, body ?? ""),
    date: { gmt: spaced(json.date_gmt), local: spaced(json.date) },
    modified: { gmt: spaced(json.modified_gmt), local: spaced(json.modified) },
    authors,
    terms: objectsIn(embedded["wp:term"]).map(termOf),
    media: objectsIn(embedded["wp:featuredmedia"]).flatMap((media) => pictureOf(media) ?? []),
    notes,
  };
}

/** What not everybody may read is shown with a word before its title, in the site's language; who may edit it is given the title alone, too. */
const ownTitle = (field: unknown): string | undefined =>
  (isObject(field) ? written(field.raw) : undefined) ?? rendered(field)?.replace(/^(?:Private|Protected): /, "");

/**
 * Without an excerpt of its own, a post has the first words of its text for one, without captions and the like, and an ellipsis in
 * brackets where they end within it.
 */
function ownExcerpt(field: unknown, body: string): string | undefined {
  const shown = rendered(field)?.replace(ONE_PARAGRAPH, "$1");
  const excerpt = shown && cleanRendered(shown, []);
  if (excerpt === undefined || (isObject(field) && field.raw === "")) return undefined;
  if (isObject(field) && typeof field.raw === "string") return excerpt;
  const line = toLine({ type: "html", value: excerpt });
  return /\[(…|\.\.\.)\]$/.test(line) || isFromText(line, toLine({ type: "html", value: body })) ? undefined : excerpt;
}

/** Whether a line starts as a text does and says nothing but words of it, in their order. */
function isFromText(line: string, text: string): boolean {
  const [words, all] = [line.match(WORD) ?? [], text.match(WORD) ?? []];
  if (words[0] !== all[0]) return false;
  let at = 0;
  for (const word of all) if (word === words[at]) at += 1;
  return at === words.length;
}

const WORD = /[\p{L}\p{N}]+/gu;

const ONE_PARAGRAPH = /^\s*<p>((?:(?!<p>).)*)<\/p>\s*$/s;

/** A site may keep its users to itself; then a plugin for search engines often names the author all the same. */
function authorsOf(embedded: Record<string, unknown>, json: Record<string, unknown>): Person[] {
  const names = objectsIn(embedded.author).flatMap((author) => written(author.name) ?? []);
  const told = isObject(json.yoast_head_json) ? written(json.yoast_head_json.author) : undefined;
  return (names.length > 0 ? names : told ? [told] : []).flatMap(
    (name) => personWith(plainName(name), undefined, undefined) ?? [],
  );
}

const termOf = (term: Record<string, unknown>): Term => ({
  taxonomy: written(term.taxonomy) ?? "",
  slug: written(term.slug) ?? "",
  name: written(term.name) ?? "",
  id: String(term.id),
});

function pictureOf(media: Record<string, unknown>): Media | undefined {
  const details = isObject(media.media_details) ? media.media_details : {};
  const facts = isObject(details.image_meta) ? details.image_meta : {};
  const url = written(media.source_url);
  return url === undefined
    ? undefined
    : {
        url,
        type: parseMediaType(written(media.mime_type)),
        medium: "image",
        width: numberOf(details.width),
        height: numberOf(details.height),
        length: numberOf(details.filesize),
        caption: rendered(media.caption) ?? written(media.alt_text),
        credit: written(facts.credit),
      };
}

/** Lists in lists, as `_embedded` has them; a list may hold errors instead, which have no name and no address. */
const objectsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.flat().filter(isObject) : [];

const rendered = (field: unknown): string | undefined => (isObject(field) ? written(field.rendered) : undefined);
const numberOf = (value: unknown): number | undefined => (typeof value === "number" && value > 0 ? value : undefined);
const decoded = (text: string | undefined): string | undefined => (text === undefined ? undefined : decodeHTML(text));
/** The API writes `T` between a day and its time, and no zone. */
const spaced = (value: unknown): string | undefined => written(value)?.replace("T", " ");
