import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { CODINGS, type Coding, decompress, encode, toBase64 } from "../../../src/service/store/codings.ts";
import { findDocument, insertDocument } from "../../../src/service/store/documents.ts";
import { PART_LENGTH } from "../../../src/service/store/split-text.ts";
import { emptyStore, select } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes);
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
    expect(text(await findDocument(db, KEY)) === body).toBe(true);
  });

  it.each([
    ["feed", { ...KEY, slug: "sport" }],
    ["edition", { ...KEY, edition: 1 }],
    ["format", { ...KEY, format: "atom" as const }],
  ])("is null for another %s", async (_, key) => {
    await db.batch(insertDocument(db, "all", 2, { format: "rss", coding: "identity", body: "text" }));
    expect([text(await findDocument(db, KEY)), await findDocument(db, key)]).toEqual(["text", null]);
  });

  it.each(CODINGS.flatMap((stored) => CODINGS.map((asked) => [stored, asked] as const)))(
    "that is stored as %s is to be had as %s",
    async (stored, asked) => {
      const bytes = await encode("täxt", stored);
      const body = stored === "identity" ? "täxt" : toBase64(bytes);
      await db.batch(insertDocument(db, "all", 2, { format: "rss", coding: stored, body }));
      const found = await findDocument(db, { ...KEY, coding: asked });
      expect(text(found && decompress(found, asked))).toBe("täxt");
    },
  );

  it("is taken as it is stored, where it is stored so, and else from what takes least to make it of", async () => {
    const store = (coding: Coding, body: string) => insertDocument(db, "all", 2, { format: "rss", coding, body });
    await db.batch([
      ...store("br", toBase64(await encode("as br", "br"))),
      ...store("gzip", toBase64(await encode("as gzip", "gzip"))),
    ]);
    const as = async (coding: Coding) => {
      const found = await findDocument(db, { ...KEY, coding });
      return text(found && decompress(found, coding));
    };
    expect([await as("br"), await as("gzip")]).toEqual(["as br", "as gzip"]);
    await db.batch(store("identity", "as it is"));
    expect([await as("identity"), await as("gzip")]).toEqual(["as it is", "as gzip"]);
    await db.prepare("DELETE FROM document WHERE coding = 'gzip'").run();
    expect(await as("gzip")).toBe("as it is");
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
