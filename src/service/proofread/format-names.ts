/** Formats as people call them. */
export const FORMAT_NAMES: Record<string, string> = {
  rss: "RSS",
  rdf: "RSS 1.0",
  atom: "Atom",
  entry: "Atom entry",
  json: "JSON Feed",
};
