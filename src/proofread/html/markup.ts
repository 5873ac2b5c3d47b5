import { type Token, Tokenizer, TokenizerMode } from "parse5";
import { clip } from "../xml/forms/form.ts";
import { type MarkupNamespace, Nesting } from "./nesting.ts";

/** HTML as its rules see it: what a reader would make of a text. */
export interface Markup {
  tags: MarkupTag[];
  /** What a tokenizer stumbles over (HTML Living Standard §13.2.2): of each kind the first few. */
  slips: MarkupSlip[];
  /** Where tags do not nest. */
  nesting?: string;
}

export interface MarkupTag {
  name: string;
  namespace: MarkupNamespace;
  /** In no namespace, by their names in lower case; values without references. */
  attributes: [name: string, value: string][];
  /** Attributes that have a `&` which is not written as a reference. */
  bare?: string[];
  /** Lines between the start of the text and the tag. */
  below: number;
}

export interface MarkupSlip {
  /** As the standard calls it. */
  code: string;
  /** As much of the text as shows it. */
  excerpt: string;
  below: number;
}

/** Of one kind no more are kept. */
const MAX_SLIPS = 3;
/** The tokenizer looks for an attribute's name through all that a tag has: this many are far beyond any HTML that people read. */
const MAX_ATTRIBUTES = 500;
/** Characters that the tokenizer is given at once, so that a tag with too many attributes is seen in time. */
const CHUNK = 20_000;

/** Elements whose content is no markup, and how it is read instead (§13.2.6.2). */
const MODES = new Map<string, number>([
  ...["textarea", "title"].map((name): [string, number] => [name, TokenizerMode.RCDATA]),
  ...["style", "xmp", "iframe", "noembed", "noframes"].map((name): [string, number] => [name, TokenizerMode.RAWTEXT]),
  ["script", TokenizerMode.SCRIPT_DATA],
  ["plaintext", TokenizerMode.PLAINTEXT],
]);

/**
 * Reads HTML that stands in a text, as far as its tags. Takes time that grows with its length; no text makes it throw.
 *
 * @param page whether it is a whole page, not a part of one
 */
export function readMarkup(html: string, page = false): Markup {
  const tags: MarkupTag[] = [];
  const slips: MarkupSlip[] = [];
  const counts = new Map<string, number>();
  const nesting = new Nesting(page);
  if (!html.includes("<") && !html.includes("&")) return { tags, slips };
  const tokenizer = new WatchedTokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const namespace = nesting.start(token.tagName, token.selfClosing);
        tags.push(tagOf(token, namespace, html));
        const mode = namespace === "html" ? MODES.get(token.tagName) : undefined;
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: ({ tagName }) => nesting.end(tagName),
      onComment({ data }) {
        // Internet Explorer's way to load a component that holds script.
        if (/^\?import\s/i.test(data)) tags.push({ name: "?import", namespace: "html", attributes: [], below: 0 });
      },
      onParseError({ code, startOffset, startLine }) {
        const count = (counts.get(code) ?? 0) + 1;
        counts.set(code, count);
        if (count <= MAX_SLIPS) slips.push({ code, excerpt: excerptOf(html, startOffset), below: startLine - 1 });
      },
      ...{ onDoctype() {}, onEof() {}, onCharacter() {}, onNullCharacter() {}, onWhitespaceCharacter() {} },
    },
  );
  for (let at = 0; at < html.length; at += CHUNK) {
    tokenizer.write(html.slice(at, at + CHUNK), at + CHUNK >= html.length);
    if (tokenizer.attributes > MAX_ATTRIBUTES) return { tags, slips };
  }
  nesting.finish();
  return { tags, slips, nesting: nesting.fault };
}

class WatchedTokenizer extends Tokenizer {
  /** How many attributes the tag has that is being read. */
  get attributes(): number {
    return this.currentToken && "attrs" in this.currentToken ? this.currentToken.attrs.length : 0;
  }
}

function tagOf(token: Token.TagToken, namespace: MarkupNamespace, html: string): MarkupTag {
  const tag: MarkupTag = {
    name: token.tagName,
    namespace,
    attributes: token.attrs.map(({ name, value }) => [name, value]),
    below: (token.location?.startLine ?? 1) - 1,
  };
  const bare = token.attrs.filter(({ name, value }) => {
    const place = value.includes("&") ? token.location?.attrs?.[name] : undefined;
    return place !== undefined && /&[a-z0-9]+(?![a-z0-9;])/i.test(html.slice(place.startOffset, place.endOffset));
  });
  if (bare.length > 0) tag.bare = bare.map(({ name }) => name);
  return tag;
}

/** What stands around a place, on one line. */
const excerptOf = (html: string, at: number): string =>
  clip(
    html
      .slice(Math.max(0, at - 20), at + 20)
      .replace(/\s+/g, " ")
      .trim(),
  );
