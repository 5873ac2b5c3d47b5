import { describe, expect, it, test } from "vitest";
import { type Document, FORMATS, type Format } from "../../../src/feed/feed.ts";
import { isCarried, type NotCarried, type Proof } from "../../../src/verify/coverage/field.ts";
import { COVERAGE } from "../../../src/verify/coverage/readers-by-field.ts";
import { verifyDocument } from "../../../src/verify/verify.ts";
import { partnerSources, sources, wireSources } from "../documents.ts";
import { jsonMutants } from "../mutants/json.ts";
import { xmlMutants } from "../mutants/xml.ts";
import { extras, partnerFeed, sampleFeed, wireFeed } from "../sample.ts";

/** For a place, documents that differ from a good one in this place alone. */
const mutants = (format: Format, scope: "feed" | "entry", place: string, text: string): [string, string][] =>
  format === "json" ? jsonMutants(scope, place, text) : xmlMutants(format, scope, place, text);

const cases = FORMATS.flatMap((format) =>
  (["feed", "entry"] as const).flatMap((scope) =>
    Object.entries(COVERAGE[format][scope] as Record<string, Proof<never>[] | NotCarried>).flatMap(([field, line]) =>
      isCarried(line) ? line.map(({ place, readers }) => ({ format, scope, field, place, readers })) : [],
    ),
  ),
);

/** These stand in partners' feeds only. */
const FOR_PARTNERS = {
  feed: Object.keys(extras.feed),
  entry: [...Object.keys(extras.entry), ...Object.keys(extras.image).map((field) => `images.${field}`)],
};

const textsOf = (documents: Document[] = []): Record<Format, string> =>
  Object.fromEntries(documents.map(({ format, text }) => [format, text])) as Record<Format, string>;

describe.each(Object.keys(sources))("one place changed in an edition %s: refused, and the field named", (source) => {
  const [sample, wire] = [textsOf(sources[source]), textsOf(wireSources[source])];
  const partner = textsOf(partnerSources[source]);

  it.each(cases)("$format $scope $field in $place", async ({ format, scope, field, place, readers }) => {
    // What tells of deletions stands in feeds for machines only.
    const [feed, texts] = field.startsWith("deleted.")
      ? [wireFeed, wire]
      : FOR_PARTNERS[scope].includes(field)
        ? [partnerFeed, partner]
        : [sampleFeed, sample];
    const changed = mutants(format, scope, place, texts[format]);
    expect(changed.length).toBeGreaterThan(0);
    for (const [what, text] of changed) {
      expect(text, what).not.toBe(texts[format]);
      const found = await verifyDocument(feed, { format, text });
      expect(
        found.map((discrepancy) => discrepancy.field),
        what,
      ).toContain(field);
      // A change is seen by every reader that the table says proves the place.
      const named = found.filter((discrepancy) => discrepancy.field === field).map(({ reader }) => reader);
      if (what === "changed") for (const reader of readers) expect(named, `${what}, by ${reader}`).toContain(reader);
    }
  });
});

test("there are cases for every format", () => {
  for (const format of FORMATS) expect(cases.filter((one) => one.format === format).length).toBeGreaterThan(30);
});
