import { firstChild, tagOf, textOfChild } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { ATOM, CONTENT, namespaceOf, XHTML } from "../../namespaces.ts";
import { isRss2 } from "../../rss-version.ts";
import type { XmlRule } from "../../rule.ts";
import { bestPractice, ITEM_ELEMENTS } from "./sections.ts";

const ITEM = { formats: ["rss"], element: "<item>", on: { roles: ["entry"] } } as const;
const GOOD = documentOf("rss");
const ENCODED = "<content:encoded>&lt;p&gt;She left at dawn.&lt;/p&gt;</content:encoded>";

/** A body of another format in an item. */
const otherBody = (prefix: "atom" | "xhtml", local: string, namespace: string): XmlRule => {
  const tag = `${prefix}:${local}`;
  return {
    name: `rss/item-description-beside-${prefix}-${local}`,
    severity: "warning",
    formats: ["rss"],
    element: `<${tag}>`,
    says: `The text of an item stands in <description> or <content:encoded>, not in <${tag}>`,
    ...bestPractice("namespace-elements-content"),
    mend: "Move it into <content:encoded>.",
    readers: "Readers differ in which of the bodies they take, and many do not know this one.",
    on: { names: [namespace + local] },
    check: ({ parent, attributes }) =>
      parent?.role === "entry" && !attributes.has("src")
        ? `<${tag}> says what <description> and <content:encoded> are for`
        : undefined,
    fails: documentOf("rss", { entry: `<${tag}>She left.</${tag}>`, namespaces: { [prefix]: namespace } }),
    passes: documentOf("rss", { entry: `<description>She left.</description>\n${ENCODED}` }),
  };
};

/** Rules for items as a whole, and for the order of things. */
export const ITEM_RULES: XmlRule[] = [
  otherBody("atom", "content", ATOM),
  otherBody("xhtml", "body", XHTML),
  {
    ...ITEM,
    name: "rss/item-title-or-description",
    severity: "error",
    says: "An item has a title or a description",
    ...ITEM_ELEMENTS,
    mend: "Add one of them.",
    check: (item) =>
      firstChild(item, "title") || firstChild(item, "description")
        ? undefined
        : "there is neither a <title> nor a <description>",
    fails: documentOf("rss", { without: ["entry/title", "entry/description"] }),
    passes: GOOD,
  },
  {
    ...ITEM,
    name: "rss/item-says-something",
    severity: "warning",
    says: "The title or the description of an item is not empty",
    ...ITEM_ELEMENTS,
    mend: "Say something in one of them.",
    check: (item) => {
      const texts = [
        textOfChild(item, "title"),
        textOfChild(item, "description"),
        textOfChild(item, `${CONTENT}encoded`),
      ];
      return texts.every((text) => !text) && texts.some((text) => text === "")
        ? "title and description are empty"
        : undefined;
    },
    fails: documentOf("rss", { entry: "<title/>", without: ["entry/description"] }),
    passes: GOOD,
  },
  {
    ...ITEM,
    name: "rss/item-guid-required",
    severity: "warning",
    element: "<item> <guid>",
    says: "An item has a guid, by which readers know it again",
    ...bestPractice("element-channel-item-guid"),
    mend: "Add a <guid> that never changes.",
    readers:
      "Without one, readers go by the link, the title or all of the text: an item that is edited is new to them.",
    check: (item, sheet) => (isRss2(sheet) && !firstChild(item, "guid") ? "there is no <guid>" : undefined),
    fails: documentOf("rss", { without: ["guid"] }),
    passes: GOOD,
  },
  {
    name: "rss/content-after-description",
    severity: "warning",
    formats: ["rss"],
    element: "<content:encoded>",
    says: "A description stands before content:encoded",
    ...bestPractice("namespace-elements-content-encoded"),
    mend: "Add a <description> with a summary before it.",
    readers: "Some take whichever of the two comes last.",
    on: { roles: ["entry"] },
    check: ({ children }) => {
      const first = children.find(({ name }) => name === "description" || name === `${CONTENT}encoded`);
      return first && first.name !== "description"
        ? [{ message: "no <description> stands before <content:encoded>", at: first }]
        : undefined;
    },
    fails: documentOf("rss", { entry: `${ENCODED}\n<description>She left at dawn.</description>` }),
    passes: documentOf("rss", { entry: `<description>She left at dawn.</description>\n${ENCODED}` }),
  },
  {
    name: "rss/channel-before-items",
    severity: "warning",
    formats: ["rss"],
    element: "<channel>",
    says: "All that is of the channel stands before its items",
    ...bestPractice("element-channel-item"),
    mend: "Move it before the first item.",
    on: { roles: ["feed", "entry"] },
    // Items that are over are let go: what is remembered is where the first one began.
    check: (element, { remember }) => {
      if (element.role === "entry") {
        if (element.parent) remember(element.parent, () => ({ line: element.line, column: element.column }));
        return undefined;
      }
      const first = remember(element, () => ({ line: Number.POSITIVE_INFINITY, column: 0 }));
      const late = element.children.find(
        ({ name, line, column }) =>
          (name === `${ATOM}link` || namespaceOf(name) === "") &&
          (line > first.line || (line === first.line && column > first.column)),
      );
      return late && [{ message: `${tagOf(late)} stands after the first item`, at: late }];
    },
    fails: GOOD.replace(/( *<language>.*\n)([\s\S]*<\/item>\n)/, "$2$1"),
    passes: GOOD,
  },
];
