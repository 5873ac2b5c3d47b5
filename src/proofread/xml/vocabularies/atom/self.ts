import { ancestors, type Element } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { hasScheme } from "../../forms/addresses.ts";
import { clip } from "../../forms/form.ts";
import { canonicalIri } from "../../forms/iri.ts";
import { XML } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import { isRss2 } from "../../rss-version.ts";
import type { Sheet, XmlRule } from "../../rule.ts";
import { WITHIN_ANY } from "./formats.ts";
import { linkAddress, linksOf } from "./link.ts";

const feed = (markup: string) => documentOf("atom", { feed: markup });
const SELF = '<link rel="self" type="application/atom+xml" href="https://gazette.example/feed.atom"/>';
const RELATIVE_SELF = '<link rel="self" type="application/atom+xml" href="/feed.atom"/>';

/** The links of a feed to itself. */
const selvesOf = (container: Element): Element[] => linksOf(container, "self");

/** The link of a feed to itself (RFC 4287 §4.2.7.2), by which readers know it again and hubs tell of it. */
export const SELF_RULES: XmlRule[] = [
  {
    ...rfc(4287, "4.1.1"),
    name: "atom/link-self-required",
    severity: "warning",
    formats: ["atom", "rss"],
    element: 'link rel="self"',
    says: "A feed has a link to itself",
    mend: 'Add <link rel="self" href="…"/> with the feed\'s own address; in RSS, as <atom:link>.',
    readers:
      "A reader that was given the text alone, or another address of it, cannot tell where the feed is; rss-parser takes the second link of an Atom feed for it.",
    on: { roles: ["feed"] },
    check: (container, sheet) =>
      selvesOf(container).length > 0 || (sheet.format === "rss" && !isRss2(sheet))
        ? undefined
        : 'there is no link rel="self"',
    fails: documentOf("atom", { without: ["feed/link"] }),
    passes: feed(SELF),
  },
  {
    ...rfc(4287, "4.2.7.2"),
    name: "atom/link-self-once",
    severity: "advice",
    formats: WITHIN_ANY,
    element: 'link rel="self"',
    says: "A feed has one link to itself",
    mend: "Keep the one that is the address you want to be known by.",
    on: { roles: ["feed"] },
    check: (container) => {
      const [, ...others] = selvesOf(container);
      return others.map((at) => ({ message: 'there is another link rel="self"', at }));
    },
    fails: feed(`${SELF}\n${SELF}`),
    passes: feed(SELF),
  },
  {
    ...rfc(4287, "4.2.7.2"),
    name: "atom/link-self-absolute",
    severity: "warning",
    formats: WITHIN_ANY,
    element: 'link rel="self"',
    says: "The link of a feed to itself is absolute",
    mend: "Write the feed's whole address, with its scheme.",
    on: { roles: ["feed"] },
    check: (container) =>
      selvesOf(container).flatMap((at) => {
        const href = at.attributes.get("href");
        const isAbsolute = [href, ...[at, ...ancestors(at)].map(({ attributes }) => attributes.get(`${XML}base`))].some(
          (one) => one !== undefined && hasScheme(one),
        );
        return href === undefined || isAbsolute
          ? []
          : [{ message: `rel="self" is "${clip(href)}", which is relative`, at }];
      }),
    fails: feed(RELATIVE_SELF),
    passes: feed(SELF),
  },
  {
    ...rfc(4287, "4.2.7.2"),
    name: "atom/link-self-location",
    severity: "warning",
    formats: WITHIN_ANY,
    element: 'link rel="self"',
    says: "The link of a feed to itself is where the feed came from",
    mend: "Write the address under which the document is served, or redirect to the one that is written.",
    readers: "A hub knows the feed by this address: subscribers to another one are told nothing.",
    on: { roles: ["feed"] },
    check: locationFaults,
    fails: { text: feed(SELF), url: "https://gazette.example/other.atom" },
    passes: { text: feed(SELF), url: "https://gazette.example/feed.atom" },
  },
];

function locationFaults(container: Element, sheet: Sheet) {
  const { url } = sheet;
  const selves = selvesOf(container);
  if (url === undefined || selves.length === 0) return undefined;
  const addresses = selves.map((at) => linkAddress(at, sheet));
  const own = canonicalIri(url);
  const [first] = selves;
  return addresses.some((one) => one !== undefined && canonicalIri(one) === own)
    ? undefined
    : [{ message: `rel="self" is ${clip(addresses[0] ?? "")}, and the document came from ${clip(url)}`, at: first }];
}
