import type { Role } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { withoutPart } from "../../markup.ts";
import type { XmlRule } from "../../rule.ts";
import { IMAGE_EXAMPLE, INPUT_EXAMPLE } from "./image.ts";
import { REQUIRED_ELEMENTS, specified, WHAT_IS_RSS } from "./sections.ts";

/** Elements that have to stand in another. */
const required = (
  role: Role,
  parent: string,
  names: readonly string[],
  example: (without: string) => string,
  source: { section: string; url: string },
): XmlRule[] =>
  names.map((name) => ({
    name: `rss/${parent}-${name}-required`,
    severity: "error",
    formats: ["rss"],
    element: `<${parent}> <${name}>`,
    says: `There is a <${name}> in <${parent}>`,
    ...source,
    mend: `Add a <${name}> to <${parent}>.`,
    on: { roles: [role] },
    check: (element) =>
      element.children.some((child) => child.name === name) ? undefined : `there is no <${name}> in <${parent}>`,
    fails: example(name),
    passes: example(""),
  }));

export const RSS_REQUIRED_RULES: XmlRule[] = [
  {
    name: "rss/channel-once",
    severity: "error",
    formats: ["rss"],
    element: "<channel>",
    says: "There is one channel",
    ...WHAT_IS_RSS,
    mend: "Publish each channel as a feed of its own.",
    readers: "rss-parser takes the first one only.",
    on: { roles: ["root"] },
    check: ({ children }) =>
      children
        .filter(({ role }) => role === "feed")
        .slice(1)
        .map((at) => ({ message: "there is another <channel>", at })),
    fails: documentOf("rss").replace(/( *<channel>[\s\S]*<\/channel>\n)/, "$1$1"),
    passes: documentOf("rss"),
  },
  ...required(
    "root",
    "rss",
    ["channel"],
    (name) => (name ? '<rss version="2.0"></rss>\n' : documentOf("rss")),
    WHAT_IS_RSS,
  ),
  ...required(
    "feed",
    "channel",
    ["title", "link", "description"],
    (name) => documentOf("rss", { without: [`feed/${name}`] }),
    REQUIRED_ELEMENTS,
  ),
  ...required(
    "image",
    "image",
    ["url", "title", "link"],
    (name) => documentOf("rss", { feed: withoutPart(IMAGE_EXAMPLE, name) }),
    specified("image", "channel"),
  ),
  ...required(
    "textInput",
    "textInput",
    ["title", "description", "name", "link"],
    (name) => documentOf("rss", { feed: withoutPart(INPUT_EXAMPLE, name) }),
    specified("textInput", "channel"),
  ),
];
