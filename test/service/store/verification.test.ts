import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { listFeedStates } from "../../../src/service/store/feeds.ts";
import { isStale, STALE, VERIFICATION, verificationOf } from "../../../src/service/store/verification.ts";
import { emptyStore, insert, insertEdition, insertFeed } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

describe("a feed of which the store knows nothing", () => {
  it("has no edition, and is stale", () =>
    expect([verificationOf(undefined), isStale(undefined)]).toEqual(["none", true]));
});

describe("how a feed stands is the same in SQL", () => {
  it.each<[string, Record<string, string | number>, string, boolean]>([
    ["with an edition that says what is stored", { edition: 1 }, "verified", false],
    ["with one that the store is ahead of", { edition: 1, changed: 2, composed: 1 }, "verified", true],
    [
      "with one that the store is ahead of, asleep",
      { edition: 1, changed: 2, composed: 1, asleep: 1 },
      "verified",
      false,
    ],
    ["whose articles are being chosen", { edition: 1, reselect_after: "" }, "verified", true],
    [
      "whose family's articles are being chosen",
      { edition: 1, family: "tag", value: "x", labels: "[]" },
      "verified",
      true,
    ],
    ["that counts another's editions on, and has none of its own", { edition: 2 }, "none", false],
    ["without an edition", {}, "none", false],
    ["refused before it had one", { refusal: "[]" }, "refused", false],
    ["refused with one that is served on", { edition: 1, refusal: "[]" }, "refused", false],
  ])("of one %s", async (_, fields, verification, stale) => {
    await insertFeed(db, "a", { changed: 0, composed: 0, ...fields });
    await insertEdition(db, "a", 1, { published_at: 1 });
    await insert(db, "family", { path: "tag", selection: "", presentation: "", reselect_after: "" });
    const [state] = await listFeedStates(db, ["a"]);
    expect([verificationOf(state), isStale(state)]).toEqual([verification, stale]);
    const row = await db.prepare(`SELECT ${VERIFICATION} AS verification, ${STALE} AS stale FROM feed f`).first();
    expect(row).toEqual({ verification, stale: Number(stale) });
  });
});
