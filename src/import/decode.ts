import { looksTwiceEncoded, repairTwiceEncoded, withoutControls } from "./twice-encoded.ts";

/** Text, and what had to be decided to get it. */
export interface Decoded {
  text: string;
  notes: string[];
}

/**
 * Bytes to text. A byte order mark wins, then the HTTP charset, then the XML declaration (RFC 7303 §3); what cannot be
 * read as declared is read as UTF-8, and what is no UTF-8 as windows-1252, which knows every byte. What was encoded twice is repaired
 * where all of it was.
 */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const { text, notes } = decodeOnce(bytes, contentType);
  const repaired = repairTwiceEncoded(text);
  if (repaired !== null)
    return { text: withoutControls(repaired), notes: [...notes, "its text had been encoded twice, and is repaired"] };
  return { text: withoutControls(text), notes: looksTwiceEncoded(text) ? [...notes, KEPT] : notes };
}

const KEPT = "its text looks as if it had been encoded twice before it got here; it is kept as it is";

function decodeOnce(bytes: Uint8Array, contentType: string | undefined): Decoded {
  const mark = byteOrderMark(bytes) ?? wideXml(bytes, contentType);
  if (mark?.startsWith("utf-32")) return { text: unmark(decodeUtf32(bytes, mark === "utf-32le")), notes: [] };
  if (mark) return { text: unmark(new TextDecoder(mark).decode(bytes)), notes: [] };
  const declared = charset(contentType) ?? xmlEncoding(bytes);
  const notes: string[] = [];
  for (const label of new Set([declared?.toLowerCase() ?? "utf-8", "utf-8"])) {
    const text = tryDecode(bytes, label);
    if (text !== null) return { text: unmark(text), notes };
    notes.push(`says that it is ${label}, which it is not`);
  }
  return { text: new TextDecoder("windows-1252").decode(bytes), notes: [...notes, "read as windows-1252"] };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return "utf-32be";
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return "utf-32le";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return undefined;
}

/** XML 1.0 appendix F.1: without a mark, the first `<` shows how wide the characters are. */
function wideXml(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0 && second === 0 && third === 0 && fourth === 0x3c) return "utf-32be";
  if (first === 0x3c && second === 0 && third === 0 && fourth === 0) return "utf-32le";
  if (charset(contentType)) return undefined;
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  return undefined;
}

const charset = (contentType = ""): string | undefined => /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];

/** The declaration is ASCII in every encoding that has no mark; some feeds put blank lines before it. */
function xmlEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 500));
  const label = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
  // Bytes that could be read this far have one byte a letter, whatever the declaration says.
  return label && /^(utf-?(16|32)|ucs-?[24]|iso-10646)/i.test(label) ? undefined : label;
}

/** Null for an encoding that nobody knows, or UTF-8 that is none. Other encodings cannot fail where it matters. */
function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** No `TextDecoder` knows it. What is no character is U+FFFD; bytes at the end that are too few for one are passed over. */
function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    const isNone = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
    characters.push(isNone ? "\uFFFD" : String.fromCodePoint(code));
  }
  return characters.join("");
}

const unmark = (text: string): string => text.replace(/^\uFEFF/, "");
