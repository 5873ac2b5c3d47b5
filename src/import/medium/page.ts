import type { Element, Root, RootContent } from "hast";
import { parseForeignHtml } from "../../article/html/foreign.ts";
import { classesOf, elementsOf } from "../../article/html/tree.ts";
import type { Draft, FeedDraft } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import { type Person, personWith } from "../values/people.ts";
import { attributeIn, contentOf, htmlIn, textIn, withClass } from "./microformat.ts";

/** The folders of Medium's archive beside `posts`: what its owner read, liked and is. */
const BESIDE_POSTS =
  /(?:^|\/)(?:README\.html|(?:blocks|bookmarks|claps|following|highlights|interests|ips|lists|partner-program|post-stats|profile|pubs-following|sessions|topics-following|twitter|users-following)\/[^/]+\.html)$/;

/** Medium names the files of drafts so. */
const isDraftFile = ({ path, name }: ImportSource): boolean => /(?:^|\/)draft_[^/]*$/.test(path ?? name);

export const isBesideMediumPosts = ({ path, name }: ImportSource): boolean => BESIDE_POSTS.test(path ?? name);

/**
 * A page that holds one story and says so, by the microformat h-entry, as each of Medium's archive does: a name, the text, and
 * when or by whom it was published. Null for every other page: a list of stories, or one that says nothing.
 */
export function readStoryPage(text: string, source: ImportSource): FeedDraft | null {
  if (!/\bh-entry\b/.test(text) || !/\be-content\b/.test(text)) return null;
  const parsed = parseForeignHtml(text);
  if (parsed.status === "refused") return null;
  const entries = withClass(parsed.tree, "h-entry");
  const [entry] = entries;
  if (!entry || entries.length > 1) return null;
  const draft = readEntry(contentOf(entry), source);
  return draft && { facts: { authors: [] }, drafts: [draft], skipped: [], notes: [] };
}

function readEntry(entry: Root, source: ImportSource): Draft | null {
  const first = (name: string): Element | undefined => withClass(entry, name)[0];
  const [body, name, date] = [first("e-content"), first("p-name"), first("dt-published")];
  const isOfMedium = withClass(entry, "graf").length > 0 || isDraftFile(source);
  if (!body || !name || !(date || isOfMedium)) return null;
  const title = textIn(name);
  const summary = first("p-summary");
  const isResponse = isOfMedium && readsLikeResponse(title, body);
  dropRepeated(contentOf(body), [title, summary ? textIn(summary) : ""], body);
  const dated = linkAround(entry, date) ?? linkOfMedium(entry);
  return {
    where: "story",
    // Medium's own feeds have this address as the guid.
    guid: dated ?? attributeIn(first("u-uid"), "href"),
    link: attributeIn(first("p-canonical"), "href") ?? attributeIn(first("u-url"), "href") ?? dated,
    base: [],
    title: { type: "text", value: title },
    description: summary && textIn(summary) !== "" ? { type: "text", value: textIn(summary) } : undefined,
    content: { type: "html", value: htmlIn(body) },
    authors: withClass(entry, "p-author").flatMap(toPerson),
    tags: withClass(entry, "p-category").map(textIn),
    media: [],
    published: date && (attributeIn(date, "dateTime") ?? textIn(date)),
    updated: attributeIn(first("dt-updated"), "dateTime"),
    withheld: whyWithheld(date !== undefined, isResponse, source),
    notes: [],
  };
}

function whyWithheld(isDated: boolean, isResponse: boolean, source: ImportSource): string | undefined {
  if (isDraftFile(source)) return "it is a draft";
  if (!isDated) return "it does not say that it was published";
  return isResponse ? "it reads like a response to another's story: its title is its own first words" : undefined;
}

/** Medium marks no response in its archive; but only what was written without a title is called by its first words. */
function readsLikeResponse(title: string, body: Element): boolean {
  const start = title.replace(/\s*(?:…|\.\.\.)$/, "");
  return start !== "" && withClass(contentOf(body), "graf--title").length === 0 && textIn(body).startsWith(start);
}

/** A text begins with its title, its subtitle and a line above them once more: they would stand twice. */
function dropRepeated(tree: Root, lines: string[], body: Element): void {
  const dropped = new Set<unknown>();
  const leading = elementsOf(tree).find(({ tagName }) => tagName === "hr");
  if (leading && classesOf(leading).includes("section-divider") && isFirst(tree, leading)) dropped.add(leading);
  for (const element of elementsOf(tree)) {
    const isHeading = classesOf(element).some((one) => one === "graf--title" || one === "graf--subtitle");
    if (isHeading && lines.includes(textIn(element))) dropped.add(element);
  }
  for (const parent of [body, ...elementsOf(tree)])
    parent.children = parent.children.filter((one) => !dropped.has(one));
}

/** Whether nothing can be seen before an element. */
function isFirst(tree: Root, element: Element): boolean {
  const before: RootContent[] = tree.children.slice();
  for (let next = before.shift(); next; next = before.shift()) {
    if (next === element) return true;
    if (next.type === "text" && next.value.trim() !== "") return false;
    if (next.type === "element" && ["img", "p", "h3", "h4"].includes(next.tagName)) return false;
    if (next.type === "element") before.unshift(...(next.children as RootContent[]));
  }
  return false;
}

const linkAround = (entry: Root, date: Element | undefined): string | undefined =>
  attributeIn(
    elementsOf(entry).find(({ tagName, children }) => tagName === "a" && date !== undefined && children.includes(date)),
    "href",
  );

/** A draft's only address: “View original”. */
const linkOfMedium = (entry: Root): string | undefined =>
  elementsOf(entry)
    .map((element) => attributeIn(element, "href"))
    .findLast((href) => /^https:\/\/medium\.com\/p\/[0-9a-f]+$/.test(href ?? ""));

const toPerson = (element: Element): Person[] => {
  const own = withClass(contentOf(element), "p-name")[0];
  return [personWith(textIn(own ?? element), attributeIn(element, "href"), undefined) ?? []].flat();
};
