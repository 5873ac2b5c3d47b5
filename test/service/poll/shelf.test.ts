import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { archiveShelf, feedShelf } from "../../../src/service/poll/shelf.ts";
import { emptyStore, insert, insertEdition, insertFeed, VALIDATORS } from "../store/rows.ts";

const TEXT = "<rss>Ä 東京 😀</rss>";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const text = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));

describe("a feed's shelf", () => {
  const shelf = feedShelf("all");

  const insertDocument = (coding: string, part: number, body: string) =>
    insert(db, "document", { feed: "all", edition: 3, format: "rss", coding, part, body });

  it("has the feed's slug for a key, and every coding", () => {
    expect([shelf.key, shelf.codings]).toEqual(["all", ["br", "gzip", "identity"]]);
  });

  it("holds the edition that is current; null before the first, and of no feed", async () => {
    expect(await shelf.findCurrent(db)).toBeNull();
    await insertFeed(db, "all", { edition: 0 });
    expect(await shelf.findCurrent(db)).toBeNull();
    await db.prepare("UPDATE feed SET edition = 3").run();
    for (const number of [2, 3, 4]) await insertEdition(db, "all", number);
    expect(await shelf.findCurrent(db)).toEqual({ number: 3, validators: VALIDATORS });
  });

  it("gives a document's bytes as they are stored, its parts joined", async () => {
    const packed = base64(brotliCompressSync(TEXT));
    await insertDocument("identity", 1, TEXT.slice(8));
    await insertDocument("identity", 0, TEXT.slice(0, 8));
    await insertDocument("br", 0, packed.slice(0, 5));
    await insertDocument("br", 1, packed.slice(5));
    expect(text(await shelf.findBytes(db, 3, { format: "rss", coding: "identity" }))).toBe(TEXT);
    expect(await shelf.findBytes(db, 3, { format: "rss", coding: "br" })).toEqual(
      new Uint8Array(brotliCompressSync(TEXT)),
    );
  });

  it("makes a coding that is not stored of the text", async () => {
    await insertDocument("identity", 0, TEXT);
    const gzip = await shelf.findBytes(db, 3, { format: "rss", coding: "gzip" });
    expect(gunzipSync(gzip ?? new Uint8Array()).toString()).toBe(TEXT);
  });

  it("notes what is polled", async () => {
    await shelf.notePolled?.(db, { format: "rss", coding: "gzip" }, 7);
    await shelf.notePolled?.(db, { format: "rss", coding: "gzip" }, 9);
    const { results } = await db.prepare("SELECT * FROM polled").all();
    expect(results).toEqual([{ feed: "all", format: "rss", coding: "gzip", at: 9 }]);
  });

  it("has nothing of another edition or format", async () => {
    await insertDocument("identity", 0, TEXT);
    for (const [edition, format, coding] of [
      [2, "rss", "identity"],
      [4, "rss", "identity"],
      [3, "atom", "identity"],
      [3, "atom", "gzip"],
    ] as const)
      expect(await shelf.findBytes(db, edition, { format, coding })).toBeNull();
  });

  it("has what deltas are made of", async () => {
    await insertFeed(db, "all", { edition: 2 });
    await insertEdition(db, "all", 1, { manifest: '[["a","h1","a",1]]' });
    await insertEdition(db, "all", 2, { manifest: '[["a","h2","a",2]]' });
    await insert(db, "document", {
      ...{ feed: "all", edition: 2, format: "rss", coding: "identity", part: 0, body: TEXT, spans: "[[5,9]]" },
    });
    expect(await shelf.findDelta?.(db, 2, "rss", "rss-tag")).toEqual({
      ...{ base: [["a", "h1", "a", 1]], manifest: [["a", "h2", "a", 2]], spans: [[5, 9]] },
    });
  });
});

describe("a shelf of an archive's page", () => {
  const shelf = archiveShelf("all", 2);
  const packed = base64(gzipSync(TEXT));

  beforeEach(async () => {
    await insert(db, "archive", {
      ...{ feed: "all", page: 2, version: 5, composed: 1, validators: JSON.stringify(VALIDATORS) },
    });
    await insertFeed(db, "all");
    await insert(db, "archive_document", {
      ...{ feed: "all", page: 2, version: 5, format: "rss", part: 0, body: packed },
    });
  });

  it("has a key that is no feed's, one coding, and no deltas", () => {
    expect([shelf.key, shelf.codings, shelf.findDelta]).toEqual(["all/archive/2", ["gzip", "identity"], undefined]);
  });

  it("holds the page's version; null for a page that is not published, and for none", async () => {
    expect(await shelf.findCurrent(db)).toEqual({ number: 5, validators: VALIDATORS });
    await db.prepare("UPDATE archive SET version = 0").run();
    expect(await shelf.findCurrent(db)).toBeNull();
    expect(await archiveShelf("all", 3).findCurrent(db)).toBeNull();
  });

  it("gives the stored bytes, or unpacks them for a client that reads no other", async () => {
    expect(await shelf.findBytes(db, 5, { format: "rss", coding: "gzip" })).toEqual(new Uint8Array(gzipSync(TEXT)));
    expect(text(await shelf.findBytes(db, 5, { format: "rss", coding: "identity" }))).toBe(TEXT);
    expect(await shelf.findBytes(db, 4, { format: "rss", coding: "gzip" })).toBeNull();
    expect(await shelf.findBytes(db, 5, { format: "json", coding: "gzip" })).toBeNull();
  });
});
