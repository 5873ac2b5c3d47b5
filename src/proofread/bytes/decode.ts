import { XML_DECLARATION_FIRST, XML_WELL_FORMED } from "../document/rules.ts";
import { type Finding, findingOf } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { clip } from "../xml/forms/form.ts";
import { LinePlaces } from "../xml/line-places.ts";
import { type EncodingClaims, encodingClaims, encodingNamed } from "./labels.ts";
import {
  CHARSET_DECLARED,
  ENCODING_BYTES,
  ENCODING_KNOWN,
  ENCODING_LATIN_1,
  ENCODING_MARK,
  JSON_MARK,
  JSON_UTF_8,
  UTF_16_MARK,
} from "./rules.ts";

/** A document's text, and how it was got out of its bytes. */
export interface DecodedDocument {
  text: string;
  /** By its name in the Encoding Standard, as `utf-8` or `windows-1252`. */
  encoding: string;
  /** What said so. */
  from: "bom" | "header" | "declaration" | "form" | "default";
  /** What is wrong with the bytes. */
  findings: Finding[];
}

/**
 * Bytes as readers decode them: what the byte order mark says goes before what the header says, and that before the
 * declaration (RFC 7303 §3.2); with none of them it is UTF-8 (XML 1.0 §4.3.3, RFC 8259 §8.1). Never throws.
 */
export function decodeDocument(bytes: Uint8Array, contentType?: string): DecodedDocument {
  const claims = encodingClaims(bytes, contentType);
  const { encoding, from, label } = chosen(claims);
  const strict = decodeStrictly(bytes, encoding);
  const text = strict ?? new TextDecoder(encoding === "us-ascii" ? "utf-8" : encoding).decode(bytes);
  const isJson = /^\s*[{[]/.test(text);
  return {
    ...{ text, encoding, from },
    findings: [
      ...claimFaults(claims, isJson),
      ...(from === "bom" && !isJson ? secondMarkFaults(text) : []),
      ...(strict === undefined ? [undecodable(bytes, text, { encoding, from, label })] : []),
      ...latin1Faults(bytes, text, label),
      ...(isJson ? jsonFaults(claims, encoding) : []),
    ],
  };
}

/** Where bytes are controls in ISO-8859-1, and letters in the encoding that writers confuse with it. */
function latin1Faults(bytes: Uint8Array, text: string, label: string): Finding[] {
  if (!/^iso[-_]?8859-1$|^latin-?1$/i.test(label)) return [];
  const at = bytes.findIndex((byte) => byte >= 0x80 && byte <= 0x9f);
  if (at === -1) return [];
  const byte = bytes[at] ?? 0;
  const message = `the bytes are said to be ${label}, in which 0x${byte.toString(16)} is no letter; in windows-1252 it is ${letterOf(byte)}`;
  // Each byte is one character.
  return [{ ...told(ENCODING_LATIN_1, message), ...placed(text, at) }];
}

/** One mark is the encoding's; a second is a character of the document, before all that it may begin with. */
function secondMarkFaults(text: string): Finding[] {
  if (!text.startsWith("\uFEFF")) return [];
  const declared = /^\uFEFF+<\?xml\s/.test(text);
  const before = declared ? "<?xml, which has to be the very first" : "the root element";
  const rule = declared ? XML_DECLARATION_FIRST : XML_WELL_FORMED;
  return [{ ...told(rule, `a second byte order mark stands before ${before}`), ...FIRST }];
}

/** Where a character of a text is. */
function placed(text: string, at: number): Pick<Finding, "where" | "line" | "column"> {
  const { line, column } = new LinePlaces(text).of(at);
  return { where: `line ${line}, column ${column}`, line, column };
}

interface Chosen extends Pick<DecodedDocument, "encoding" | "from"> {
  /** As it was written. */
  label: string;
}

function chosen({ mark, header, declaration, form }: EncodingClaims): Chosen {
  if (mark !== undefined) return { encoding: mark, from: "bom", label: mark };
  if (form !== undefined) return { encoding: form, from: "form", label: form };
  // What can be read byte by byte is not in UTF-16, whatever header and declaration say.
  for (const [from, label] of [
    ["header", header],
    ["declaration", declaration],
  ] as const) {
    const encoding = label === undefined ? undefined : encodingNamed(label);
    if (label !== undefined && encoding !== undefined && !encoding.startsWith("utf-16"))
      return { encoding, from, label };
  }
  return { encoding: "utf-8", from: "default", label: "utf-8" };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding === "us-ascii" ? "utf-8" : encoding, {
      fatal: true,
      ignoreBOM: false,
    }).decode(bytes);
    return encoding === "us-ascii" && bytes.some((byte) => byte > 0x7f) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Where those that say the encoding name what there is not, or one another's contrary. */
function claimFaults({ mark, form, ...names }: EncodingClaims, isJson: boolean): Finding[] {
  const faults: Finding[] = [];
  const tell = (rule: Rule, message: string, where = "document") =>
    void faults.push({ ...findingOf(rule, where, message), ...(where === "document" && FIRST) });
  const named = names.declaration === undefined ? undefined : encodingNamed(names.declaration);
  const served = names.header === undefined ? undefined : encodingNamed(names.header);
  const declaration = clip(names.declaration ?? "");
  const header = clip(names.header ?? "");
  if (names.header !== undefined && served === undefined)
    tell(ENCODING_KNOWN, `the header names the charset ${header}, which nobody knows`, "Content-Type");
  if (names.declaration !== undefined && named === undefined)
    tell(ENCODING_KNOWN, `the declaration names the encoding ${declaration}, which nobody knows`);
  if (served !== undefined && named !== undefined && !isSame(served, named))
    tell(
      CHARSET_DECLARED,
      `the header says charset=${header}, and the document's declaration says ${declaration}`,
      "Content-Type",
    );
  const begins = mark ?? form;
  if (begins !== undefined && named !== undefined && !isSame(begins, named))
    tell(ENCODING_MARK, `the declaration says ${declaration}, and the bytes begin as ${begins} does`);
  if (begins !== undefined && served !== undefined && !isSame(begins, served))
    tell(ENCODING_MARK, `the header says charset=${header}, and the bytes begin as ${begins} does`, "Content-Type");
  if (begins === undefined && served?.startsWith("utf-16"))
    tell(ENCODING_MARK, `the header says charset=${header}, and the bytes are of no such form`, "Content-Type");
  if (begins === undefined && named?.startsWith("utf-16"))
    tell(ENCODING_MARK, `the declaration says ${declaration}, and the bytes are of no such form`);
  if (form !== undefined && !isJson) tell(UTF_16_MARK, `the document is in ${form}, and has no byte order mark`);
  return faults;
}

const jsonFaults = ({ mark }: EncodingClaims, encoding: string): Finding[] =>
  encoding !== "utf-8"
    ? [{ ...told(JSON_UTF_8, `the document is in ${encoding}`), ...FIRST }]
    : mark === undefined
      ? []
      : [{ ...told(JSON_MARK, "the document begins with a byte order mark"), ...FIRST }];

const FIRST = { line: 1, column: 1 };

const told = (rule: Rule, message: string): Finding => findingOf(rule, "document", message);

/** UTF-16 leaves open which bytes come first. */
const isSame = (one: string, other: string): boolean =>
  one === other || (one.startsWith("utf-16") && other.startsWith("utf-16"));

/** Where the bytes are first none of the encoding, and what they would be in the one that writers confuse with it. */
function undecodable(bytes: Uint8Array, text: string, { encoding, from, label }: Chosen): Finding {
  const lost = encoding === "utf-8" ? firstLost(bytes, text) : undefined;
  const at = lost?.at ?? (encoding === "us-ascii" ? firstBeyondAscii(text) : text.indexOf("\uFFFD"));
  const message = `the bytes are not ${label}, as ${SAID_BY[from]}${lost ? foundByte(bytes[lost.offset] ?? 0) : ""}`;
  return { ...told(ENCODING_BYTES, message), ...placed(text, Math.max(at, 0)) };
}

/** The first � that was none in the bytes: a document in UTF-8 may have some of its own, as EF BF BD. */
function firstLost(bytes: Uint8Array, text: string): { at: number; offset: number } | undefined {
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let from = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", from)) {
    offset += new TextEncoder().encode(text.slice(from, at)).length;
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return { at, offset };
    offset += 3;
    from = at + 1;
  }
  return undefined;
}

const firstBeyondAscii = (text: string): number => text.search(/[^\0-\x7f]/);

const SAID_BY: Record<DecodedDocument["from"], string> = {
  bom: "their byte order mark says they are",
  header: "the header says they are",
  declaration: "the declaration says they are",
  form: "their beginning says they are",
  default: "they have to be where nothing else is said",
};

/** As `: 0x92, which is “’” in windows-1252`. */
const foundByte = (byte: number): string =>
  `: there is a byte 0x${byte.toString(16)}, which in windows-1252 is ${letterOf(byte)}`;

/** What a byte is in windows-1252. */
function letterOf(byte: number): string {
  const letter = new TextDecoder("windows-1252").decode(Uint8Array.of(byte));
  return /[^\p{C}\p{Z}]/u.test(letter) ? letter : "no letter";
}
