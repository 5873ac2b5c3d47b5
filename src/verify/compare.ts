import { onceEachWay } from "../article/once-each.ts";
import type { Entry, Feed, Format } from "../feed/feed.ts";
import { type Coverage, isCarried, type Proof } from "./coverage/field.ts";
import { CONSTANTS, COVERAGE } from "./coverage/readers-by-field.ts";
import { type Discrepancy, type Reader, sameValue, showValue, type Value } from "./discrepancy.ts";
import type { Places, Reading } from "./read/reading.ts";

/** A field that was read otherwise than it is stored: a discrepancy, without what all of one document share. */
export type FieldDifference = Omit<Discrepancy, "feed" | "format" | "reader">;

/** Everything in which one reader's reading differs from the feed. */
export function compare(feed: Feed, format: Format, reader: Reader, reading: Reading): FieldDifference[] {
  // `rss-parser` does not see tombstones (RFC 6721).
  const entries =
    format === "atom" && reader === "rss-parser" ? feed.entries.filter(({ deleted }) => !deleted) : feed.entries;
  const ids = { stored: entries.map(({ id }) => id), read: reading.entries.map(({ id }) => id) };
  const read = new Map(reading.entries.map((places) => [places.id, places]));
  const feedProofs = proofsOf(COVERAGE[format].feed, reader);
  const entryProofs = proofsOf(COVERAGE[format].entry, reader);
  const way = `${format} ${reader} ${feed.language}`;
  return [
    ...(reader === "rss-parser" ? [] : compareConstants(CONSTANTS[format], reading.feed)),
    ...compareFields(feedProofs, valuesOf(feedProofs, feed, feed), reading.feed),
    ...compareIds(ids.stored, ids.read),
    ...entries.flatMap((entry) => {
      const places = read.get(entry.id);
      if (!places) return [];
      const stored = storedOf(entry, way, () => valuesOf(entryProofs, entry, feed));
      return compareFields(entryProofs, stored, places).map((found) => ({ ...found, entry: entry.id }));
    }),
    ...reading.unexpected.map((left) => ({ ...left, stored: "" })),
  ];
}

const compareConstants = (constants: Places, places: Places): FieldDifference[] =>
  Object.entries(constants).flatMap(([place, stored]) =>
    sameValue(stored, places[place])
      ? []
      : [{ field: place, stored: showValue(stored), read: showValue(places[place]) }],
  );

function compareIds(stored: string[], read: Value[]): FieldDifference[] {
  if (sameValue(stored, read)) return [];
  const missing = stored.filter((id) => !read.includes(id));
  const extra = read.filter((id, index) => !stored.includes(id as string) || read.indexOf(id) !== index);
  const found = [
    ...missing.map((id) => ({ entry: id, field: "id", stored: id, read: "" })),
    ...extra.map((id) => ({ entry: showValue(id), field: "id", stored: "", read: showValue(id) })),
  ];
  return found.length > 0
    ? found
    : [{ field: "entries", stored: stored.join(" "), read: read.map(showValue).join(" ") }];
}

type FieldProof<Model> = [field: string, proof: Proof<Model>];

const proofsOf = <Model>(coverage: Coverage<Model>, reader: Reader): FieldProof<Model>[] =>
  Object.entries<Coverage<Model>[keyof Coverage<Model>]>(coverage).flatMap(([field, line]) =>
    isCarried(line)
      ? line.filter(({ readers }) => readers.includes(reader)).map((proof): FieldProof<Model> => [field, proof])
      : [],
  );

/**
 * What the places of an entry have to say. It depends on nothing of the feed but the language, and is remembered: it is stored. What was
 * read never is.
 */
const storedOf = onceEachWay<Entry, Value[]>();

const valuesOf = <Model>(proofs: FieldProof<Model>[], model: Model, feed: Feed): Value[] =>
  proofs.map(([, { stored }]) => stored(model, feed));

const compareFields = <Model>(proofs: FieldProof<Model>[], values: Value[], places: Places): FieldDifference[] =>
  proofs.flatMap(([field, { place }], index) => {
    const [stored, read] = [values[index], places[place]];
    return sameValue(stored, read) ? [] : [{ field, stored: showValue(stored), read: showValue(read) }];
  });
