import { ATOM, localName, XML } from "../namespaces.ts";
import type { Element } from "../xml.ts";
import type { Fault, Rule } from "./finding.ts";
import { clip, isEmail, languageFault, mimeTypeFault, rfc3339Fault, tagUriFault, urlFault } from "./formats.ts";
import { relFault, selfFaults } from "./links.ts";
import { allText, children, childText, descendants, fault, repeats } from "./tree.ts";

/** An Atom feed document. */
export interface AtomSheet {
  feed: Element;
  entries: Element[];
  /** Where it came from, if anybody knows. */
  url?: string;
}

const all = ({ feed, entries }: AtomSheet): [Element, string][] => [
  [feed, "feed"],
  ...entries.map((entry, index): [Element, string] => [entry, `entry ${index + 1} (line ${entry.line})`]),
];
const each =
  (check: (container: Element, of: string) => Fault[]) =>
  (sheet: AtomSheet): Fault[] =>
    all(sheet).flatMap(([container, of]) => check(container, of));
const eachEntry =
  (check: (entry: Element, of: string) => Fault[]) =>
  (sheet: AtomSheet): Fault[] =>
    all(sheet)
      .slice(1)
      .flatMap(([entry, of]) => check(entry, of));

/** Rules of Atom 1.0 (RFC 4287). */
export const ATOM_RULES: Rule<AtomSheet>[] = [
  {
    rule: "RFC 4287 §4.1.1 and §4.1.2: exactly one id, title and updated",
    severity: "error",
    check: each((container, of) =>
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
    check: each((container, of) =>
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
    check: each((container, of) =>
      container.children
        .filter(({ name }) => name.startsWith(ATOM) && !KNOWN.has(localName(name)))
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
              : [{ where: `entry ${index + 1} (line ${entry.line})`, message: "there is no author, nor on the feed" }],
          ),
  },
  {
    rule: "RFC 4287 §4.2.6: id is an absolute IRI",
    severity: "error",
    check: each((container, of) => texts(container, "id", idFault, of)),
  },
  {
    rule: "RFC 4287 §4.2.6.1: ids are compared letter by letter",
    severity: "warning",
    check: each((container, of) => texts(container, "id", normalFault, of)),
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
    check: each((container, of) =>
      ["updated", "published"].flatMap((name) => texts(container, name, rfc3339Fault, of)),
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
    rule: "RFC 4287 §4.1.1: a link rel=self",
    severity: "warning",
    check: ({ feed, url }) => selfFaults(children(feed, `${ATOM}link`), feed, url),
  },
  {
    rule: "RFC 4287 §4.1.1: one alternate of a type and language",
    severity: "error",
    check: each((container, of) =>
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
    check: each((container, of) => children(container, `${ATOM}link`).flatMap((link) => linkFaults(link, of))),
  },
  {
    rule: "RFC 4287 §2: relative references, which few readers resolve against xml:base",
    severity: "warning",
    check: each((container, of) =>
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
    check: each((container, of) => children(container, `${ATOM}link`).flatMap((link) => relFault(link, of))),
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
  {
    rule: "RFC 4287 §3.1.1: type is text, html or xhtml; XHTML stands in a div",
    severity: "error",
    check: each((container, of) =>
      container.children.filter(({ name }) => TEXTS.has(name)).flatMap((text) => textFaults(text, of)),
    ),
  },
  {
    rule: "RFC 4287 §4.1.2: content, or a link to it, and a summary where content is elsewhere",
    severity: "error",
    check: eachEntry(contentFaults),
  },
  {
    rule: "RFC 4287 §4.1.3: something to read in content or summary",
    severity: "warning",
    check: eachEntry((entry, of) =>
      ["content", "summary"].some((name) =>
        children(entry, ATOM + name).some((one) => one.attributes.has("src") || allText(one).trim() !== ""),
      )
        ? []
        : [{ where: of, message: "content and summary are empty" }],
    ),
  },
  {
    rule: "RFC 4287 §3.2: a person has one name, an IRI, an e-mail address",
    severity: "error",
    check: each((container, of) => persons(container).flatMap((person) => personFaults(person, of))),
  },
  {
    rule: "RFC 4287 §3.2.1: a name for people",
    severity: "warning",
    check: each((container, of) =>
      persons(container)
        .filter((person) => isEmail(childText(person, `${ATOM}name`) ?? ""))
        .map((person) => fault(person, "its name holds an e-mail address", of)),
    ),
  },
  {
    rule: "RFC 4287 §4.2.2: a category has a term",
    severity: "error",
    check: each((container, of) =>
      children(container, `${ATOM}category`)
        .filter(({ attributes }) => !attributes.has("term"))
        .map((one) => fault(one, "there is no term", of)),
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
const KNOWN = new Set(
  "author category contributor generator icon id link logo rights subtitle title updated entry content published source summary".split(
    " ",
  ),
);
const TEXTS = new Set(["title", "subtitle", "summary", "rights", "content"].map((name) => ATOM + name));

const version = (entry: Element): string | undefined => {
  const id = childText(entry, `${ATOM}id`);
  return id && `${id} ${childText(entry, `${ATOM}updated`) ?? ""}`;
};

const hasAuthor = (entry: Element): boolean =>
  [entry, ...children(entry, `${ATOM}source`)].some((one) => children(one, `${ATOM}author`).length > 0);

const persons = (container: Element): Element[] =>
  ["author", "contributor"].flatMap((name) => children(container, ATOM + name));

const texts = (container: Element, name: string, check: (text: string) => string | undefined, of: string): Fault[] =>
  children(container, ATOM + name).flatMap((child) => {
    const wrong = check(child.text.trim());
    return wrong ? [fault(child, wrong, of)] : [];
  });

const isAbsolute = (reference: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(reference);

const idFault = (id: string): string | undefined =>
  isAbsolute(id) ? tagUriFault(id) : `"${clip(id)}" is not absolute`;

/** RFC 4287 §4.2.6: what a republisher may not change should be in its normal form. */
function normalFault(id: string): string | undefined {
  const [, host = ""] = /^https?:\/\/([^/?#]*)/i.exec(id) ?? [];
  if (host !== host.toLowerCase()) return `"${clip(id)}" has capitals in its host`;
  return /^http:\/\/[^/]*:80(\/|$)|^https:\/\/[^/]*:443(\/|$)/i.test(id)
    ? `"${clip(id)}" names the default port`
    : undefined;
}

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

function textFaults(text: Element, of: string): Fault[] {
  const type = text.attributes.get("type") ?? "text";
  const isContent = text.name === `${ATOM}content`;
  if (type === "xhtml") {
    const isDiv =
      text.children.length === 1 &&
      text.children[0]?.name === "{http://www.w3.org/1999/xhtml}div" &&
      text.text.trim() === "";
    return isDiv ? [] : [fault(text, "XHTML stands in one div of the XHTML namespace", of)];
  }
  if (type !== "text" && type !== "html") {
    const allowed = isContent && mimeTypeFault(type) === undefined;
    return allowed ? [] : [fault(text, `type="${type}" is none of text, html, xhtml`, of)];
  }
  return text.children.length > 0 ? [fault(text, `type="${type}" has no child elements`, of)] : [];
}

function contentFaults(entry: Element, of: string): Fault[] {
  const [content] = children(entry, `${ATOM}content`);
  const hasSummary = children(entry, `${ATOM}summary`).length > 0;
  if (!content) {
    const linked = children(entry, `${ATOM}link`).some(
      ({ attributes }) => (attributes.get("rel") ?? "alternate") === "alternate",
    );
    return linked ? [] : [{ where: of, message: "there is neither content nor a link to it" }];
  }
  const type = content.attributes.get("type") ?? "text";
  const elsewhere = content.attributes.has("src") || (type.includes("/") && !/^text\/|[+/]xml$/i.test(type));
  return elsewhere && !hasSummary ? [fault(content, "content that is elsewhere, or encoded, wants a summary", of)] : [];
}

function personFaults(person: Element, of: string): Fault[] {
  const names = children(person, `${ATOM}name`).length;
  const uri = childText(person, `${ATOM}uri`);
  const email = childText(person, `${ATOM}email`);
  const wrong = [
    names === 1 ? undefined : `there are ${names} names`,
    uri && isAbsolute(uri) && urlFault(uri) && `its uri ${urlFault(uri)}`,
    email !== undefined && !/^.+@.+$/.test(email) ? `"${clip(email)}" is no e-mail address` : undefined,
  ];
  return wrong.flatMap((message) => (message ? [fault(person, message, of)] : []));
}
