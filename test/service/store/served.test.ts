import { beforeEach, describe, expect, it } from "vitest";
import type { Manifest } from "../../../src/edition/manifest.ts";
import type { Database } from "../../../src/service/home.ts";
import { listServed, noteServed } from "../../../src/service/store/served.ts";
import { emptyStore } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

/** Articles and their revisions, as `a1`. */
const manifest = (...names: string[]): Manifest =>
  names.map((name) => [`entry:${name[0]}`, `hash of ${name}`, name[0] ?? "", Number(name.slice(1))]);

/** Publishes editions one after the other, the first at one second. */
async function publish(feed: string, ...editions: Manifest[]): Promise<void> {
  for (const [index, one] of editions.entries()) {
    const stamp = { feed, number: index + 1, at: (index + 1) * 1_000 };
    await db.batch(noteServed(db, stamp, editions[index - 1] ?? [], one));
  }
}

describe("what was served", () => {
  it("begins and ends with the editions of a feed that had it", async () => {
    await publish("all", manifest("a1", "b1"), manifest("a2", "b1"), manifest("b1"));
    expect(await listServed(db, "a", 1, 9)).toEqual([
      { revision: 1, feed: "all", first_edition: 1, first_at: 1_000, last_edition: 1, last_at: 2_000 },
      { revision: 2, feed: "all", first_edition: 2, first_at: 2_000, last_edition: 2, last_at: 3_000 },
    ]);
    expect(await listServed(db, "b", 1, 9)).toEqual([
      { revision: 1, feed: "all", first_edition: 1, first_at: 1_000, last_edition: null, last_at: null },
    ]);
  });

  it("begins again where a revision comes back", async () => {
    await publish("all", manifest("a1"), manifest("b1"), manifest("a1", "b1"));
    expect(
      (await listServed(db, "a", 1, 1)).map(({ first_edition, last_edition }) => [first_edition, last_edition]),
    ).toEqual([
      [1, 1],
      [3, null],
    ]);
  });

  it("is each feed's own", async () => {
    await publish("all", manifest("a1"), manifest());
    await publish("sport", manifest("a1"));
    expect((await listServed(db, "a", 1, 1)).map(({ feed, last_edition }) => [feed, last_edition])).toEqual([
      ["all", 1],
      ["sport", null],
    ]);
  });

  it("is told of the revisions asked for, in their order", async () => {
    await publish("all", manifest("a1"), manifest("a2"), manifest("a3"), manifest("a4"));
    expect((await listServed(db, "a", 2, 3)).map(({ revision }) => revision)).toEqual([2, 3]);
    expect(await listServed(db, "nothing", 0, 9)).toEqual([]);
  });

  it("is not touched by another text of the same revision", async () => {
    const renamed: Manifest = [["entry:a", "another hash", "a", 1]];
    await publish("all", manifest("a1"), renamed);
    expect(await listServed(db, "a", 1, 1)).toMatchObject([{ first_edition: 1, last_edition: null }]);
  });

  it("tells ids apart that a space could run together", async () => {
    const spaced: Manifest = [
      ["e1", "h", "1 a", 2],
      ["e2", "h", "a", 2],
    ];
    await publish("all", spaced, [["e1", "h", "1 a", 2]]);
    expect(await listServed(db, "1 a", 2, 2)).toMatchObject([{ last_edition: null }]);
    expect(await listServed(db, "a", 2, 2)).toMatchObject([{ last_edition: 1 }]);
  });
});
