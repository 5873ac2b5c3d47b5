import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { findDocument, insertDocument } from "../../../src/service/store/documents.ts";
import { PART_LENGTH } from "../../../src/service/store/split-text.ts";
import { emptyStore, select } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const KEY = { slug: "all", edition: 2, format: "rss", coding: "identity" } as const;

describe("a document", () => {
  it("comes back as it was stored, whatever it holds and in however many parts", async () => {
    const body = `${"é".repeat(PART_LENGTH - 1)}😀\u0000 " ' \\ ]]>${"x".repeat(PART_LENGTH)}`;
    await db.batch(insertDocument(db, "all", 2, { format: "rss", coding: "identity", body }));
    expect(await select(db, "SELECT part FROM document ORDER BY part")).toEqual([
      { part: 0 },
      { part: 1 },
      { part: 2 },
    ]);
    expect((await findDocument(db, KEY)) === body).toBe(true);
  });

  it.each([
    ["feed", { ...KEY, slug: "sport" }],
    ["edition", { ...KEY, edition: 1 }],
    ["format", { ...KEY, format: "atom" as const }],
    ["coding", { ...KEY, coding: "gzip" }],
  ])("is null for another %s", async (_, key) => {
    await db.batch(insertDocument(db, "all", 2, { format: "rss", coding: "identity", body: "text" }));
    expect([await findDocument(db, KEY), await findDocument(db, key)]).toEqual(["text", null]);
  });

  it("says where its entries stand in its first part alone", async () => {
    const body = "x".repeat(PART_LENGTH + 1);
    await db.batch(insertDocument(db, "all", 2, { format: "rss", coding: "identity", body, spans: [[10, 20]] }));
    await db.batch(insertDocument(db, "all", 2, { format: "rss", coding: "gzip", body: "eA==" }));
    expect(await select(db, "SELECT coding, part, spans FROM document ORDER BY coding, part")).toEqual([
      { coding: "gzip", part: 0, spans: null },
      { coding: "identity", part: 0, spans: "[[10,20]]" },
      { coding: "identity", part: 1, spans: null },
    ]);
  });
});
