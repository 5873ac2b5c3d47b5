import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SealedDocument } from "../../../src/edition/seal.ts";
import { FORMATS } from "../../../src/feed/feed.ts";
import { nextValidators, sameValidators } from "../../../src/service/jobs/validators.ts";
import type { CurrentEdition } from "../../../src/service/store/validators.ts";

const NOW = Date.UTC(2026, 2, 1, 8, 0, 5, 678);
const SECOND = Math.floor(NOW / 1000) * 1000;

const documents = (rss: string, atom = rss, json = rss): SealedDocument[] => {
  const etags = { rss, atom, json };
  return FORMATS.map((format) => ({ format, text: "", entries: [], etag: etags[format] }));
};

const current = (etag: string, modified: number, more: object = {}): CurrentEdition => {
  const one = { etag, modified, ...more };
  return { number: 1, validators: { rss: one, atom: one, json: one } };
};

describe("the validators of an edition", () => {
  it("of the first are its tags, and the whole second that is past (RFC 9110 §8.8.2.1)", () => {
    expect(nextValidators(documents("a", "b", "c"), null, NOW)).toEqual({
      rss: { etag: "a", modified: SECOND },
      atom: { etag: "b", modified: SECOND },
      json: { etag: "c", modified: SECOND },
    });
  });

  it("of the same bytes are the same, whatever the time and whatever else they say", () => {
    const old = current("a", SECOND - 60_000, { sizes: { br: 7 } });
    expect(nextValidators(documents("a"), old, NOW)).toEqual(old.validators);
  });

  it("of one format's new bytes are new in that format alone", () => {
    const old = current("a", SECOND - 60_000);
    expect(nextValidators(documents("a", "b", "a"), old, NOW)).toEqual({
      ...old.validators,
      atom: { etag: "b", modified: SECOND },
    });
  });

  it("of a size that is no longer true keep nothing", () => {
    const next = nextValidators(documents("b"), current("a", 0, { sizes: { br: 7 } }), NOW);
    expect(next.rss).toEqual({ etag: "b", modified: SECOND });
  });

  it.each([
    ["within the second of the last one", SECOND, SECOND + 1000],
    ["with a clock that was set back", SECOND + 3_600_000, SECOND + 3_601_000],
  ])("move Last-Modified by a second at least: %s", (_, last, modified) => {
    expect(nextValidators(documents("b"), current("a", last), NOW).rss.modified).toBe(modified);
  });

  it("never make Last-Modified go back or stand still where the bytes change, nor tell a part of a second", () => {
    const time = fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 4_102_444_800_000 }), (last, now) => {
        const { modified } = nextValidators(documents("b"), current("a", last), now).rss;
        expect(modified).toBeGreaterThan(last);
        expect(modified % 1000).toBe(0);
        expect(modified).toBeLessThanOrEqual(Math.max(now, last + 1000));
      }),
    );
  });
});

describe("an edition", () => {
  it("is the same where every format's tag is, whatever its dates", () => {
    const { validators } = current("a", SECOND);
    expect(sameValidators(current("a", 0), validators)).toBe(true);
  });

  it.each(FORMATS)("is another where the tag of %s is", (format) => {
    const { validators } = current("a", 0);
    expect(sameValidators(current("a", 0), { ...validators, [format]: { etag: "b", modified: 0 } })).toBe(false);
  });

  it("is another than none", () => {
    expect(sameValidators(null, current("a", 0).validators)).toBe(false);
  });
});
