import { ATOM, CONTENT, DC, DCTERMS, localName, MEDIA } from "../../verify/parse/namespaces.ts";
import type { Element } from "../../verify/parse/xml.ts";
import type { Fault, ProofreadingRule } from "../finding.ts";
import {
  clip,
  hasEmail,
  httpUrlFault,
  mimeTypeFault,
  rfc822Fault,
  rfc3339Fault,
  tagUriFault,
  urlFault,
} from "../formats.ts";
import { children, childText, fault, repeats } from "../tree.ts";
import { markupFault, PLAIN_TITLE } from "./plain-title.ts";
import { childFaults, eachItem, itemName, pairFaults, type RssSheet } from "./sheet.ts";

/** Rules of RSS 2.0 for items, and of the modules that items use. */
export const ITEM_RULES: ProofreadingRule<RssSheet>[] = [
  {
    rule: "RSS 2.0, elements of item: title or description is required",
    severity: "error",
    check: eachItem((item, of) =>
      childText(item, "title") || childText(item, "description")
        ? []
        : [{ where: of, message: "there is neither title nor description" }],
    ),
  },
  {
    rule: "RSS 2.0, elements of item: each at most once",
    severity: "error",
    check: eachItem((item, of) =>
      repeats(
        item.children.filter(({ name }) => ITEM_ONCE.has(name)),
        ({ name }) => name,
        (again, name) => fault(again, `there is a second <${localName(name)}>`, of),
      ),
    ),
  },
  {
    rule: "RSS Best Practices Profile, enclosure: one an item",
    severity: "warning",
    check: eachItem((item, of) =>
      children(item, "enclosure")
        .slice(1)
        .map((another) => fault(another, "readers take only one", of)),
    ),
  },
  {
    rule: "RSS 2.0, item link",
    severity: "error",
    check: eachItem((item, of) => childFaults(item, "link", urlFault, of)),
  },
  {
    rule: "RSS 2.0, guid: aggregators tell new items by it",
    severity: "warning",
    check: eachItem((item, of) => (childText(item, "guid") ? [] : [{ where: of, message: "there is no guid" }])),
  },
  {
    rule: "RSS 2.0, guid: it identifies one item",
    severity: "error",
    check: ({ items }) =>
      repeats(
        items.map((item, index) => ({ item, index })),
        ({ item }) => childText(item, "guid") || undefined,
        ({ item, index }, guid) => ({
          where: itemName(item, index),
          message: `the guid "${clip(guid)}" is another item's too`,
        }),
      ),
  },
  {
    rule: "RSS 2.0, guid: isPermaLink is true or false; true, as when absent, where it is a URL of a page",
    severity: "error",
    check: eachItem((item, of) => children(item, "guid").flatMap((guid) => permaLinkFaults(guid, of))),
  },
  {
    rule: "RFC 4151 §2.1: tag URIs",
    severity: "error",
    check: eachItem((item, of) => childFaults(item, "guid", tagUriFault, of)),
  },
  {
    rule: "RSS 2.0, pubDate: RFC 822 §5",
    severity: "error",
    check: eachItem((item, of) => childFaults(item, "pubDate", rfc822Fault, of)),
  },
  {
    rule: "RFC 4287 §3.3; Dublin Core dates (W3CDTF, as RFC 3339)",
    severity: "error",
    check: eachItem((item, of) => childFaults(item, `${ATOM}updated`, rfc3339Fault, of)),
  },
  {
    rule: "RSS 2.0, author: an e-mail address",
    severity: "warning",
    check: eachItem((item, of) =>
      childFaults(
        item,
        "author",
        (text) => (hasEmail(text) ? undefined : `"${clip(text)}" has no e-mail address; a name stands in dc:creator`),
        of,
      ),
    ),
  },
  {
    rule: PLAIN_TITLE,
    severity: "warning",
    check: eachItem((item, of) => childFaults(item, "title", markupFault, of)),
  },
  {
    rule: "RSS Best Practices Profile, content:encoded: after description",
    severity: "warning",
    check: eachItem((item, of) => {
      const names = item.children.map(({ name }) => name);
      const encoded = names.indexOf(`${CONTENT}encoded`);
      return encoded !== -1 && names.indexOf("description") > encoded
        ? [{ where: of, message: "content:encoded stands before description" }]
        : [];
    }),
  },
  {
    rule: "RSS 2.0, enclosure: url, length and type are required",
    severity: "error",
    check: eachItem((item, of) => children(item, "enclosure").flatMap((enclosure) => enclosureFaults(enclosure, of))),
  },
  {
    rule: "RSS 2.0, source: url is required",
    severity: "error",
    check: eachItem((item, of) =>
      children(item, "source").flatMap((source) => {
        const wrong = urlFault(source.attributes.get("url") ?? "");
        return wrong ? [fault(source, `its url ${wrong}`, of)] : [];
      }),
    ),
  },
  {
    rule: "RSS Best Practices Profile: one element for one thing",
    severity: "warning",
    check: eachItem((item, of) => pairFaults(item, ITEM_PAIRS, of)),
  },
  {
    rule: "Media RSS 1.5; RFC 4287 §4.2.11; DCMI terms: elements that do not belong to an RSS item",
    severity: "warning",
    check: eachItem((item, of) =>
      item.children
        .filter(({ name }) => STRANGERS.has(name))
        .map((one) => fault(one, "validators refuse it in an item", of)),
    ),
  },
];

const ITEM_ONCE = new Set([
  "title",
  "link",
  "description",
  "author",
  "comments",
  "guid",
  "pubDate",
  "source",
  `${CONTENT}encoded`,
]);

const ITEM_PAIRS: [string, string][] = [
  ["author", `${DC}creator`],
  ["category", `${DC}subject`],
  ["pubDate", `${DC}date`],
  ["guid", `${ATOM}id`],
  ["source", `${DC}source`],
];

const STRANGERS = new Set([
  ...["rights", "license", "status", "embed"].map((name) => `${MEDIA}${name}`),
  `${ATOM}source`,
  `${ATOM}rights`,
  ...["rights", "publisher", "source", "language"].map((name) => `${DCTERMS}${name}`),
]);

function permaLinkFaults(guid: Element, of: string): Fault[] {
  const isPermaLink = guid.attributes.get("isPermaLink");
  if (isPermaLink !== undefined && isPermaLink !== "true" && isPermaLink !== "false")
    return [fault(guid, `isPermaLink="${isPermaLink}" is neither true nor false`, of)];
  const text = guid.text.trim();
  return isPermaLink === "false" || text === "" || httpUrlFault(text) === undefined
    ? []
    : [fault(guid, `"${clip(text)}" is no permalink, and isPermaLink is not false`, of)];
}

function enclosureFaults(enclosure: Element, of: string): Fault[] {
  const { url = "", type = "", length = "" } = Object.fromEntries(enclosure.attributes);
  const wrong = [
    httpUrlFault(url) && `its url ${httpUrlFault(url)}`,
    mimeTypeFault(type) && `its type ${mimeTypeFault(type)}`,
    /^\d+$/.test(length) ? undefined : `its length "${length}" is no number of bytes`,
  ];
  return wrong.flatMap((message) => (message ? [fault(enclosure, message, of)] : []));
}
