import { type HtmlToken, htmlTokens } from "./html-tokens.ts";

/**
 * The paragraphs of a text that has none: before blocks, WordPress kept line breaks alone and made paragraphs of them when it showed a
 * post (`wpautop`). Blank lines part paragraphs, a single line break is a `<br>`, and block elements stand by themselves. An address
 * alone in its line, which WordPress shows as what is there, is a link.
 */
export function toParagraphs(html: string): string {
  const writer = new ParagraphWriter();
  const tokens = htmlTokens(html.replace(/\r\n?/g, "\n").replace(BOGUS_COMMENT, ""));
  const ends = endsOf(tokens);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as HtmlToken;
    if (token.type === "open" && AS_IT_IS.has(token.name)) {
      const end = ends.get(index) ?? index;
      const raw = tokens.slice(index, end + 1).map((one) => one.raw);
      writer.whole(token.name, raw.join(""));
      index = end;
    } else if (token.type === "comment") continue;
    else if (token.type === "text") writer.text(token.raw);
    else if (!BLOCKS.has(token.name)) writer.inline(token);
    else if (token.type === "open") writer.open(token.name, token.raw);
    else writer.close(token.name, token.raw);
  }
  return writer.end();
}

/** HTML has no CDATA sections (HTML Living Standard §13.2.5.42): what looks like one ends where a tag would. */
const BOGUS_COMMENT = /<!\[CDATA\[[^>]*>?/gi;

/** As `wpautop` lists them, and `details` with its own. */
const BLOCKS = new Set(
  (
    "table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li form map area blockquote address p h1 h2 h3 h4 h5 h6 " +
    "hr fieldset legend section article aside main hgroup header footer nav figure figcaption details menu summary center"
  ).split(" "),
);
/** What is within is no text that could be parted. */
const AS_IT_IS = new Set("pre script style textarea svg math audio video object select iframe noscript".split(" "));
/** Of those, what stands among words. */
const AMONG_WORDS = new Set("svg math audio video object select iframe noscript".split(" "));
/** Only other blocks belong in these. */
const HOLDS_BLOCKS = new Set("table thead tfoot tbody tr colgroup ul ol dl menu map figure hgroup".split(" "));
/** These hold words and no paragraphs. */
const HOLDS_WORDS = new Set("p h1 h2 h3 h4 h5 h6 figcaption caption summary dt legend address".split(" "));
/** These are empty. */
const EMPTY = new Set(["hr", "col", "area"]);

const ADDRESS = /^https?:\/\/[^\s<>"[\]]+$/i;

/** An element that is open: what it holds so far, a paragraph each, and other elements among them. */
interface Holder {
  name: string;
  parts: { html: string; isParagraph: boolean }[];
}

/** Elements within each other: no post has more. What is deeper is written as it stands. */
const MAX_DEPTH = 100;

class ParagraphWriter {
  readonly #open: Holder[] = [{ name: "", parts: [] }];
  /** The paragraph that is being written. */
  #words = "";

  text(raw: string): void {
    const [first = "", ...others] = raw.replace(/[ \t]+/g, " ").split(/\n ?\n\s*/);
    this.#words += first;
    for (const other of others) {
      this.#part();
      this.#words = other;
    }
  }

  inline({ name, raw }: HtmlToken): void {
    // Two of them were how paragraphs were parted before blank lines.
    if (name === "br" && /<br\b[^<>]*>[ \t\n]*$/i.test(this.#words.slice(-100))) {
      this.#words = this.#words.replace(/<br\b[^<>]*>[ \t\n]*$/i, "");
      this.#part();
    } else this.#words += raw;
  }

  whole(name: string, raw: string): void {
    if (AMONG_WORDS.has(name)) this.#words += raw.replace(/\n/g, " ");
    else {
      this.#part();
      this.#top().parts.push({ html: raw, isParagraph: false });
    }
  }

  open(name: string, raw: string): void {
    this.#part();
    // A paragraph ends where a block begins; the HTML that is read later says so, too.
    if (this.#top().name === "p") this.#leave();
    this.#top().parts.push({ html: raw, isParagraph: false });
    if (!EMPTY.has(name) && this.#open.length < MAX_DEPTH) this.#open.push({ name, parts: [] });
  }

  close(name: string, raw: string): void {
    this.#part();
    const index = this.#open.findLastIndex((holder) => holder.name === name);
    if (index <= 0) return;
    while (this.#open.length > index) this.#leave();
    this.#top().parts.push({ html: raw, isParagraph: false });
  }

  end(): string {
    this.#part();
    while (this.#open.length > 1) this.#leave();
    return write(this.#top());
  }

  /** The paragraph is complete. */
  #part(): void {
    const lines = this.#words.trim().split(/ ?\n ?/);
    this.#words = "";
    const add = (html: string): void => {
      const words = html
        .replace(/^(?:\s|<br\b[^<>]*>)+/i, "")
        .replace(/<br\b[^<>]*>\s*$/i, "")
        .trim();
      if (words !== "") this.#top().parts.push({ html: words, isParagraph: true });
    };
    let waiting: string[] = [];
    for (const line of lines) {
      if (ADDRESS.test(line) && !HOLDS_WORDS.has(this.#top().name)) {
        add(waiting.join("\n"));
        add(`<a href="${line}">${line}</a>`);
        waiting = [];
      } else waiting.push(line);
    }
    add(withBreaks(waiting));
  }

  #leave(): void {
    const html = write(this.#open.pop() as Holder);
    if (html !== "") this.#top().parts.push({ html, isParagraph: false });
  }

  #top(): Holder {
    return this.#open.at(-1) as Holder;
  }
}

/** A line break is one that is seen, where none stands there already. */
const withBreaks = (lines: string[]): string =>
  lines
    .map((line, index) =>
      index === 0 || /<br\b[^<>]*>$/i.test(lines[index - 1]?.slice(-100) ?? "") ? line : `<br>\n${line}`,
    )
    .join("");

/** Words alone in an item or a cell stay as they are; several paragraphs are told apart. */
function write({ name, parts }: Holder): string {
  const paragraphs = parts.filter(({ isParagraph }) => isParagraph);
  const isText = HOLDS_BLOCKS.has(name) || (paragraphs.length === 1 && name !== "" && name !== "blockquote");
  if (HOLDS_WORDS.has(name)) {
    const between = name === "p" ? "</p>\n<p>" : "<br>\n<br>\n";
    return parts
      .map(({ html, isParagraph }, index) => (isParagraph && parts[index - 1]?.isParagraph ? between + html : html))
      .join("");
  }
  return parts.map(({ html, isParagraph }) => (isParagraph && !isText ? `<p>${html}</p>\n` : html)).join("");
}

/** Where each element of what stands as it is ends; one that never does is not listed. */
function endsOf(tokens: HtmlToken[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [index, { type, name, raw }] of tokens.entries()) {
    if (!AS_IT_IS.has(name)) continue;
    if (type === "open" && !raw.endsWith("/>")) open.set(name, [...(open.get(name) ?? []).slice(-MAX_NESTED), index]);
    const start = type === "close" ? open.get(name)?.pop() : undefined;
    if (start !== undefined) ends.set(start, index);
  }
  return ends;
}

/** None of them is in more of its own name. */
const MAX_NESTED = 20;
