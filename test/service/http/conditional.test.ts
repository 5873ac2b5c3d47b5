import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entityTags, isNotModified } from "../../../src/service/http/conditional.ts";
import { quickest } from "../../quickest.ts";

/** RFC 9110 §8.8.3: what may stand between a tag's quotes. */
const etagc = fc.integer({ min: 0x21, max: 0xff }).filter((code) => code !== 0x22 && code !== 0x7f);
const opaque = fc.array(etagc.map((code) => String.fromCharCode(code))).map((units) => units.join(""));
const tag = fc.tuple(fc.constantFrom("", "W/"), opaque).map(([weak, text]) => ({ text, sent: `${weak}"${text}"` }));
const separator = fc.stringMatching(/^[ \t]{0,2},[ \t,]{0,3}$/);
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(fc.constantFrom('"', "W/", ",", " ", "\t", "a", "*", "\\"), { maxLength: 60 })
    .map((parts) => parts.join("")),
);
const validators = { etag: "0123456789abcdef01234567", modified: Date.UTC(2026, 0, 1) };

describe("a list of entity tags", () => {
  it("is read back as it was written (RFC 9110 §8.8.3, §5.6.1)", () =>
    fc.assert(
      fc.property(fc.array(tag), separator, (tags, between) => {
        expect(entityTags(tags.map(({ sent }) => sent).join(between))).toEqual(tags.map(({ text }) => text));
      }),
    ));

  it("never throws, and finds no tag that does not stand there in quotes", () =>
    fc.assert(
      fc.property(anything, (header) => {
        for (const found of entityTags(header)) expect(header).toContain(`"${found}"`);
      }),
    ));

  it("is read in a time that grows with its length, whatever it holds", async () => {
    for (const part of ['"', '",', 'W/"', " ", '" ', '"a" ', ', "']) {
      const time = (length: number) => quickest(() => entityTags(part.repeat(length)));
      // A tenfold length: the square of it would be a hundredfold time, and here many seconds.
      expect((await time(200_000)) / Math.max(1, await time(20_000)), part).toBeLessThan(100);
    }
  });
});

describe("a condition", () => {
  /** No `Headers`: workerd's warn of every value that is not ASCII. */
  const ask = (headers: Record<string, string>) =>
    isNotModified({ get: (name: string) => headers[name] ?? null } as Headers, validators);

  it("never throws, and matches nothing that does not hold the tag (RFC 9110 §13.1.2)", () =>
    fc.assert(
      fc.property(anything, (header) => {
        expect(ask({ "if-none-match": header })).toBe(header.trim() === "*");
      }),
    ));

  it("matches a list that holds the tag, among whatever tags (RFC 9110 §13.1.2)", () =>
    fc.assert(
      fc.property(fc.array(tag), fc.array(tag), separator, (before, after, between) => {
        const list = [...before, { sent: `"${validators.etag}"` }, ...after].map(({ sent }) => sent).join(between);
        expect(ask({ "if-none-match": list })).toBe(true);
      }),
    ));

  it("never throws on what is no date, and ignores it (RFC 9110 §13.1.3)", () =>
    fc.assert(
      fc.property(anything, (header) => {
        expect(ask({ "if-modified-since": header })).toBe(false);
      }),
    ));

  it("takes every second for what it is (RFC 9110 §5.6.7)", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
        const date = new Date(seconds * 1000);
        expect(ask({ "if-modified-since": date.toUTCString() })).toBe(date.getTime() >= validators.modified);
      }),
    ));
});
