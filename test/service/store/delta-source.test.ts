import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { DELTA_EDITIONS, dropManifest, findDeltaSource } from "../../../src/service/store/delta-source.ts";
import { emptyStore, insert, insertEdition, select } from "./rows.ts";

const CURRENT = 100;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  for (const [number, tag] of [
    [CURRENT - DELTA_EDITIONS - 1, "too old"],
    [CURRENT - DELTA_EDITIONS, "oldest"],
    [CURRENT - 2, "before"],
    [CURRENT - 1, "again"],
    [CURRENT, "current"],
  ] as const) {
    const validators = { rss: { etag: tag, modified: 0 }, atom: { etag: `atom ${tag}`, modified: 0 } };
    const manifest = JSON.stringify([["a", `hash ${number}`, "a", 1]]);
    await insertEdition(db, "all", number, { validators: JSON.stringify(validators), manifest });
  }
  await insertDocument("rss", "[[5,9]]");
});

const insertDocument = (format: string, spans: string) =>
  insert(db, "document", { feed: "all", edition: CURRENT, format, coding: "identity", part: 0, body: "text", spans });

const find = (etag: string, more: object = {}) =>
  findDeltaSource(db, { slug: "all", edition: CURRENT, format: "rss", from: { etag }, ...more });

const source = (base: number) => ({
  base: [["a", `hash ${base}`, "a", 1]],
  manifest: [["a", `hash ${CURRENT}`, "a", 1]],
  spans: [[5, 9]],
});

describe("what a delta is made of", () => {
  it("is what stood in the reader's edition, and what stands where in the current one", async () => {
    expect(await find("before")).toEqual(source(CURRENT - 2));
    expect(await find("oldest")).toEqual(source(CURRENT - DELTA_EDITIONS));
  });

  it.each([
    ["is of no kept edition", "unknown", {}],
    ["is of an edition that is too old", "too old", {}],
    ["is the current one's: there is nothing to tell", "current", {}],
    ["is another format's", "atom before", {}],
    ["is another feed's", "before", { slug: "sport" }],
    ["is older than an edition that is gone", "before", { edition: CURRENT + 1 }],
    ["holds a quote", "bef'ore", {}],
  ])("is nothing where the tag %s", async (_, etag, more) => {
    expect(await find(etag, more)).toBeNull();
  });

  it("is of the format that is asked for", async () => {
    await insertDocument("atom", "[[1,2]]");
    expect(await find("atom before", { format: "atom" })).toEqual({ ...source(CURRENT - 2), spans: [[1, 2]] });
  });

  it("starts from the newest of the editions that had the tag: bytes can come again", async () => {
    const again = JSON.stringify({ rss: { etag: "before", modified: 1 } });
    await db
      .prepare("UPDATE edition SET validators = ? WHERE number = ?")
      .bind(again, CURRENT - 1)
      .run();
    expect(await find("before")).toEqual(source(CURRENT - 1));
  });

  it("is dropped with the edition from which none starts any more, which stays in the history", async () => {
    const number = CURRENT - DELTA_EDITIONS;
    await dropManifest(db, "all", CURRENT + 1).run();
    expect(await find("oldest")).toBeNull();
    const rows = await select(db, "SELECT number, manifest IS NULL AS dropped FROM edition ORDER BY number");
    expect(rows).toHaveLength(5);
    expect(rows.filter((row) => (row as { dropped: number }).dropped)).toEqual([{ number, dropped: 1 }]);
  });
});
