import { decodeHTMLStrict } from "entities";
import { Tokenizer } from "htmlparser2";
import { entityReader } from "./entities.ts";
import type { XmlElement } from "./xml.ts";
import { XmlTree } from "./xml-tree.ts";

/**
 * XML as real feeds write it: blank lines before the declaration, HTML's entities and its own, undeclared prefixes, and documents cut
 * short are all read. Null where there is no element at all.
 *
 * Only the tokens are `htmlparser2`'s: its parser moves all open elements for each that it opens.
 */
export function parseXml(text: string): XmlElement | null {
  const tree = new XmlTree();
  const expand = entityReader(text);
  let [tag, attributes] = ["", new Map<string, string>()];
  let [name, value] = ["", ""];
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(start, end) {
        [tag, attributes] = [text.slice(start, end), new Map()];
      },
      onattribname(start, end) {
        [name, value] = [text.slice(start, end), ""];
      },
      onattribdata(start, end) {
        value += text.slice(start, end);
      },
      onattribend() {
        if (!attributes.has(name)) attributes.set(name, decodeHTMLStrict(expand(value)));
      },
      onopentagend: () => tree.open(tag, attributes),
      onselfclosingtag() {
        tree.open(tag, attributes);
        tree.close(tag);
      },
      onclosetag: (start, end) => tree.close(text.slice(start, end)),
      ontext: (start, end) => tree.append(decodeHTMLStrict(expand(text.slice(start, end)))),
      oncdata: (start, end, offset) => tree.append(text.slice(start, end - offset)),
      ...{ onattribentity: nothing, ontextentity: nothing, oncomment: nothing, ondeclaration: nothing },
      ...{ onprocessinginstruction: nothing, onend: nothing },
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  return tree.end();
}
