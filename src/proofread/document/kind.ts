/** What a document seems to be, by how it begins. */
type SeemingKind = "empty" | "html" | "json" | "xml" | "other";

export function seemingKindOf(text: string): SeemingKind {
  const start = beginningOf(text);
  if (start === "") return "empty";
  if (/^[{[]/.test(start)) return "json";
  if (/^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(start)) return "html";
  return text.includes("<") ? "xml" : "other";
}

/** Characters: what comes after so many of them says no more about what a document is. */
const BEGINNING = 200;

/** The first that is neither white space, nor a comment, nor an instruction. */
function beginningOf(text: string): string {
  let at = 0;
  for (;;) {
    const space = text.slice(at).search(/[^\s\uFEFF]/);
    if (space === -1) return "";
    at += space;
    const end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : undefined;
    const after = end === undefined ? -1 : text.indexOf(end, at);
    if (end === undefined || after === -1) return text.slice(at, at + BEGINNING).trim();
    at = after + end.length;
  }
}

/** What a document that is no text is known to be by its first bytes, even where they were decoded as text. */
export function binaryName(text: string): string | undefined {
  return SIGNATURES.find(([signature]) => signature.test(text.slice(0, 8)))?.[1];
}

const SIGNATURES: [RegExp, string][] = [
  [/^%PDF-/, "a PDF"],
  [/^\x1f[\x8b\uFFFD]/, "compressed by gzip"],
  [/^PK\x03\x04/, "a ZIP archive"],
  [/^.PNG/, "a picture (PNG)"],
  [/^GIF8/, "a picture (GIF)"],
  [/^.{6}JFIF/, "a picture (JPEG)"],
];
