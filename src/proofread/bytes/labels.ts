/** What says in which encoding a document is. */
export interface EncodingClaims {
  /** `charset` of its `Content-Type`. */
  header?: string;
  /** Of its XML declaration. */
  declaration?: string;
  /** Of its byte order mark, or of how it begins (XML 1.0, appendix F). */
  mark?: string;
  form?: string;
}

/** @param contentType as it was served, if it was */
export function encodingClaims(bytes: Uint8Array, contentType: string | undefined): EncodingClaims {
  const mark = markOf(bytes);
  const form = mark === undefined ? formOf(bytes) : undefined;
  const wide = mark ?? form;
  const head = new TextDecoder(wide?.startsWith("utf-16") ? wide : "latin1").decode(bytes.subarray(0, MOST_HEAD));
  const declaration = /^(?:\uFEFF|ï»¿)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)/.exec(head)?.[1];
  return { header: charsetOf(contentType), declaration, mark, form };
}

/** Bytes: a declaration that is longer says nothing that anybody reads. */
const MOST_HEAD = 500;

/** RFC 8259 §11: the types of JSON have no charset, and one that is given changes nothing. */
const charsetOf = (contentType = ""): string | undefined =>
  /^[^;]*json\s*(?:;|$)/i.test(contentType) ? undefined : /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xff && b === 0xfe ? "utf-16le" : undefined;
}

/** UTF-16 without a byte order mark: what documents begin with, and a zero beside it. */
function formOf([a, b]: Uint8Array): string | undefined {
  if (a === 0 && BEGINNINGS.has(b)) return "utf-16be";
  return b === 0 && BEGINNINGS.has(a) ? "utf-16le" : undefined;
}

/** `<`, `{`, `[`, or white space before them. */
const BEGINNINGS = new Set<number | undefined>([0x3c, 0x7b, 0x5b, 0x20, 0x09, 0x0a, 0x0d]);

/** The encoding that a label means (Encoding Standard §4.2); undefined where there is none. */
export function encodingNamed(label: string): string | undefined {
  // The standard takes ASCII for windows-1252; who declares it promises less.
  if (/^(?:us-)?ascii$/i.test(label)) return "us-ascii";
  // Of UTF-16 the label leaves open which bytes come first.
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
