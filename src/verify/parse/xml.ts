import { SaxesParser, type SaxesTagNS } from "saxes";
import { liftCdata } from "./cdata.ts";

/** An element, with its namespace resolved (see `namespaces.ts` for the form of names). */
export interface ParsedElement {
  name: string;
  attributes: Map<string, string>;
  children: ParsedElement[];
  /** Its own character data, without that of its children. */
  text: string;
  /** The line on which its start tag ends; the first is 1. */
  line: number;
}

export type ParsedXml =
  | { status: "parsed"; root: ParsedElement; instructions: string[]; faults: string[] }
  | { status: "malformed"; faults: string[] };

/** One mistake often has many faults; after the first few, more tell nobody more. */
const MAX_FAULTS = 5;
/** Far beyond any feed, XHTML in it included. saxes looks for a namespace through all elements that are open. */
const MAX_DEPTH = 300;
/** Characters: three times the longest that feeds use. It stands in the name of each of its elements. */
const MAX_NAMESPACE = 200;
const XMLNS = "http://www.w3.org/2000/xmlns/";

/**
 * XML 1.0 and Namespaces in XML 1.0, strictly, in UTF-8 and without a document type: feed readers differ in what they
 * make of entities that a DTD declares, and many refuse it for safety.
 *
 * `instructions` are its processing instructions, wherever they stand: `target body`. `faults` of a parsed document are
 * those that leave a tree to read: a document type, another version, another encoding.
 */
export function parseXmlStrictly(text: string): ParsedXml {
  // Half a surrogate pair is no character (XML 1.0 §2.2), and saxes lets some of them through.
  if (!text.isWellFormed()) return { status: "malformed", faults: ["a lone surrogate is no character"] };
  // A byte order mark belongs to the encoding, not to the document (XML 1.0 §4.3.3).
  const document = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const whole = () => parse(document, (data) => data);
  const lifted = liftCdata(document);
  if (!lifted || lifted.bodies.length === 0) return whole();
  const parsed = parse(lifted.skeleton, (number) => lifted.bodies[Number(number)] ?? "");
  // What is wrong is told with its place in the document, which the skeleton does not know.
  return parsed.status === "parsed" ? parsed : whole();
}

function parse(text: string, toData: (cdata: string) => string): ParsedXml {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  const fatal: string[] = [];
  const faults: string[] = [];
  const instructions: string[] = [];
  const open: ParsedElement[] = [];
  let root: ParsedElement | undefined;
  let lifted = 0;
  const fail = (fault: string) => {
    if (fatal.length < MAX_FAULTS) fatal.push(fault);
  };
  const append = (data: string) => {
    const element = open.at(-1);
    if (element) element.text += data;
  };

  parser.on("error", (error) => {
    fail(error.message);
    // Each is an `Error` with its stack: for ten thousand of them one waits.
    if (fatal.length === MAX_FAULTS) throw error;
  });
  parser.on("xmldecl", ({ version, encoding }) => {
    if (version !== "1.0") faults.push(`XML version ${version} is not 1.0`);
    if (encoding !== undefined && !/^utf-8$/i.test(encoding)) faults.push(`the encoding ${encoding} is not UTF-8`);
  });
  parser.on("doctype", () => faults.push("there is a document type declaration"));
  parser.on("processinginstruction", ({ target, body }) => instructions.push(`${target} ${body}`));
  parser.on("opentag", (tag) => {
    // Left by throwing: saxes has no other way to stop, and takes time that grows with the square of the depth.
    if (open.length >= MAX_DEPTH) throw new Error(`elements nest deeper than ${MAX_DEPTH}`);
    const element = toElement(tag, parser.line + lifted);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", append);
  parser.on("cdata", (cdata) => {
    const data = toData(cdata);
    if (data !== cdata) lifted += newlines(data);
    append(data);
  });

  try {
    parser.write(text).close();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  if (fatal.length === 0 && root) return { status: "parsed", root, instructions, faults };
  return { status: "malformed", faults: fatal.length > 0 ? fatal : ["there is no element"] };
}

function toElement(tag: SaxesTagNS, line: number): ParsedElement {
  let attributes = NONE;
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (!attribute || attribute.uri === XMLNS) continue;
    if (attributes === NONE) attributes = new Map();
    attributes.set(name(attribute.uri, attribute.local), attribute.value);
  }
  return { name: name(tag.uri, tag.local), attributes, children: [], text: "", line };
}

/** Most elements have no attributes: they share one empty map, which nobody adds to. */
const NONE = new Map<string, string>();

function name(uri: string, local: string): string {
  if (uri.length > MAX_NAMESPACE) throw new Error(`the URI of a namespace has more than ${MAX_NAMESPACE} characters`);
  return uri === "" ? local : `{${uri}}${local}`;
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
