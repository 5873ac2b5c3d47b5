import { escapeUTF8 } from "entities";
import type { XmlElement } from "./xml.ts";

/** HTML Living Standard §13.1.2: these have no end tag. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** What stands inside an XML element, written as HTML: prefixes and namespaces are dropped, empty elements closed. */
export const toXhtml = (parent: XmlElement): string => parent.children.map(write).join("");

function write(node: XmlElement | string): string {
  if (typeof node === "string") return escapeUTF8(node);
  const name = local(node.name);
  const attributes = [...node.attributes].map(
    ([key, value]) => ` ${key === "xml:lang" ? "lang" : local(key)}="${escapeUTF8(value)}"`,
  );
  const start = `<${name}${attributes.join("")}>`;
  if (VOID.has(name)) return start;
  // HTML Living Standard §13.2.6.4.7: the newline after `<pre>` is not content; in XML it was.
  const inner = toXhtml(node);
  return `${start}${name === "pre" && inner.startsWith("\n") ? "\n" : ""}${inner}</${name}>`;
}

const local = (name: string): string => name.replace(/^.*[:}]/s, "");
