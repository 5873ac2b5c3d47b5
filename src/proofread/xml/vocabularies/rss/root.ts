import { documentOf } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import { namespaceOf } from "../../namespaces.ts";
import { isNetscapes, NETSCAPE_DTD } from "../../netscape.ts";
import type { XmlRule } from "../../rule.ts";
import { EXTENDING, WHAT_IS_RSS } from "./sections.ts";

const ROOT = { formats: ["rss"], on: { roles: ["root"] }, severity: "error", ...WHAT_IS_RSS } as const;
const GOOD = documentOf("rss");
const DTD = {
  element: "<!DOCTYPE>",
  section: "RSS 0.91",
  url: "https://www.rssboard.org/rss-0-9-1-netscape",
} as const;
/** A document with a document type declaration. */
const typed = (address: string, version: string) =>
  `<!DOCTYPE rss PUBLIC "${NETSCAPE_DTD}" "${address}">\n${GOOD.replace('version="2.0"', `version="${version}"`)}`;
const BOARDS_DTD = "http://www.rssboard.org/rss-0.91.dtd";
const GOOD_TYPED = typed(BOARDS_DTD, "0.91");

/** Versions that somebody has written down. */
const VERSIONS = ["0.91", "0.92", "2.0"];
/** Those that were given up for others: 0.93 and 0.94 were drafts, 2.0.1 calls itself 2.0. */
const OTHERS = ["0.90", "0.93", "0.94", "2.0.1", "2.0.2"];

/** Rules for the root element, and for what stands before it. */
export const ROOT_RULES: XmlRule[] = [
  {
    ...ROOT,
    name: "rss/rss-version-required",
    element: "<rss version>",
    says: "The root element names the version of RSS",
    mend: 'Write <rss version="2.0">.',
    check: ({ attributes }) => (attributes.has("version") ? undefined : "<rss> has no version"),
    fails: GOOD.replace(' version="2.0"', ""),
    passes: GOOD,
  },
  {
    ...ROOT,
    name: "rss/rss-version-known",
    element: "<rss version>",
    says: "The version is 2.0, or one of the old 0.91 and 0.92",
    mend: 'Write <rss version="2.0">: it takes all that the older ones take.',
    check: ({ attributes }) => {
      const version = attributes.get("version");
      if (version === undefined || VERSIONS.includes(version)) return undefined;
      return OTHERS.includes(version.trim())
        ? `version="${clip(version)}" is a draft or a spelling that was given up`
        : `version="${clip(version)}" is no version of RSS`;
    },
    fails: GOOD.replace("2.0", "3.0"),
    passes: GOOD,
  },
  {
    ...ROOT,
    name: "rss/rss-attributes",
    element: "<rss>",
    says: "<rss> takes no attribute but version",
    mend: "Correct the attribute's name, or take it out.",
    check: ({ attributes }) =>
      [...attributes.keys()]
        .filter((name) => name !== "version" && namespaceOf(name) === "")
        .map((name) => `${clip(name)} is no attribute of <rss>`),
    fails: GOOD.replace("<rss ", '<rss lang="en" '),
    passes: GOOD,
  },
  {
    ...ROOT,
    name: "rss/rss-namespace",
    element: "<rss>",
    says: "RSS stands in no namespace",
    ...EXTENDING,
    mend: "Take the xmlns away from <rss>.",
    readers: "rss-parser reads it all the same; readers that go by namespaces may find nothing.",
    check: ({ written }) =>
      written === undefined
        ? undefined
        : `<rss> stands in the namespace "${clip(namespaceOf(written))}", and RSS in none`,
    fails: GOOD.replace("<rss ", '<rss xmlns="http://backend.userland.com/rss2" '),
    passes: GOOD,
  },
  {
    ...ROOT,
    ...DTD,
    name: "rss/doctype-deprecated",
    says: "The DTD of RSS 0.91 is the one that the RSS Advisory Board keeps",
    mend: `Take the declaration out, or name ${BOARDS_DTD}.`,
    check: (_, { doctype = "" }) =>
      isNetscapes(doctype) && doctype.includes("my.netscape.com")
        ? "the DTD at my.netscape.com is gone, and documents that need it are not read"
        : undefined,
    fails: typed("http://my.netscape.com/publish/formats/rss-0.91.dtd", "0.91"),
    passes: GOOD_TYPED,
  },
  {
    ...ROOT,
    ...DTD,
    name: "rss/doctype-version",
    says: "The DTD of RSS 0.91 stands in documents of that version only",
    mend: "Take the document type declaration out.",
    check: ({ attributes }, { doctype = "" }) => {
      const version = attributes.get("version");
      return isNetscapes(doctype) && version !== undefined && version !== "0.91"
        ? `the DTD is that of RSS 0.91, and version is ${clip(version)}`
        : undefined;
    },
    fails: typed(BOARDS_DTD, "2.0"),
    passes: GOOD_TYPED,
  },
];
