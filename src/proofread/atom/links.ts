import { ATOM } from "../../verify/parse/namespaces.ts";
import type { Element } from "../../verify/parse/xml.ts";
import type { Fault, ProofreadingRule } from "../finding.ts";
import { clip, isAbsolute, languageFault, mimeTypeFault, urlFault } from "../formats.ts";
import { relFault, selfFaults } from "../links.ts";
import { children, fault, repeats } from "../tree.ts";
import { type AtomSheet, eachEntry, ofFeedAndEntries, persons } from "./sheet.ts";

/** Rules of Atom 1.0 for links (RFC 4287 §4.2.7). */
export const ATOM_LINK_RULES: ProofreadingRule<AtomSheet>[] = [
  {
    rule: "RFC 4287 §4.1.1: a link rel=self",
    severity: "warning",
    check: ({ feed, url }) => selfFaults(children(feed, `${ATOM}link`), feed, url),
  },
  {
    rule: "RFC 4287 §4.1.1: one alternate of a type and language",
    severity: "error",
    check: ofFeedAndEntries((container, of) =>
      repeats(
        children(container, `${ATOM}link`).filter(
          ({ attributes }) => (attributes.get("rel") ?? "alternate") === "alternate",
        ),
        ({ attributes }) => `${attributes.get("type") ?? ""} ${attributes.get("hreflang") ?? ""}`,
        (again) => fault(again, "there is another alternate of this type and language", of),
      ),
    ),
  },
  {
    rule: "RFC 4287 §4.2.7: link href, rel, type and hreflang",
    severity: "error",
    check: ofFeedAndEntries((container, of) =>
      children(container, `${ATOM}link`).flatMap((link) => linkFaults(link, of)),
    ),
  },
  {
    rule: "RFC 4287 §2: relative references, which few readers resolve against xml:base",
    severity: "warning",
    check: ofFeedAndEntries((container, of) =>
      [
        ...children(container, `${ATOM}link`),
        ...persons(container).flatMap((person) => children(person, `${ATOM}uri`)),
      ].flatMap((one) => {
        const reference = one.attributes.get("href") ?? one.text.trim();
        return isAbsolute(reference) ? [] : [fault(one, `"${clip(reference)}" is relative`, of)];
      }),
    ),
  },
  {
    rule: "RFC 4287 §4.2.7.2: link relations",
    severity: "warning",
    check: ofFeedAndEntries((container, of) =>
      children(container, `${ATOM}link`).flatMap((link) => relFault(link, of)),
    ),
  },
  {
    rule: "RFC 4287 §4.2.7.6: an enclosure's length",
    severity: "warning",
    check: eachEntry((entry, of) =>
      children(entry, `${ATOM}link`)
        .filter(({ attributes }) => attributes.get("rel") === "enclosure" && !attributes.has("length"))
        .map((link) => fault(link, "the enclosure has no length", of)),
    ),
  },
];

function linkFaults(link: Element, of: string): Fault[] {
  const { href, type, hreflang, length } = Object.fromEntries(link.attributes);
  if (href === undefined) return [fault(link, "there is no href", of)];
  const wrong = [
    isAbsolute(href) && urlFault(href) && `href ${urlFault(href)}`,
    type && mimeTypeFault(type) && `type ${mimeTypeFault(type)}`,
    hreflang && languageFault(hreflang) && `hreflang ${languageFault(hreflang)}`,
    length === undefined || /^\d+$/.test(length) ? undefined : `length "${length}" is no number of bytes`,
  ];
  return wrong.flatMap((message) => (message ? [fault(link, message, of)] : []));
}
