import { describe, expect, it, test } from "vitest";
import { FORMATS, type Format } from "../../../src/feed/feed.ts";
import { isCarried, type NotCarried, type Proof } from "../../../src/verify/coverage/field.ts";
import { CONSTANTS, COVERAGE } from "../../../src/verify/coverage/readers-by-field.ts";
import type { Reader, Value } from "../../../src/verify/discrepancy.ts";
import { type ParsedElement, parseXmlStrictly } from "../../../src/verify/parse/xml.ts";
import { readAtomStrictly } from "../../../src/verify/read/atom.ts";
import { readJsonStrictly } from "../../../src/verify/read/json.ts";
import { readWithLibrary } from "../../../src/verify/read/library.ts";
import type { Reading } from "../../../src/verify/read/reading.ts";
import { readRssStrictly } from "../../../src/verify/read/rss.ts";
import { golden } from "../documents.ts";
import { deletedEntry, extras, fullEntry, sampleFeed } from "../sample.ts";

type Lines = Record<string, Proof<never>[] | NotCarried>;
const SCOPES = ["feed", "entry"] as const;
const table = (format: Format, scope: (typeof SCOPES)[number]) => Object.entries(COVERAGE[format][scope] as Lines);

/** Carried by no document, and why: the slug is part of every URL of the feed, and there it is proved. */
const NOWHERE = ["slug", "publisher.email"];

describe("the model's fields", () => {
  const { entries: _, ...feed } = sampleFeed;
  const image = { ...fullEntry.images[0], ...extras.image };
  const fields = [
    ...leaves({ ...feed, ...extras.feed }).map((field) => ["feed", field] as const),
    ...leaves({ ...fullEntry, ...extras.entry, images: [image], deleted: deletedEntry.deleted }).map(
      (field) => ["entry", field] as const,
    ),
  ];

  it.each(fields)("%s: %s is proved in at least one format", (scope, field) => {
    const proofs = FORMATS.flatMap((format) =>
      table(format, scope).filter(([name, line]) => name === field && isCarried(line)),
    );
    expect(proofs.length > 0).toBe(!NOWHERE.includes(field));
  });

  it("all stand in the table, and nothing else does", () => {
    for (const format of FORMATS)
      for (const scope of SCOPES)
        expect(
          table(format, scope)
            .map(([field]) => field)
            .sort(),
        ).toEqual(
          [...fields]
            .filter(([of]) => of === scope)
            .map(([, field]) => field)
            .concat(scope === "feed" ? ["publisher.email"] : [])
            .sort(),
        );
  });
});

test("every field of the table has a proof, or a reason for having none", () => {
  const lines = FORMATS.flatMap((format) => SCOPES.flatMap((scope) => table(format, scope)));
  expect(lines.length).toBeGreaterThan(100);
  for (const [field, line] of lines)
    if (isCarried(line))
      expect(
        line.flatMap(({ readers }) => readers),
        field,
      ).not.toEqual([]);
    else expect(line.because.length, field).toBeGreaterThan(10);
});

/** What a reader gives of its own accord, beyond the model: it is compared all the same. */
const READINGS: [Format, Reader, () => Promise<Reading>][] = [
  ["rss", "strict-xml", async () => readRssStrictly(...tree("rss"))],
  ["atom", "strict-xml", async () => readAtomStrictly(...tree("atom"))],
  ["json", "strict-json", async () => readJsonStrictly(JSON.parse(golden("json")) as Value)],
  ["rss", "rss-parser", () => library("rss")],
  ["atom", "rss-parser", () => library("atom")],
];

test.each(READINGS)(
  "%s: %s is asked for all that it reads, and reads all that it is asked for",
  async (format, reader, read) => {
    const reading = await read();
    const places = (scope: (typeof SCOPES)[number]) =>
      table(format, scope).flatMap(([, line]) =>
        isCarried(line) ? line.filter(({ readers }) => readers.includes(reader)).map(({ place }) => place) : [],
      );
    const constants = reader === "rss-parser" ? [] : Object.keys(CONSTANTS[format]);
    expect(Object.keys(reading.feed).sort()).toEqual([...new Set([...places("feed"), ...constants])].sort());
    expect(Object.keys(reading.entries[0] ?? {}).sort()).toEqual([...new Set(places("entry"))].sort());
  },
);

function tree(format: Format): [ParsedElement, string[]] {
  const parsed = parseXmlStrictly(golden(format));
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  return [parsed.root, parsed.instructions];
}

async function library(format: "rss" | "atom"): Promise<Reading> {
  const read = await readWithLibrary(format, golden(format));
  if (read.status === "failed") throw new Error(read.reason);
  return read.reading;
}

/** `a`, and `b.c` for an object or a list of objects. */
function leaves(model: object): string[] {
  return Object.entries(model).flatMap(([key, value]) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === "object" && first !== null ? Object.keys(first).map((sub) => `${key}.${sub}`) : [key];
  });
}
