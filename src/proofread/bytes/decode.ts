import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
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
      ...(strict === undefined ? [undecodable(bytes, text, { encoding, from, label })] : []),
      ...latin1Faults(bytes, label),
      ...(isJson ? jsonFaults(claims, encoding) : []),
    ],
  };
}

/** Where bytes are controls in ISO-8859-1, and letters in the encoding that writers confuse with it. */
function latin1Faults(bytes: Uint8Array, label: string): Finding[] {
  if (!/^iso[-_]?8859-1$|^latin-?1$/i.test(label)) return [];
  const at = bytes.findIndex((byte) => byte >= 0x80 && byte <= 0x9f);
  if (at === -1) return [];
  const byte = bytes[at] ?? 0;
  const before = bytes.subarray(0, at);
  const line = before.reduce((count, one) => count + Number(one === 0x0a), 1);
  const column = at - before.lastIndexOf(0x0a);
  const message = `the bytes are said to be ${label}, in which 0x${byte.toString(16)} is no letter; in windows-1252 it is ${letterOf(byte)}`;
  return [{ ...told(ENCODING_LATIN_1, message), where: `line ${line}, column ${column}`, line, column }];
}

interface Chosen extends Pick<DecodedDocument, "encoding" | "from"> {
  /** As it was written. */
  label: string;
}

function chosen({ mark, header, declaration, form }: EncodingClaims): Chosen {
  if (mark !== undefined) return { encoding: mark, from: "bom", label: mark };
  const byHeader = header === undefined ? undefined : encodingNamed(header);
  if (header !== undefined && byHeader !== undefined && !form)
    return { encoding: byHeader, from: "header", label: header };
  if (form !== undefined) return { encoding: form, from: "form", label: form };
  const byDeclaration = declaration === undefined ? undefined : encodingNamed(declaration);
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  if (declaration !== undefined && byDeclaration !== undefined && !byDeclaration.startsWith("utf-16"))
    return { encoding: byDeclaration, from: "declaration", label: declaration };
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
function claimFaults({ mark, header, declaration, form }: EncodingClaims, isJson: boolean): Finding[] {
  const faults: Finding[] = [];
  const tell = (rule: Rule, message: string, where = "document") =>
    void faults.push({
      ...{ rule: rule.name, severity: rule.severity, where, message },
      ...(where === "document" && FIRST),
    });
  const named = declaration === undefined ? undefined : encodingNamed(declaration);
  const served = header === undefined ? undefined : encodingNamed(header);
  if (header !== undefined && served === undefined)
    tell(ENCODING_KNOWN, `the header names the charset ${header}, which nobody knows`, "Content-Type");
  if (declaration !== undefined && named === undefined)
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

const told = ({ name: rule, severity }: Rule, message: string) => ({ rule, severity, where: "document", message });

/** UTF-16 leaves open which bytes come first. */
const isSame = (one: string, other: string): boolean =>
  one === other || (one.startsWith("utf-16") && other.startsWith("utf-16"));

/** Where the bytes are first none of the encoding, and what they would be in the one that writers confuse with it. */
function undecodable(bytes: Uint8Array, text: string, { encoding, from, label }: Chosen): Finding {
  const at = encoding === "us-ascii" ? firstBeyondAscii(text) : text.indexOf("\uFFFD");
  const before = text.slice(0, Math.max(at, 0));
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  const message = `the bytes are not ${label}, as ${SAID_BY[from]}${encoding === "utf-8" ? foundByte(bytes, before) : ""}`;
  return { ...told(ENCODING_BYTES, message), where: `line ${line}, column ${column}`, line, column };
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
function foundByte(bytes: Uint8Array, before: string): string {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const byte = bytes[mark + new TextEncoder().encode(before).length] ?? 0;
  return `: there is a byte 0x${byte.toString(16)}, which in windows-1252 is ${letterOf(byte)}`;
}

/** What a byte is in windows-1252. */
function letterOf(byte: number): string {
  const letter = new TextDecoder("windows-1252").decode(Uint8Array.of(byte));
  return /[^\p{C}\p{Z}]/u.test(letter) ? letter : "no letter";
}
