import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseCoding } from "../../../src/service/http/coding.ts";
import { CODINGS, type Coding } from "../../../src/service/store/codings.ts";

const name = fc.constantFrom("br", "gzip", "x-gzip", "identity", "*", "zstd", "deflate", "__proto__", "");
const q = fc.oneof(
  fc.constantFrom("0", "0.0", "0.001", "0.5", "1", "1.000", "2", "-1", "NaN", "1e3", "", "Infinity"),
  fc.string({ maxLength: 4 }),
);
const part = fc
  .tuple(name, fc.option(q))
  .map(([coding, weight]) => (weight === null ? coding : `${coding};q=${weight}`));
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(part, { maxLength: 8 }).map((parts) => parts.join(", ")),
);
const stored = fc.constantFrom<readonly Coding[]>(CODINGS, ["gzip", "identity"]);

describe("the coding of an answer (RFC 9110 §12.5.3)", () => {
  it("is always one that is stored, and choosing never throws", () =>
    fc.assert(
      fc.property(fc.option(anything), stored, (header, codings) => {
        expect(codings).toContain(chooseCoding(header, codings));
      }),
    ));

  it("is never one that the client did not name", () =>
    fc.assert(
      fc.property(anything, (header) => {
        const coding = chooseCoding(header);
        if (coding === "identity" || header.includes("*")) return;
        expect(header.toLowerCase()).toContain(coding);
      }),
    ));

  it("is never one that is refused, but for identity where all are", () =>
    fc.assert(
      fc.property(fc.subarray([...CODINGS]), (refused) => {
        const coding = chooseCoding([...refused.map((one) => `${one};q=0`), "*"].join(", "));
        expect(
          refused.length === CODINGS.length ? ["identity"] : CODINGS.filter((one) => !refused.includes(one)),
        ).toContain(coding);
      }),
    ));

  it("is the one of the greatest weight", () => {
    const weights = fc.tuple(...CODINGS.map(() => fc.integer({ min: 1, max: 1000 })));
    fc.assert(
      fc.property(weights, (thousandths) => {
        const header = CODINGS.map((one, index) => `${one};q=${((thousandths[index] ?? 0) / 1000).toFixed(3)}`).join(
          ",",
        );
        const chosen = chooseCoding(header);
        expect(thousandths[CODINGS.indexOf(chosen)]).toBe(Math.max(...thousandths));
      }),
    );
  });
});
