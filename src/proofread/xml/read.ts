import { SaxesParser, type SaxesTagNS } from "saxes";
import type { Element } from "./element.ts";
import { Places } from "./places.ts";

/** What is told of a document while it is read. */
export interface Reader {
  /** A start tag has been read. */
  open: (element: Element) => void;
  /** An element is over, and all that is in it is known. */
  close: (element: Element) => void;
}

export interface ReadXml {
  /** Undefined where the document could not be read to its end. */
  root?: Element;
  /** What is not well-formed. */
  fatal: XmlFault[];
  /** What leaves a document to read, and is not what every reader takes. */
  declared: XmlFault[];
  /** `target body`, wherever they stand. */
  instructions: string[];
}

export interface XmlFault {
  message: string;
  line: number;
  column: number;
}

/** One mistake often has many faults; after the first few, more tell nobody more. */
const MAX_FAULTS = 5;
/** Far beyond any feed, XHTML in it included. saxes looks for a namespace through all elements that are open. */
const MAX_DEPTH = 300;
/** Characters: three times the longest that feeds use. It stands in the name of each of its elements. */
const MAX_NAMESPACE = 200;
const XMLNS = "http://www.w3.org/2000/xmlns/";

/** Reads XML 1.0 with its namespaces once, from its start to its end. Never throws on a document. */
export function readXml(text: string, { open, close }: Reader): ReadXml {
  if (!text.isWellFormed())
    return {
      fatal: [{ message: "a lone surrogate is no character", line: 1, column: 1 }],
      declared: [],
      instructions: [],
    };
  // A byte order mark belongs to the encoding, not to the document (XML 1.0 §4.3.3).
  const document = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  const read: ReadXml = { fatal: [], declared: [], instructions: [] };
  let current: Element | undefined;
  let depth = 0;
  const places = new Places(document);
  let start = { line: 1, column: 1 };

  const here = (message: string): XmlFault => ({ message, line: parser.line, column: parser.columnIndex + 1 });
  const fail = (message: string) => {
    if (read.fatal.length < MAX_FAULTS) read.fatal.push(here(message));
  };
  const append = (data: string) => {
    if (current) current.text += data;
  };

  parser.on("error", (error) => {
    fail(withoutPlace(error.message));
    // Each is an `Error` with its stack: for ten thousand of them one waits.
    if (read.fatal.length === MAX_FAULTS) throw error;
  });
  parser.on("xmldecl", ({ version, encoding }) => {
    if (version !== "1.0") read.declared.push(here(`XML version ${version} is not 1.0`));
    if (encoding !== undefined && !/^utf-8$/i.test(encoding))
      read.declared.push(here(`the encoding ${encoding} is not UTF-8`));
  });
  parser.on("doctype", () => read.declared.push(here("there is a document type declaration")));
  parser.on("processinginstruction", ({ target, body }) => void read.instructions.push(`${target} ${body}`));
  parser.on("opentagstart", () => {
    // saxes tells of a tag when its name is over, which may be at the end of its line.
    start = places.of(document.lastIndexOf("<", parser.position - 1));
  });
  parser.on("opentag", (tag) => {
    // Left by throwing: saxes has no other way to stop, and takes time that grows with the square of the depth.
    if (depth >= MAX_DEPTH) throw new Error(`elements nest deeper than ${MAX_DEPTH}`);
    depth += 1;
    current = toElement(tag, current, start);
    current.parent?.children.push(current);
    read.root ??= current;
    open(current);
  });
  parser.on("closetag", () => {
    depth -= 1;
    const over = current;
    current = over?.parent;
    if (over) close(over);
  });
  parser.on("text", append);
  parser.on("cdata", append);

  try {
    parser.write(document).close();
  } catch (error) {
    const message = withoutPlace(error instanceof Error ? error.message : String(error));
    if (!read.fatal.some((one) => one.message === message)) fail(message);
  }
  if (read.fatal.length === 0 && !read.root) fail("there is no element");
  return read.fatal.length > 0 ? { ...read, root: undefined } : read;
}

/** saxes begins its messages with `line:column: `. */
const withoutPlace = (message: string): string => message.replace(/^\d+:\d+: /, "");

function toElement(tag: SaxesTagNS, parent: Element | undefined, start: { line: number; column: number }): Element {
  const attributes = new Map<string, string>();
  const declared = new Map<string, string>();
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (!attribute) continue;
    if (attribute.uri === XMLNS) declared.set(attribute.name === "xmlns" ? "" : attribute.local, attribute.value);
    else attributes.set(nameOf(attribute.uri, attribute.local), attribute.value);
  }
  return {
    ...{ name: nameOf(tag.uri, tag.local), prefix: tag.prefix, attributes, declared, parent },
    ...{ children: [], text: "", ...start },
  };
}

function nameOf(uri: string, local: string): string {
  if (uri.length > MAX_NAMESPACE) throw new Error(`the URI of a namespace has more than ${MAX_NAMESPACE} characters`);
  return uri === "" ? local : `{${uri}}${local}`;
}
