import { assemble, type Rendered } from "./rendered.ts";

/**
 * Slots: `feed` and its XML writer escape some text twice, some never, parse ids as URLs, and indent. So no
 * text or URL of an article passes through them. `feed` writes the document with slots in its places, and the finished bytes are put
 * in last, escaped once, for their context.
 */
export class Slots {
  readonly #contents: string[] = [];

  /** Plain text, for element content or an attribute's value. */
  text(text: string): string {
    return this.#put(escapeXml(text));
  }

  /** HTML for a CDATA section, which the one sequence that ends it parts in two. */
  cdata(html: string): string {
    return this.#put(html.replaceAll("]]>", "]]]]><![CDATA[>"));
  }

  /**
   * The document: indentation dropped (there is no text in the skeleton, so white space between tags is never content),
   * every slot filled.
   *
   * @param names the elements that are entries
   */
  fill(skeleton: string, ...names: ["item"] | ["entry", "at:deleted-entry"]): Rendered {
    const entry = names.join("|");
    const start = new RegExp(`(?=<(?:${entry})[ >])|(?<=</(?:${entry})>)|(?<=<(?:${entry})[^>]*/>)`);
    const pieces = skeleton.replace(/>\n\s*</g, "><").split(start);
    return assemble(pieces, new RegExp(`^<(?:${entry})[ >]`), (piece) =>
      piece.replace(/urn:slot:(\d+);/g, (_, index) => this.#contents[index] ?? ""),
    );
  }

  /** A slot is a valid absolute URI, so `feed` takes it for an id. */
  #put(content: string): string {
    return `urn:slot:${this.#contents.push(content) - 1};`;
  }
}

/** HTML as text: what a reader that renders HTML shows is the text itself. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** XML 1.0 §2.4 and §3.3.3: white space other than a space would be normalised away in an attribute. */
const escapeXml = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character);

const ENTITIES: Record<string, string> = {
  "&": "&#x26;",
  "<": "&#x3C;",
  ">": "&#x3E;",
  '"': "&#x22;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};
