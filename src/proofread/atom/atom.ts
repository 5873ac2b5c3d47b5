import { ATOM, localName, XML } from "../../verify/parse/namespaces.ts";
import type { Element } from "../../verify/parse/xml.ts";
import type { Fault, ProofreadingRule } from "../finding.ts";
import { clip, isAbsolute, languageFault, rfc3339Fault, tagUriFault } from "../formats.ts";
import { children, childText, descendants, fault, repeats } from "../tree.ts";
import { type AtomSheet, entryName, ofFeedAndEntries } from "./sheet.ts";

/** Rules of Atom 1.0 (RFC 4287) for a feed and its entries; `links.ts` and `text.ts` have those for their parts. */
export const ATOM_RULES: ProofreadingRule<AtomSheet>[] = [
  {
    rule: "RFC 4287 §4.1.1 and §4.1.2: exactly one id, title and updated",
    severity: "error",
    check: ofFeedAndEntries((container, of) =>
      ["id", "title", "updated"].flatMap((name) => {
        const found = children(container, ATOM + name).length;
        return found === 1
          ? []
          : [{ where: of, message: found === 0 ? `there is no <${name}>` : `there are ${found} <${name}>` }];
      }),
    ),
  },
  {
    rule: "RFC 4287 §4.1: other elements at most once",
    severity: "error",
    check: ofFeedAndEntries((container, of) =>
      repeats(
        container.children.filter(({ name }) => ONCE.has(name)),
        ({ name }) => name,
        (again, name) => fault(again, `there is a second <${localName(name)}>`, of),
      ),
    ),
  },
  {
    rule: "RFC 4287 §4.1: elements of the Atom namespace",
    severity: "error",
    check: ofFeedAndEntries((container, of) =>
      container.children
        .filter(({ name }) => name.startsWith(ATOM) && !ATOM_ELEMENTS.has(localName(name)))
        .map((one) => fault(one, "Atom has no such element", of)),
    ),
  },
  {
    rule: "RFC 4287 §4.1.1: an author on the feed or on every entry",
    severity: "error",
    check: ({ feed, entries }) =>
      children(feed, `${ATOM}author`).length > 0
        ? []
        : entries.flatMap((entry, index) =>
            hasAuthor(entry)
              ? []
              : [{ where: entryName(entry, index), message: "there is no author, nor on the feed" }],
          ),
  },
  {
    rule: "RFC 4287 §4.2.6: id is an absolute IRI",
    severity: "error",
    check: ofFeedAndEntries((container, of) => textFaultsOf(container, "id", idFault, of)),
  },
  {
    rule: "RFC 4287 §4.2.6.1: ids are compared letter by letter",
    severity: "warning",
    check: ofFeedAndEntries((container, of) => textFaultsOf(container, "id", normalFault, of)),
  },
  {
    rule: "RFC 4287 §4.1.1: entries with one id are versions of one entry, and differ in updated",
    severity: "error",
    check: ({ entries }) =>
      repeats(entries, version, (again) => fault(again, `its id and updated are another entry's too`)),
  },
  {
    rule: "RFC 4287 §4.1.1: an id twice, of which readers show one",
    severity: "warning",
    check: ({ entries }) =>
      repeats(
        entries,
        (entry) => childText(entry, `${ATOM}id`),
        (again, id) => fault(again, `the id "${clip(id)}" is another entry's too`),
      ),
  },
  {
    rule: "RFC 4287 §3.3: dates",
    severity: "error",
    check: ofFeedAndEntries((container, of) =>
      ["updated", "published"].flatMap((name) => textFaultsOf(container, name, rfc3339Fault, of)),
    ),
  },
  {
    rule: "RFC 4287 §4.2.15: entries that share updated have no order",
    severity: "warning",
    check: ({ entries }) =>
      repeats(
        entries,
        (entry) => childText(entry, `${ATOM}updated`),
        (again, updated) => fault(again, `shares its updated, ${updated}, with another`),
      ),
  },
  {
    rule: "RFC 4287 §2: xml:lang; RFC 5646 §2.1",
    severity: "error",
    check: ({ feed }) =>
      [...descendants(feed)].flatMap((element) => {
        const wrong = languageFault(element.attributes.get(`${XML}lang`) || "en");
        return wrong ? [fault(element, `xml:lang ${wrong}`)] : [];
      }),
  },
  {
    rule: "RFC 4287 §2: xml:lang on the feed",
    severity: "warning",
    check: ({ feed }) => (feed.attributes.get(`${XML}lang`) ? [] : [fault(feed, "there is no xml:lang")]),
  },
  {
    rule: "RFC 4287 §4.1.1: metadata before the entries, as readers that stream expect",
    severity: "warning",
    check: ({ feed }) => {
      const first = feed.children.findIndex(({ name }) => name === `${ATOM}entry`);
      const late = feed.children.slice(first).find(({ name }) => name !== `${ATOM}entry`);
      return first !== -1 && late ? [fault(late, "stands after the first entry")] : [];
    },
  },
];

const ONCE = new Set(
  ["generator", "icon", "logo", "rights", "subtitle", "content", "published", "source", "summary"].map(
    (name) => ATOM + name,
  ),
);
const ATOM_ELEMENTS = new Set(
  "author category contributor generator icon id link logo rights subtitle title updated entry content published source summary".split(
    " ",
  ),
);

const version = (entry: Element): string | undefined => {
  const id = childText(entry, `${ATOM}id`);
  return id && `${id} ${childText(entry, `${ATOM}updated`) ?? ""}`;
};

const hasAuthor = (entry: Element): boolean =>
  [entry, ...children(entry, `${ATOM}source`)].some((one) => children(one, `${ATOM}author`).length > 0);

const textFaultsOf = (
  container: Element,
  name: string,
  check: (text: string) => string | undefined,
  of: string,
): Fault[] =>
  children(container, ATOM + name).flatMap((child) => {
    const wrong = check(child.text.trim());
    return wrong ? [fault(child, wrong, of)] : [];
  });

const idFault = (id: string): string | undefined =>
  isAbsolute(id) ? tagUriFault(id) : `"${clip(id)}" is not absolute`;

/** An id that republishers may not change should be in its normal form from the start (RFC 4287 §4.2.6). */
function normalFault(id: string): string | undefined {
  const [, host = ""] = /^https?:\/\/([^/?#]*)/i.exec(id) ?? [];
  if (host !== host.toLowerCase()) return `"${clip(id)}" has capitals in its host`;
  return /^http:\/\/[^/]*:80(\/|$)|^https:\/\/[^/]*:443(\/|$)/i.test(id)
    ? `"${clip(id)}" names the default port`
    : undefined;
}
