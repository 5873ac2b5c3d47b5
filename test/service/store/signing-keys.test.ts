import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { listUsedKeys, noteUsedKey } from "../../../src/service/store/signing-keys.ts";
import { watchStore } from "../watched-store.ts";
import { emptyStore } from "./rows.ts";

const [FIRST, SECOND] = [
  { kid: "first", x: "1" },
  { kid: "second", x: "2" },
];

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

describe("the keys that statements were signed with", () => {
  it("begin with one that may have signed before it was kept, and has no end", async () => {
    await noteUsedKey(db, FIRST, 10);
    expect(await listUsedKeys(db)).toEqual([{ ...FIRST, since: null, until: null }]);
  });

  it("give way to one another, each with its time", async () => {
    await noteUsedKey(db, FIRST, 10);
    await noteUsedKey(db, SECOND, 20);
    expect(await listUsedKeys(db)).toEqual([
      { ...FIRST, since: null, until: 20 },
      { ...SECOND, since: 20, until: null },
    ]);
  });

  it("may come back: what such a key signed before stays in its time", async () => {
    for (const [key, at] of [
      [FIRST, 10],
      [SECOND, 20],
      [FIRST, 30],
      [SECOND, 40],
    ] as const)
      await noteUsedKey(db, key, at);
    expect(await listUsedKeys(db)).toEqual([
      { ...FIRST, since: null, until: 40 },
      { ...SECOND, since: 20, until: null },
    ]);
  });

  it("end not before they began, though the clock was set back", async () => {
    for (const [key, at] of [
      [FIRST, 10],
      [SECOND, 20],
      [FIRST, 5],
    ] as const)
      await noteUsedKey(db, key, at);
    expect((await listUsedKeys(db))[1]).toEqual({ ...SECOND, since: 20, until: 20 });
  });

  it("cost one read, and no write, while there is no other", async () => {
    await noteUsedKey(db, FIRST, 10);
    const store = watchStore();
    await noteUsedKey(store.db, FIRST, 20);
    expect(store.calls).toBe(1);
  });
});
