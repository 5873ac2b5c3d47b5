import { describe, expect, it } from "vitest";
import { LIST_CACHE_CONTROL } from "../../src/service/pages/files/files.ts";
import { PAGE_CACHE_CONTROL } from "../../src/service/pages/pages.tsx";
import { KEEP_ARCHIVE, KEEP_DOCUMENT } from "../../src/service/poll/documents.ts";
import { MEMORY_BOUND, SHARED_COPY_BOUND } from "../../src/service/shared-copies.ts";
import { tablesOf } from "./readme.ts";

/** Seconds for which whoever asked may use an answer: fresh, and stale while it asks again. */
const keptFor = (directives: string): number =>
  [...directives.matchAll(/(?:max-age|stale-while-revalidate)=(\d+)/g)].reduce(
    (sum, [, seconds]) => sum + Number(seconds),
    0,
  );

const BOUNDS: [copy: RegExp, seconds: number][] = [
  [/^in an instance's memory/, MEMORY_BOUND / 1_000],
  [/^in shared caches/, SHARED_COPY_BOUND / 1_000],
  [/^in a reader's own cache: a document/, keptFor(KEEP_DOCUMENT)],
  [/^in a reader's own cache: a page of the archive/, keptFor(KEEP_ARCHIVE)],
  [/^in a browser's cache: a page for people/, keptFor(PAGE_CACHE_CONTROL)],
  [/^in a browser's cache: a list/, keptFor(LIST_CACHE_CONTROL)],
];

/** The rows of the README's table: a kind of copy, and seconds. */
const stated = tablesOf("src/service/api/README.md")
  .filter(([head]) => head?.[1] === "gone after at most")
  .flatMap(([, ...rows]) => rows)
  .map(([copy = "", bound = ""]): [string, number] => {
    const [, count, unit] = /^(\d+) (second|minute)s?$/.exec(bound) ?? [];
    return [copy, Number(count) * (unit === "minute" ? 60 : 1)];
  });

describe("how long what was taken back may live", () => {
  it("is stated for each kind of copy, as the code has it", () => {
    expect(stated.length).toBe(BOUNDS.length);
    for (const [index, [copy, seconds]] of stated.entries()) {
      expect(copy).toMatch(BOUNDS[index]?.[0] ?? /never/);
      expect([copy, seconds]).toEqual([copy, BOUNDS[index]?.[1]]);
    }
  });
});
