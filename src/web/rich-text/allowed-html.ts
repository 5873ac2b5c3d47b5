import { ALLOWED } from "../../article/html/allowed.ts";

const TAGS = new Set(ALLOWED.tagNames);
/** With all that is in them. */
const STRIPPED = [...(ALLOWED.strip ?? []), "iframe", "object", "embed", "link", "meta", "base"];

/** hast's names of attributes as HTML has them. */
const toAttribute = (name: string): string => (name === "className" ? "class" : name.toLowerCase());

const ATTRIBUTES = new Map(
  Object.entries(ALLOWED.attributes ?? {}).map(([tag, names]) => [
    tag,
    new Set(names.map((name) => toAttribute(typeof name === "string" ? name : String(name[0])))),
  ]),
);

/** What the editor itself does not want on its page: the names of a story could be those of the desk. */
const UNSHOWN = new Set(["id", "class", "name", "loading"]);

/** Addresses that a link or a picture may have while it is edited. */
const isAddress = (name: string, value: string): boolean => {
  if (!["href", "src", "cite", "poster"].includes(name)) return true;
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  return scheme === undefined || (ALLOWED.protocols?.[name] ?? []).includes(scheme);
};

/** Of an element's own attributes those that say how it is read, and others by name. */
export function shownAttributes(
  attributes: [string, string][] | null | undefined,
  others: string[] = [],
): Record<string, string> {
  const wanted = new Set(["lang", "dir", "title", ...others]);
  return Object.fromEntries((attributes ?? []).filter(([name, value]) => wanted.has(name) && isAddress(name, value)));
}

/** Takes out of a tree what cleaning would take out, so that it can be shown, or be pasted. */
export function dropUnallowed(root: DocumentFragment | Element, { keepNames }: { keepNames: boolean }): void {
  for (const element of root.querySelectorAll(STRIPPED.join(","))) element.remove();
  for (const element of [...root.querySelectorAll("*")]) {
    const tag = element.localName;
    if (!TAGS.has(tag)) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      const isAllowed =
        ATTRIBUTES.get("*")?.has(name) || ATTRIBUTES.get(tag)?.has(name) || (keepNames && /^data-/.test(name));
      if (!isAllowed || (!keepNames && UNSHOWN.has(name)) || !isAddress(name, value)) element.removeAttribute(name);
    }
  }
}

/** HTML as nodes that may be shown on the desk's own page. */
export function showableHtml(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  dropUnallowed(template.content, { keepNames: false });
  return template.content;
}
