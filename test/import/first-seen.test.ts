import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateUndated, FIRST_SEEN } from "../../src/import/first-seen.ts";
import type { ReadItem } from "../../src/import/source-reading.ts";

const NOW = "2026-11-26T12:00:00.000Z";
const item = (id: string, undated?: number): ReadItem => ({
  where: id,
  article: { id, ...(undated === undefined && { published_at: "2020-01-01T00:00:00Z" }) },
  notes: ["before"],
  ...(undated !== undefined && { undated }),
});
const dates = (items: ReadItem[]): unknown[] => items.map(({ article }) => article.published_at);

describe("dateUndated", () => {
  it("gives what has no date the time of now, each a second before the one above it, and says so", () => {
    const [first, second] = dateUndated([item("a", 0), item("b", 1)], () => undefined, NOW);
    expect(first).toEqual({ where: "a", article: { id: "a", published_at: NOW }, notes: ["before", FIRST_SEEN] });
    expect(second?.article.published_at).toBe("2026-11-26T11:59:59.000Z");
  });

  it("leaves what has a date as it is", () => {
    const dated = item("a");
    expect(dateUndated([dated], () => NOW, NOW)).toEqual([dated]);
  });

  it("keeps the order of a source, newest first, and changes nothing of what is stored when it is read again", () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 20 }), fc.nat(1e6), (ids, later) => {
        const items = ids.map(item);
        const once = dateUndated(items, () => undefined, NOW);
        const times = dates(once).map((date) => Date.parse(String(date)));
        expect(times).toEqual(times.toSorted((a, b) => b - a));
        expect(new Set(times).size).toBe(ids.length);
        const stored = new Map(once.map(({ article }) => [article.id, String(article.published_at)]));
        const again = dateUndated(items, (id) => stored.get(id), new Date(Date.parse(NOW) + later).toISOString());
        expect(again).toEqual(once);
      }),
    ));
});
