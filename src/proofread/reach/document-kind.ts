/** What a body is, by how it begins: a feed of a format, a web page, a list of feeds, nothing, or something else. */
export type DocumentKind = "rss" | "rdf" | "atom" | "json" | "page" | "opml" | "empty" | "other";

const ROOTS: Record<string, DocumentKind> = {
  rss: "rss",
  rdf: "rdf",
  feed: "atom",
  opml: "opml",
  html: "page",
  head: "page",
  body: "page",
};

export const isFeedKind = (kind: DocumentKind): boolean =>
  kind === "rss" || kind === "rdf" || kind === "atom" || kind === "json";

/** Whether it is well-formed, too, is not asked here: that is proofreading. */
export function documentKind(text: string): DocumentKind {
  const { rest, isHtml } = skipProlog(text);
  if (rest === "") return isHtml ? "page" : "empty";
  if (rest.startsWith("{"))
    return /"version"\s*:\s*"https:(?:\\?\/){2}jsonfeed\.org\\?\/version/.test(rest) ? "json" : "other";
  // No longer than the longest of the names with a prefix.
  const [, name = ""] = /^<(?:[\w.-]{1,100}:)?([\w.-]{1,100})/.exec(rest) ?? [];
  return ROOTS[name.toLowerCase()] ?? (isHtml ? "page" : "other");
}

/** XML 1.0 §2.8: declaration, comments, instructions and a document type stand before the root. */
function skipProlog(text: string): { rest: string; isHtml: boolean } {
  let rest = text.replace(/^\uFEFF/, "").trimStart();
  let isHtml = false;
  for (;;) {
    const end = prologEnd(rest);
    if (end === undefined) return { rest, isHtml };
    isHtml ||= /^<!doctype\s+html\b/i.test(rest);
    rest = rest.slice(end).trimStart();
  }
}

/** Where that which a text begins with ends, if the root does not begin here; what is not closed goes on to the end. */
function prologEnd(text: string): number | undefined {
  if (text.startsWith("<?")) return after(text, "?>");
  if (text.startsWith("<!--")) return after(text, "-->");
  if (!text.startsWith("<!")) return undefined;
  const end = after(text, ">");
  const subset = text.slice(0, end).indexOf("[");
  return subset === -1 ? end : after(text, ">", after(text, "]", subset));
}

function after(text: string, mark: string, from = 0): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}
