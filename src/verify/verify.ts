import { type Document, type Feed, FORMATS, type Format } from "../feed/feed.ts";
import { compare, type FieldDifference } from "./compare.ts";
import type { Discrepancy, Reader } from "./discrepancy.ts";
import { parseJsonStrictly } from "./parse/json.ts";
import { parseXmlStrictly } from "./parse/xml.ts";
import { readAtomStrictly } from "./read/atom.ts";
import { readJsonStrictly } from "./read/json.ts";
import { readWithLibrary } from "./read/library.ts";
import { readRssStrictly } from "./read/rss.ts";

/**
 * Reads an edition's documents back and compares every field with the feed's, as `coverage/readers-by-field.ts` says. An
 * empty list proves the edition. Never throws on a document, whatever it holds.
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

/** Reads one document back, by a strict reader of our own and, where it is XML, by `rss-parser` too. */
export async function verifyDocument(feed: Feed, { format, text }: Document): Promise<Discrepancy[]> {
  const found = (reader: Reader, list: FieldDifference[]) => list.map((one) => discrepancy(feed, format, reader, one));
  if (format === "json") {
    const parsed = parseJsonStrictly(text);
    if (parsed.status === "malformed") return found("strict-json", malformed(parsed.faults));
    return found("strict-json", [
      ...malformed(parsed.faults),
      ...compare(feed, format, "strict-json", readJsonStrictly(parsed.value)),
    ]);
  }
  const parsed = parseXmlStrictly(text);
  if (parsed.status === "malformed") return found("strict-xml", malformed(parsed.faults));
  const reading =
    format === "rss"
      ? readRssStrictly(parsed.root, parsed.instructions)
      : readAtomStrictly(parsed.root, parsed.instructions);
  const strictly = [...malformed(parsed.faults), ...compare(feed, format, "strict-xml", reading)];
  // `rss-parser` takes what is not well-formed: only after the strict reader does its word count.
  const library = await readWithLibrary(format, text);
  const byLibrary =
    library.status === "read"
      ? compare(feed, format, "rss-parser", library.reading)
      : [{ field: "document", stored: "", read: library.reason }];
  return [...found("strict-xml", strictly), ...found("rss-parser", byLibrary)];
}

const strict = (format: Format): Reader => (format === "json" ? "strict-json" : "strict-xml");

const malformed = (faults: string[]): FieldDifference[] =>
  faults.map((fault) => ({ field: "well-formed", stored: "", read: fault }));

const discrepancy = (feed: Feed, format: Format, reader: Reader, found: FieldDifference): Discrepancy => ({
  feed: feed.slug,
  format,
  ...found,
  reader,
});
