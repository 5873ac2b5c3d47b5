import { documentOf } from "../../examples.ts";
import type { XmlRule } from "../../rule.ts";
import { saysLanguage } from "../says-language.ts";
import { OPTIONAL_ELEMENTS } from "./sections.ts";

/** Elements of items that came with later versions than 0.91, and with which. */
const CAME_WITH: Record<string, string> = {
  source: "0.92",
  enclosure: "0.92",
  category: "0.92",
  comments: "2.0",
  author: "2.0",
  guid: "2.0",
  pubDate: "2.0",
};
const OLD = documentOf("rss")
  .replace('"2.0"', '"0.91"')
  .replace(/ *<(guid|pubDate).*\n/g, "");

/** What a version asks of its documents. */
export const VERSION_RULES: XmlRule[] = [
  {
    name: "rss/version-elements",
    severity: "advice",
    formats: ["rss"],
    element: "<rss version>",
    says: "A document of an old version has the elements of that version only",
    section: "RSS 0.92; RSS 2.0.11, What is RSS?",
    url: "https://www.rssboard.org/rss-0-9-2",
    mend: 'Write version="2.0".',
    on: { roles: ["entry"] },
    check: (item, { version }) =>
      version === "0.91" || version === "0.92"
        ? item.children
            .filter(({ name }) => (Object.hasOwn(CAME_WITH, name) ? (CAME_WITH[name] ?? "") > version : false))
            .map((at) => ({
              message: `<${at.name}> came with RSS ${CAME_WITH[at.name]}, and the version is ${version}`,
              at,
            }))
        : undefined,
    fails: documentOf("rss").replace('"2.0"', '"0.91"'),
    passes: OLD,
  },
  {
    name: "rss/091-most-items",
    severity: "advice",
    formats: ["rss"],
    element: "<item>",
    says: "A channel of RSS 0.91 has at most 15 items",
    section: "RSS 0.91, item",
    url: "https://www.rssboard.org/rss-0-9-1-netscape",
    mend: 'Write version="2.0".',
    on: { roles: ["entry"] },
    check: (_, { version, remember }) => {
      if (version !== "0.91") return undefined;
      const items = remember(ITEMS, () => ({ count: 0 }));
      items.count += 1;
      return items.count === 16 ? "there are more than 15 items" : undefined;
    },
    fails: OLD.replace(/ *<item>[\s\S]*<\/item>\n/, (item) => item.repeat(16)),
    passes: OLD,
  },
  {
    name: "rss/channel-language",
    severity: "advice",
    formats: ["rss"],
    element: "<channel> <language>",
    says: "A channel names its language",
    ...OPTIONAL_ELEMENTS,
    mend: "Add <language>en</language>.",
    readers: "Readers that speak, hyphenate or translate have to guess it.",
    on: { roles: ["feed"] },
    check: (channel) => (saysLanguage(channel) ? undefined : "there is no <language>"),
    fails: documentOf("rss", { without: ["language"] }),
    passes: documentOf("rss"),
  },
];

const ITEMS = {};
