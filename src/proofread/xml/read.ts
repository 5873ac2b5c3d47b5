import { SaxesParser, type SaxesTagNS } from "saxes";
import { bareAmpersand, tagsFault } from "./broken.ts";
import type { Element } from "./element.ts";
import { declaredEntities, Entities } from "./entities.ts";
import { LinePlaces } from "./line-places.ts";
import { isNetscapes, LATIN_1 } from "./netscape.ts";
import { Unreadable } from "./unreadable.ts";

/** What is told of a document while it is read. */
interface ElementListener {
  /** A start tag has been read. */
  open: (element: Element) => void;
  /** An element is over, and all that is in it is known. */
  close: (element: Element) => void;
  /** What stands in the document type declaration, which comes before all elements. */
  doctype?: (declaration: string) => void;
}

interface ReadXml {
  /** Undefined where the document could not be read to its end. */
  root?: Element;
  /** What is not well-formed: entities that are not declared, and the first of all else, at which reading ended. */
  fatal: XmlFault[];
  /** What stands before the root element, as far as it leaves a document to read and is not what every reader takes. */
  prolog: XmlFault[];
}

export interface XmlFault {
  kind:
    | "well-formed"
    | "declaration-first"
    | "undeclared-entity"
    | "undeclared-prefix"
    | "version"
    | "encoding"
    | "doctype"
    | "external-entity";
  message: string;
  line: number;
  column: number;
}

/** Names of entities that are not declared; after so many, more tell nobody more. */
const MAX_ENTITIES = 20;
/** Far beyond any feed, XHTML in it included. saxes looks for a namespace through all elements that are open. */
const MAX_DEPTH = 300;
/** Characters: three times the longest that feeds use. It stands in the name of each of its elements. */
const MAX_NAMESPACE = 200;
/** Characters: more of a tag that is out of place tells nobody more. */
const MAX_TAG = 100;
const XMLNS = "http://www.w3.org/2000/xmlns/";

/** Reads XML 1.0 with its namespaces once, from its start to its end. Never throws on a document. */
export function readXml(text: string, { open, close, doctype }: ElementListener): ReadXml {
  if (!text.isWellFormed())
    return {
      fatal: [{ kind: "well-formed", message: "a lone surrogate is no character", line: 1, column: 1 }],
      prolog: [],
    };
  const { document, before } = withoutLateDeclaration(withoutMark(text));
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  const read: ReadXml = { fatal: [], prolog: [] };
  let current: Element | undefined;
  let closed: Element | undefined;
  let depth = 0;
  // Up to where all is understood.
  let sure = 0;
  const places = new LinePlaces(document);
  let start = { line: 1, column: 1, from: 0, to: 0 };

  const here = (kind: XmlFault["kind"], message: string): XmlFault => ({
    ...{ kind, message, line: parser.line, column: parser.columnIndex + 1 },
  });
  const note = (kind: XmlFault["kind"], message: string) => void read.prolog.push(here(kind, message));
  const append = (data: string) => {
    if (current) current.text += data;
  };

  if (before) read.fatal.push({ kind: "declaration-first", message: before, line: 1, column: 1 });

  const entities = new Entities(parser.ENTITIES, (name) => {
    if (read.fatal.length < MAX_ENTITIES)
      read.fatal.push(
        here(
          "undeclared-entity",
          `&${name}; is not declared: XML itself knows only &amp;, &lt;, &gt;, &quot; and &apos;`,
        ),
      );
  });
  parser.ENTITIES = entities.asLooked;
  parser.on("error", (error) => {
    // saxes would go on by guessing.
    throw new Unreadable(withoutPlace(error.message));
  });
  parser.on("xmldecl", ({ version, encoding }) => {
    if (version !== "1.0") note("version", `the XML version is ${version}, not 1.0`);
    if (encoding !== undefined && !/^utf-8$/i.test(encoding)) note("encoding", encoding);
  });
  parser.on("doctype", (declaration) => {
    note("doctype", "there is a document type declaration");
    const { internal, external } = declaredEntities(declaration);
    entities.declare({ ...(isNetscapes(declaration) && LATIN_1), ...internal });
    doctype?.(declaration);
    for (const name of external) note("external-entity", `what &${name}; stands for is in another document`);
  });
  parser.on("opentagstart", () => {
    // saxes tells of a tag when its name is over, which may be at the end of its line.
    const from = document.lastIndexOf("<", parser.position - 1);
    start = { ...places.of(from), from, to: parser.position };
    sure = parser.position;
  });
  parser.on("opentag", (tag) => {
    // Left by throwing: saxes has no other way to stop, and takes time that grows with the square of the depth.
    if (depth >= MAX_DEPTH) throw new Unreadable(`elements nest deeper than ${MAX_DEPTH}`);
    depth += 1;
    current = toElement(tag, current, start);
    current.parent?.children.push(current);
    read.root ??= current;
    open(current);
    sure = parser.position;
  });
  parser.on("closetag", () => {
    depth -= 1;
    const over = current;
    current = over?.parent;
    closed = over;
    sure = parser.position;
    if (!over) return;
    over.to = parser.position;
    close(over);
  });
  parser.on("text", append);
  parser.on("cdata", (data) => {
    append(data);
    sure = parser.position;
  });
  parser.on("comment", () => {
    sure = parser.position;
  });

  try {
    parser.write(document).close();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { message } = error;
    const bare = bareAmpersand(document, sure, parser.position);
    const tags = tagsFault(message, {
      open: current,
      closed,
      end: document.slice(Math.max(0, parser.position - MAX_TAG), parser.position),
    });
    if (bare) read.fatal.push({ kind: "well-formed", message: bare.message, ...places.of(bare.at) });
    else if (tags) read.fatal.push(here("well-formed", tags));
    else
      read.fatal.push(here(/^unbound namespace prefix/.test(message) ? "undeclared-prefix" : "well-formed", message));
  }
  if (read.fatal.length === 0 && !read.root) read.fatal.push(here("well-formed", "there is no element"));
  return read.fatal.length > 0 ? { ...read, root: undefined } : read;
}

/** A byte order mark belongs to the encoding, not to the document (XML 1.0 §4.3.3). */
export const withoutMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

/**
 * White space before the XML declaration is no XML, but what everybody means by it is plain, and the rest is still to be proofread:
 * the declaration becomes blank, so that all that comes after it keeps its place.
 */
function withoutLateDeclaration(document: string): { document: string; before?: string } {
  const declaration = /^\s+<\?xml(?=\s)/.exec(document)?.[0];
  const end = declaration === undefined ? -1 : document.indexOf("?>", declaration.length);
  if (declaration === undefined || end === -1) return { document };
  const blank = document.slice(0, end + 2).replace(/[^\r\n]/g, " ");
  const lines = declaration.split(/\r\n?|\n/).length - 1;
  const before = lines === 0 ? "a blank stands" : lines === 1 ? "an empty line stands" : `${lines} empty lines stand`;
  return {
    document: blank + document.slice(end + 2),
    before: `${before} before <?xml, which has to be the very first`,
  };
}

/** saxes begins its messages with `line:column: `. */
const withoutPlace = (message: string): string => message.replace(/^\d+:\d+: /, "");

function toElement(
  tag: SaxesTagNS,
  parent: Element | undefined,
  start: Pick<Element, "line" | "column" | "from" | "to">,
): Element {
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
  if (uri.length > MAX_NAMESPACE)
    throw new Unreadable(`the URI of a namespace has more than ${MAX_NAMESPACE} characters`);
  return uri === "" ? local : `{${uri}}${local}`;
}
