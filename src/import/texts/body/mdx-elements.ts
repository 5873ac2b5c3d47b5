import { escapeUTF8 } from "entities";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { type Constants, valueOfProgram } from "./mdx-values.ts";
import { sayTag } from "./say.ts";

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** What stands in the place of an element's tags: HTML stays, a component says what it is known to say. */
export function sayElement(
  element: JsxElement,
  constants: Constants,
  notes: Set<string>,
): { open: string; close: string } {
  const isBlock = element.type === "mdxJsxFlowElement";
  const { name } = element;
  if (name === null) return isBlock ? { open: "\n\n", close: "\n\n" } : { open: "", close: "" };
  const attributes = attributesOf(element, constants);
  const apart = (text: string) => (isBlock && text !== "" ? `\n\n${text}\n\n` : text);
  if (/^[a-z][a-z0-9]*$/.test(name)) return sayHtml(name, attributes, element.children.length > 0, apart);
  const [first = name] = name.split(".").slice(-1);
  const said = sayTag({
    name: first.toLowerCase(),
    label: name,
    isClosing: false,
    named: new Map([...attributes].map(([key, value]) => [key.toLowerCase(), value])),
    positional: [],
    quoted: new Set(),
  });
  const isHeld = element.children.length > 0;
  if (!said || said.isPartial)
    notes.add(`the component <${name}> is left out${said || isHeld ? ", its text kept" : ""}`);
  const text = said ? (isBlock ? said.block : said.inline) : "";
  return { open: isHeld && isBlock ? `${apart(text) || "\n\n"}` : apart(text), close: isHeld && isBlock ? "\n\n" : "" };
}

const VOID = new Set(["br", "hr", "img", "source", "track", "wbr", "input", "embed", "col"]);

function sayHtml(
  name: string,
  attributes: Map<string, string>,
  isHeld: boolean,
  apart: (text: string) => string,
): { open: string; close: string } {
  const written = [...attributes].map(
    ([key, value]) => ` ${key === "className" ? "class" : key.toLowerCase()}="${escapeUTF8(value)}"`,
  );
  const open = `<${name}${written.join("")}>`;
  if (VOID.has(name)) return { open: apart(open), close: "" };
  return isHeld ? { open: apart(open), close: apart(`</${name}>`) } : { open: apart(`${open}</${name}>`), close: "" };
}

/** Those whose value is known without a program. */
function attributesOf(element: JsxElement, constants: Constants): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const attribute of element.attributes) {
    if (attribute.type !== "mdxJsxAttribute" || !/^[\w:-]+$/.test(attribute.name)) continue;
    const { value } = attribute;
    const text =
      typeof value === "string"
        ? value
        : value
          ? valueOfProgram(value.data?.estree ?? undefined, constants)
          : value === null
            ? ""
            : undefined;
    if (text !== undefined) attributes.set(attribute.name, text);
  }
  return attributes;
}
