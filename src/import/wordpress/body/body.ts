import { contain } from "../../../article/contain.ts";
import { isObject, tryJson } from "../../values/json.ts";
import { type BlockTag, hasBlocks, splitBlocks } from "./blocks.ts";
import { linkMarkup } from "./figures.ts";
import { toParagraphs } from "./paragraphs.ts";
import { type BodyContext, showShortcodes } from "./shortcodes.ts";

/** What a post's text shows, of what WordPress stores: blocks, or a text from before there were any. */
export function showBody(text: string, footnotes: string | undefined, context: BodyContext): string {
  if (!hasBlocks(text)) return showClassic(text, context);
  return linkEmbeds(new BlockReader(context, footnotes).read(text));
}

/** An embedded page stands as its address, which WordPress asks about when it shows it. A link says where it is. */
export const linkEmbeds = (html: string): string =>
  html.replace(
    /(<div\s[^<>]*\bwp-block-embed__wrapper\b[^<>]*>)\s*(https?:\/\/[^\s<>"]+)\s*(?=<\/div>)/g,
    (_, start: string, url: string) => start + linkMarkup(url.replaceAll("&amp;", "&")),
  );

const showClassic = (text: string, context: BodyContext): string => toParagraphs(showShortcodes(text, context));

/** Shared blocks may share others; more deeply, they share themselves. */
const MAX_SHARED = 10;

class BlockReader {
  readonly #context: BodyContext;
  readonly #footnotes: string | undefined;
  #shared = 0;

  constructor(context: BodyContext, footnotes: string | undefined) {
    this.#context = context;
    this.#footnotes = footnotes;
  }

  read(text: string): string {
    const open: string[] = [];
    return splitBlocks(text)
      .map((part) => {
        if (typeof part === "string") return this.#text(part, open.at(-1));
        if (part.kind === "start") open.push(part.name);
        // Delimiters that nobody closed end with the one around them.
        else if (part.kind === "end") open.splice(Math.max(0, open.lastIndexOf(part.name)));
        else return this.#alone(part);
        return "";
      })
      .join("");
  }

  /** Between blocks, and in those that are for it, a text is as it was before there were blocks. */
  #text(text: string, block: string | undefined): string {
    if (block === undefined || CLASSIC.has(block)) return showClassic(text, this.#context);
    return AS_WRITTEN.has(block) ? text : showShortcodes(text, this.#context);
  }

  /** A block without a text of its own: WordPress makes what it shows. */
  #alone({ name, attributes }: BlockTag): string {
    const { library, notes } = this.#context;
    if (name === "core/block") {
      const shared = library.sharedBlock(String(attributes.ref));
      if (shared === undefined || this.#shared === MAX_SHARED)
        notes.push("a block that it shares with others is not in the export");
      if (shared === undefined || this.#shared === MAX_SHARED) return "";
      this.#shared += 1;
      const shown = this.read(shared);
      this.#shared -= 1;
      return shown;
    }
    if (name === "core/footnotes") return showFootnotes(this.#footnotes);
    if (SILENT.has(name)) return "";
    const words = wordsIn(attributes);
    notes.push(
      words.length > 0 ? `the block ${name} is left out, its words are kept` : `the block ${name} is left out`,
    );
    return words.map((text) => toParagraphs(text)).join("");
  }
}

const CLASSIC = new Set(["core/freeform", "core/classic", "core/shortcode"]);
const AS_WRITTEN = new Set(["core/code", "core/preformatted", "core/verse"]);
/** These show nothing of a story. */
const SILENT = new Set(["core/more", "core/nextpage", "core/spacer", "core/separator"]);

/** WordPress 6.3 keeps footnotes beside the text: a list of `id` and `content`. */
function showFootnotes(json: string | undefined): string {
  const list = tryJson(json ?? "");
  const items = (Array.isArray(list) ? list : []).filter(isObject).map(({ id, content }) => {
    const anchor = String(id).replace(/[^\w-]/g, "");
    return `<li id="${anchor}">${String(content)} <a href="#${anchor}-link">↩︎</a></li>`;
  });
  return items.length === 0 ? "" : `<ol class="wp-block-footnotes">${items.join("")}</ol>`;
}

/** A plugin's block may keep what somebody wrote in its values: what has several words, and is no address. */
function wordsIn(value: unknown): string[] {
  return contain<string[]>(
    () => {
      if (typeof value === "string")
        return /\S\s+\S+\s+\S/.test(value) && !/^\s*(https?:|\{|\[)/.test(value) ? [value] : [];
      return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
    },
    () => [],
  );
}
