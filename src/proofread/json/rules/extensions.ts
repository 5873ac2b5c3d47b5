import { clip } from "../../xml/forms/form.ts";
import { JSON_FEED } from "../declare.ts";
import { jsonDocument } from "../examples.ts";
import { isJsonObject, type JsonObject, type JsonRule, objectsIn } from "../rule.ts";

/** Extensions that need no introduction: Micro.blog's, Hatsu's and our own. */
const KNOWN_EXTENSIONS = new Set(["_microblog", "_hatsu", "_wireproof"]);

const EXTENSIONS = {
  formats: ["json"],
  element: "_…",
  section: "JSON Feed 1.1, Extensions",
  url: `${JSON_FEED}#extensions`,
  passes: jsonDocument({ feed: { _gazette: { about: "https://gazette.example/about-feeds", tide: 3 } } }),
} as const;

/** Rules for what publishers add. */
export const JSON_EXTENSION_RULES: readonly JsonRule[] = [
  {
    ...EXTENSIONS,
    name: "json/extension-name",
    severity: "error",
    on: ["feed", "item", "author", "attachment", "hub"],
    says: "The name of an extension is _ and a letter, and what follows has no dot",
    mend: "Call it _ and your name, in letters: _gazette.",
    check: (object) =>
      Object.keys(object)
        .filter((key) => key.startsWith("_") && !/^_\p{L}[^.]*$/u.test(key))
        .map((key) => ({
          message: `"${clip(key)}" is no name for an extension: after _ comes a letter, and there is no dot`,
          at: [key],
        })),
    fails: jsonDocument({ feed: { "_gazette.tide": {} } }),
  },
  {
    ...EXTENSIONS,
    name: "json/extension-object",
    severity: "warning",
    on: ["feed", "item", "author", "attachment", "hub"],
    says: "An extension is an object",
    mend: "Put the value into an object of that name.",
    check: (object) =>
      Object.keys(object)
        .filter((key) => key.startsWith("_") && !isJsonObject(object[key]))
        .map((key) => ({ message: `"${clip(key)}" is no object`, at: [key] })),
    fails: jsonDocument({ item: { _tide: 3 } }),
  },
  {
    ...EXTENSIONS,
    name: "json/extension-members",
    severity: "error",
    on: ["extension"],
    says: "In an extension no name has a dot or starts with _",
    mend: "Only the extension's own name starts with _; write the names in it with letters and digits.",
    check: (extension) =>
      Object.keys(extension)
        .filter((key) => key.includes(".") || key.startsWith("_"))
        .map((key) => ({ message: `"${clip(key)}" is no name for a member of an extension`, at: [key] })),
    fails: jsonDocument({ feed: { _gazette: { about: "https://gazette.example/about-feeds", _tide: 3 } } }),
  },
  {
    ...EXTENSIONS,
    name: "json/extension-member-letters",
    severity: "warning",
    on: ["extension"],
    says: "The names in an extension are made of letters and digits",
    mend: "Write the name with letters, digits and _.",
    check: (extension) =>
      Object.keys(extension)
        .filter((key) => !/^[a-z0-9_.]+$/i.test(key))
        .map((key) => ({ message: `"${clip(key)}" has other characters than letters and digits`, at: [key] })),
    fails: jsonDocument({ feed: { _gazette: { about: "https://gazette.example/about-feeds", "high tide": 3 } } }),
  },
  {
    ...EXTENSIONS,
    name: "json/extension-about",
    severity: "warning",
    on: ["extension"],
    says: "An extension that is used several times says once what it is about",
    mend: "Add about, with the address of a description, to the extension's first use.",
    check: (_, sheet, key) => {
      if (KNOWN_EXTENSIONS.has(key)) return undefined;
      const uses = sheet.remember(USES, () => usesIn(sheet.feed));
      const found = uses.get(key);
      if (!found || found.count < 2 || found.about) return undefined;
      uses.delete(key);
      return `${clip(key)} is used ${found.count} times, and nothing in the document says what it is about`;
    },
    fails: jsonDocument({ feed: { _gazette: { tide: 3 } }, item: { _gazette: { tide: 4 } } }),
    passes: jsonDocument({
      feed: { _gazette: { about: "https://gazette.example/about-feeds", tide: 3 } },
      item: { _gazette: { tide: 4 } },
    }),
  },
];

const USES = {};

/** How often each extension is used in a feed, and whether one of them says what it is about. */
function usesIn(feed: JsonObject): Map<string, { count: number; about: boolean }> {
  const uses = new Map<string, { count: number; about: boolean }>();
  const items = objectsIn(feed.items);
  const people = [feed, ...items].flatMap(({ author, authors }) => [...objectsIn(authors), ...objectsIn([author])]);
  const attached = items.flatMap(({ attachments }) => objectsIn(attachments));
  for (const object of [feed, ...objectsIn(feed.hubs), ...people, ...items, ...attached])
    for (const [key, value] of Object.entries(object)) {
      if (!key.startsWith("_") || !isJsonObject(value)) continue;
      const known = uses.get(key) ?? { count: 0, about: false };
      uses.set(key, { count: known.count + 1, about: known.about || value.about !== undefined });
    }
  return uses;
}
