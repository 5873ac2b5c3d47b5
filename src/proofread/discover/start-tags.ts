import { decodeHTMLAttribute } from "entities";
import { Tokenizer } from "htmlparser2";

/** A start tag, with what it says. */
export interface WantedTag {
  /** In small letters. */
  tag: string;
  /** By names in small letters; of one that is repeated, the first. */
  attributes: Map<string, string>;
  /** What stands between it and the next tag, as far as anybody reads it as a title; as it is written. */
  text: string;
}

/** Characters: the title of a link is short, or it is none. */
const MOST_TEXT = 100;

/**
 * The start tags of some elements, in HTML or XML, whatever else is wrong with it. Reads it once; in comments and scripts
 * there are none.
 */
export function startTags(markup: string, wanted: ReadonlySet<string>, { xml = false } = {}): WantedTag[] {
  const found: WantedTag[] = [];
  let [tag, name, value] = ["", "", ""];
  let attributes = new Map<string, string>();
  let last: WantedTag | undefined;
  const nothing = () => {};
  const over = () => {
    last = wanted.has(tag) ? { tag, attributes, text: "" } : undefined;
    if (last) found.push(last);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: xml, decodeEntities: false },
    {
      onopentagname(start, end) {
        [tag, attributes] = [markup.slice(start, end).toLowerCase(), new Map()];
      },
      onattribname(start, end) {
        [name, value] = [markup.slice(start, end).toLowerCase(), ""];
      },
      onattribdata(start, end) {
        if (wanted.has(tag)) value += markup.slice(start, end);
      },
      onattribend() {
        if (wanted.has(tag) && !attributes.has(name)) attributes.set(name, decodeHTMLAttribute(value));
      },
      ...{ onopentagend: over, onselfclosingtag: over },
      ontext(start, end) {
        if (last && last.text.length < MOST_TEXT) last.text += markup.slice(start, Math.min(end, start + MOST_TEXT));
      },
      onclosetag() {
        last = undefined;
      },
      ...{ oncdata: nothing, onattribentity: nothing, ontextentity: nothing, oncomment: nothing },
      ...{ ondeclaration: nothing, onprocessinginstruction: nothing, onend: nothing },
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  return found;
}
