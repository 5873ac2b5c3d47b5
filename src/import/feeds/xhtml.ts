import { escapeUTF8 } from "entities";
import type { XmlElement } from "./xml.ts";

/** HTML Living Standard §13.1.2: these have no end tag. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** What stands inside an XML element, written as HTML: prefixes and namespaces are dropped, empty elements closed. */
export function toXhtml(parent: XmlElement): string {
  const written: string[] = [];
  for (const child of parent.children) write(child, written);
  return written.join("");
}

/** All into one list: a text that is put together on each level is copied as often as it is deep. */
function write(node: XmlElement | string, written: string[]): void {
  if (typeof node === "string") {
    written.push(escapeUTF8(node));
    return;
  }
  const name = local(node.name);
  const attributes = [...node.attributes].map(
    ([key, value]) => ` ${key === "xml:lang" ? "lang" : local(key)}="${escapeUTF8(value)}"`,
  );
  written.push(`<${name}${attributes.join("")}>`);
  if (VOID.has(name)) return;
  const [first] = node.children;
  // HTML Living Standard §13.2.6.4.7: the newline after `<pre>` is not content; in XML it was.
  if (name === "pre" && typeof first === "string" && first.startsWith("\n")) written.push("\n");
  for (const child of node.children) write(child, written);
  written.push(`</${name}>`);
}

const local = (name: string): string => name.replace(/^.*[:}]/s, "");
