import { escapeAttribute, escapeUTF8 } from "entities";
import { isObject, tryJson } from "../values/json.ts";
import { cardToHtml } from "./cards.ts";

type Mobiledoc = Record<string, unknown>;

/** Mobiledoc 0.3.2, "sections": the number that each begins with. */
const MARKUP = 1;
const IMAGE = 2;
const LIST = 3;
const CARD = 10;
/** And of a marker: an atom, in the place of a text. */
const ATOM = 1;

const BLOCKS = new Set("p h1 h2 h3 h4 h5 h6 blockquote aside pull-quote".split(" "));
const INLINE = new Set("a b code em i mark s strike strong sub sup u del small span".split(" "));

/** A text of Ghost's former editor (1.0 to 5.36) as HTML; null where it is none. No marker's words are lost. */
export function mobiledocToHtml(value: unknown, notes: string[]): string | null {
  const document = typeof value === "string" ? tryJson(value) : value;
  if (!isObject(document) || !Array.isArray(document.sections)) return null;
  return listOf(document.sections)
    .map((section) => writeSection(listOf(section), document, notes))
    .join("\n");
}

function writeSection([type, what, content]: unknown[], document: Mobiledoc, notes: string[]): string {
  switch (type) {
    case MARKUP: {
      const tag = typeof what === "string" && BLOCKS.has(what) ? what : "p";
      const name = tag === "aside" || tag === "pull-quote" ? "blockquote" : tag;
      return `<${name}>${writeMarkers(content, document, notes)}</${name}>`;
    }
    case IMAGE:
      return cardToHtml("image", { src: what }, notes);
    case LIST: {
      const tag = what === "ol" ? "ol" : "ul";
      const items = listOf(content).map((markers) => `<li>${writeMarkers(markers, document, notes)}</li>`);
      return `<${tag}>${items.join("")}</${tag}>`;
    }
    case CARD: {
      const [name, payload] = listOf(listOf(document.cards)[Number(what)]);
      return cardToHtml(String(name ?? "without a name"), isObject(payload) ? payload : {}, notes);
    }
    default:
      notes.push(`a section of the kind ${String(type)} is left out`);
      return "";
  }
}

/** Each marker opens markups, by their places in the document's list, and closes some of those that are open. */
function writeMarkers(markers: unknown, document: Mobiledoc, notes: string[]): string {
  const open: string[] = [];
  const written: string[] = [];
  for (const marker of listOf(markers)) {
    const [type, opened, closed, value] = listOf(marker);
    for (const place of listOf(opened)) {
      const [tag, attributes] = listOf(listOf(document.markups)[Number(place)]);
      open.push(typeof tag === "string" && INLINE.has(tag) ? tag : "span");
      written.push(`<${open.at(-1)}${hrefIn(attributes)}>`);
    }
    written.push(
      type === ATOM ? writeAtom(listOf(listOf(document.atoms)[Number(value)]), notes) : escapeUTF8(String(value ?? "")),
    );
    for (let left = Number(closed); left > 0 && open.length > 0; left -= 1) written.push(`</${open.pop()}>`);
  }
  return (
    written.join("") +
    open
      .reverse()
      .map((tag) => `</${tag}>`)
      .join("")
  );
}

function writeAtom([name, text]: unknown[], notes: string[]): string {
  if (name === "soft-return") return "<br>";
  if (typeof text !== "string" || text === "") notes.push(`an atom “${String(name)}” is left out`);
  return escapeUTF8(typeof text === "string" ? text : "");
}

/** Attributes are a list of names and values in turn. */
function hrefIn(attributes: unknown): string {
  const list = listOf(attributes);
  const href = list[list.indexOf("href") + 1];
  return list.includes("href") && typeof href === "string" ? ` href="${escapeAttribute(href)}"` : "";
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
