import { escapeXmlText, splitCdata } from "./escape.ts";
import type { Parts } from "./rendered.ts";

/**
 * `feed` and its XML writer escape some text twice, some never, parse ids as URLs, and indent. So no text or URL of an
 * article passes through them: `feed` writes the document with a slot in the place of each, and what belongs there is put
 * in last, escaped once, for its context (`escape.ts`).
 */
export class Slots {
  readonly #contents: string[] = [];

  /** Plain text, for element content or an attribute's value. */
  text(text: string): string {
    return this.#put(escapeXmlText(text));
  }

  /** HTML, for a CDATA section. */
  cdata(html: string): string {
    return this.#put(splitCdata(html));
  }

  /**
   * A document's parts: indentation dropped, every slot filled. Until then there is no text in it, so white space between tags
   * is never content. What is put into a slot is not looked at again: a text may hold the letters of another slot.
   *
   * @param skeleton what `feed` wrote, with slots for all text
   * @param names the elements that are entries; there must be one
   */
  fill(skeleton: string, ...names: ["item"] | ["entry", "at:deleted-entry"]): Parts {
    const entry = names.join("|");
    const start = new RegExp(`(?=<(?:${entry})[ >])|(?<=</(?:${entry})>)|(?<=<(?:${entry})[^>]*/>)`);
    const [head = "", ...pieces] = skeleton
      .replace(/>\n\s*</g, "><")
      .split(start)
      .map((piece) => piece.replace(/urn:slot:(\d+);/g, (_, index) => this.#contents[index] ?? ""));
    return { head, entries: pieces.slice(0, -1), foot: pieces.at(-1) ?? "" };
  }

  /** A slot is a valid absolute URI, so `feed` takes it for an id. */
  #put(content: string): string {
    return `urn:slot:${this.#contents.push(content) - 1};`;
  }
}
