import type { Vocabulary } from "../declare.ts";
import { type Element, firstChild } from "../element.ts";
import { documentOf } from "../examples.ts";
import { canonicalIri } from "../forms/iri.ts";
import { HISTORY } from "../namespaces.ts";
import { rfc } from "../rfc.ts";
import type { Sheet, XmlRule } from "../rule.ts";
import { linkAddress, linksOf, relOf } from "./atom/link.ts";

const FORMATS = ["atom", "rss", "rdf"] as const;
const SELF = '<link rel="self" href="https://gazette.example/feed.atom"/>';
const link = (rel: string, href = "https://gazette.example/2026-02.atom") => `<link rel="${rel}" href="${href}"/>`;
const feed = (...parts: string[]) =>
  documentOf("atom", { feed: [SELF, ...parts].join("\n"), namespaces: { fh: HISTORY } });
const ofFeed = { formats: FORMATS, element: "<feed>", on: { roles: ["feed"] } } as const;

/** Relations that lead to other documents of the same feed (RFC 5005 §3 and §4). */
const PAGES = ["first", "last", "previous", "next", "prev-archive", "next-archive"];

const has = (container: Element, name: string): boolean => firstChild(container, HISTORY + name) !== undefined;

/** Tells whether a link leads to the document that it stands in, by where that came from and by what it says itself. */
function selfTest(container: Element, sheet: Sheet): (link: Element) => boolean {
  const { url } = sheet;
  const addressesOf = (of: Element): string[] => {
    const address = linkAddress(of, sheet);
    return address === undefined ? [] : [canonicalIri(address)];
  };
  const own = new Set([
    ...(url === undefined ? [] : [canonicalIri(url)]),
    ...linksOf(container, "self").flatMap(addressesOf),
  ]);
  return (one) => addressesOf(one).some((address) => own.has(address));
}

const RULES: XmlRule[] = [
  {
    ...rfc(5005, "2"),
    ...ofFeed,
    name: "fh/complete-links",
    severity: "error",
    says: "A feed that is complete has no links to further pages or archives",
    mend: "Take <fh:complete/> out, or the links.",
    check: (container) =>
      has(container, "complete")
        ? linksOf(container, ...PAGES).map((at) => ({
            message: `there is a link rel="${relOf(at)}" in a complete feed`,
            at,
          }))
        : undefined,
    fails: feed("<fh:complete/>", link("next")),
    passes: feed("<fh:complete/>"),
  },
  {
    ...rfc(5005, "2"),
    ...ofFeed,
    name: "fh/complete-current",
    severity: "error",
    says: "A feed that is complete is its own current document",
    mend: 'Give rel="current" the address of rel="self", or leave it out.',
    check: (container, sheet) => {
      if (!has(container, "complete")) return undefined;
      const isSelf = selfTest(container, sheet);
      return linksOf(container, "current").flatMap((at) =>
        isSelf(at) ? [] : [{ message: 'rel="current" leads elsewhere, and the feed is said to be complete', at }],
      );
    },
    fails: feed("<fh:complete/>", link("current")),
    passes: feed("<fh:complete/>", link("current", "https://gazette.example/feed.atom")),
  },
  {
    ...rfc(5005, "4"),
    ...ofFeed,
    name: "fh/archive-links",
    severity: "warning",
    says: "An archive has a link to the archive before or after it",
    mend: 'Add <link rel="prev-archive" href="…"/>.',
    check: (container) =>
      has(container, "archive") &&
      !has(container, "complete") &&
      linksOf(container, "prev-archive", "next-archive").length === 0
        ? "the archive has no link to another one"
        : undefined,
    fails: feed("<fh:archive/>", link("current")),
    passes: feed("<fh:archive/>", link("current"), link("prev-archive")),
  },
  {
    ...rfc(5005, "4"),
    ...ofFeed,
    name: "fh/archive-current",
    severity: "warning",
    says: "An archive has a link to the feed that it belongs to",
    mend: 'Add <link rel="current" href="…"/> with the address that readers subscribe to.',
    check: (container) =>
      has(container, "archive") && !has(container, "complete") && linksOf(container, "current").length === 0
        ? 'the archive has no link rel="current"'
        : undefined,
    fails: feed("<fh:archive/>", link("prev-archive")),
    passes: feed("<fh:archive/>", link("prev-archive"), link("current")),
  },
  {
    ...rfc(5005, "3"),
    ...ofFeed,
    name: "fh/link-past-end",
    severity: "error",
    says: "Before the first page and after the last there is none",
    mend: "Take the link out.",
    check: (container, sheet) => {
      const isSelf = selfTest(container, sheet);
      return [
        ["first", "previous"],
        ["last", "next"],
      ].flatMap(([end = "", past = ""]) =>
        linksOf(container, end).some(isSelf)
          ? linksOf(container, past).map((at) => ({
              message: `this is the ${end} page, and there is a link rel="${past}"`,
              at,
            }))
          : [],
      );
    },
    fails: feed(link("first", "https://gazette.example/feed.atom"), link("previous")),
    passes: feed(link("first", "https://gazette.example/feed.atom"), link("next")),
  },
  {
    ...rfc(5005, "3"),
    name: "fh/link-in-entry",
    severity: "warning",
    formats: ["atom", "entry", "rss", "rdf"],
    element: "<link>",
    says: "Links to pages and archives stand on the feed",
    mend: "Move the link to the feed, or say what it means there, as related.",
    on: { roles: ["entry"] },
    check: (entry) =>
      linksOf(entry, "current", ...PAGES).map((at) => ({
        message: `a link rel="${relOf(at)}" stands in an entry`,
        at,
      })),
    fails: documentOf("atom", { entry: `${link("alternate")}\n${link("next")}` }),
    passes: feed(link("next")),
  },
];

/** Feeds of several documents: pages and archives (RFC 5005). */
export const FH: Vocabulary = {
  prefix: "fh",
  namespace: HISTORY,
  title: "Feed Paging and Archiving",
  url: "https://www.rfc-editor.org/rfc/rfc5005",
  formats: FORMATS,
  elements: {
    archive: { ...rfc(5005, "4"), in: ["feed", "source"], once: true, text: "none", example: "<fh:archive/>" },
    complete: { ...rfc(5005, "2"), in: ["feed", "source"], once: true, text: "none", example: "<fh:complete/>" },
  },
  rules: RULES,
};
