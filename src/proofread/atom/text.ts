import { ATOM } from "../../verify/parse/namespaces.ts";
import type { Element } from "../../verify/parse/xml.ts";
import type { Fault, ProofreadingRule } from "../finding.ts";
import { clip, hasEmail, isAbsolute, isEmail, mimeTypeFault, urlFault } from "../formats.ts";
import { allText, children, childText, fault } from "../tree.ts";
import { type AtomSheet, eachEntry, ofFeedAndEntries, persons } from "./sheet.ts";

/** Rules of Atom 1.0 for texts, content, persons and categories (RFC 4287 §3 and §4.1.3). */
export const ATOM_TEXT_RULES: ProofreadingRule<AtomSheet>[] = [
  {
    rule: "RFC 4287 §3.1.1: type is text, html or xhtml; XHTML stands in a div",
    severity: "error",
    check: ofFeedAndEntries((container, of) =>
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
    check: ofFeedAndEntries((container, of) => persons(container).flatMap((person) => personFaults(person, of))),
  },
  {
    rule: "RFC 4287 §3.2.1: a name for people",
    severity: "warning",
    check: ofFeedAndEntries((container, of) =>
      persons(container)
        .filter((person) => hasEmail(childText(person, `${ATOM}name`) ?? ""))
        .map((person) => fault(person, "its name holds an e-mail address", of)),
    ),
  },
  {
    rule: "RFC 4287 §4.2.2: a category has a term",
    severity: "error",
    check: ofFeedAndEntries((container, of) =>
      children(container, `${ATOM}category`)
        .filter(({ attributes }) => !attributes.has("term"))
        .map((one) => fault(one, "there is no term", of)),
    ),
  },
];

const TEXTS = new Set(["title", "subtitle", "summary", "rights", "content"].map((name) => ATOM + name));

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
    email !== undefined && !isEmail(email) ? `"${clip(email)}" is no e-mail address` : undefined,
  ];
  return wrong.flatMap((message) => (message ? [fault(person, message, of)] : []));
}
