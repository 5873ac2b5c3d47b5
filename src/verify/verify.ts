import { type Document, type Feed, FORMATS, type Format } from "../feed/feed.ts";
import { compare, type Found } from "./compare.ts";
import type { Discrepancy, Reader } from "./discrepancy.ts";
import { parseJson } from "./parse/json.ts";
import { parseXml } from "./parse/xml.ts";
import { readAtom } from "./read/atom.ts";
import { readJson } from "./read/json.ts";
import { readWithLibrary } from "./read/library.ts";
import { readRss } from "./read/rss.ts";

/**
 * Reads an edition's documents back and compares every field with the feed's (see `coverage.ts`). No discrepancy: proved.
 * Never throws on a document, whatever it holds.
 */
export async function verifyEdition(feed: Feed, documents: Document[]): Promise<Discrepancy[]> {
  const missing = FORMATS.filter((format) => !documents.some((document) => document.format === format));
  const repeated = documents.filter(
    ({ format }, index) => documents.findIndex((other) => other.format === format) < index,
  );
  return [
    ...missing.map((format) =>
      discrepancy(feed, format, strict(format), { field: "document", stored: feed.self[format], read: "" }),
    ),
    ...repeated.map(({ format }) =>
      discrepancy(feed, format, strict(format), { field: "document", stored: "one", read: "several" }),
    ),
    ...(await Promise.all(documents.map((document) => verifyDocument(feed, document)))).flat(),
  ];
}

/** The same for one document. */
export async function verifyDocument(feed: Feed, { format, text }: Document): Promise<Discrepancy[]> {
  const found = (reader: Reader, list: Found[]) => list.map((one) => discrepancy(feed, format, reader, one));
  if (format === "json") {
    const parsed = parseJson(text);
    if (parsed.status === "malformed") return found("strict-json", malformed(parsed.faults));
    return found("strict-json", [
      ...malformed(parsed.faults),
      ...compare(feed, format, "strict-json", readJson(parsed.value)),
    ]);
  }
  const parsed = parseXml(text);
  if (parsed.status === "malformed") return found("strict-xml", malformed(parsed.faults));
  const reading =
    format === "rss" ? readRss(parsed.root, parsed.instructions) : readAtom(parsed.root, parsed.instructions);
  const strictly = [...malformed(parsed.faults), ...compare(feed, format, "strict-xml", reading)];
  // `rss-parser` takes what is not well-formed, so it is asked last, and never alone.
  const library = await readWithLibrary(format, text);
  const byLibrary =
    library.status === "read"
      ? compare(feed, format, "rss-parser", library.reading)
      : [{ field: "document", stored: "", read: library.reason }];
  return [...found("strict-xml", strictly), ...found("rss-parser", byLibrary)];
}

const strict = (format: Format): Reader => (format === "json" ? "strict-json" : "strict-xml");

const malformed = (faults: string[]): Found[] =>
  faults.map((fault) => ({ field: "well-formed", stored: "", read: fault }));

const discrepancy = (feed: Feed, format: Format, reader: Reader, found: Found): Discrepancy => ({
  feed: feed.slug,
  format,
  ...found,
  reader,
});
