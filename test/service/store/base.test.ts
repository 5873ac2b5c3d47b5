import { beforeEach, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { findBase, saveBase } from "../../../src/service/store/base.ts";
import { emptyStore } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

it("is none in a new store", async () => expect(await findBase(db)).toBeNull());

it("is the first that is taken, for good", async () => {
  expect(await saveBase(db, "https://feeds.example")).toBe("https://feeds.example");
  expect(await saveBase(db, "https://other.example")).toBe("https://feeds.example");
  expect(await findBase(db)).toBe("https://feeds.example");
});

it("is one of two that are taken at once", async () => {
  const origins = ["https://a.example", "https://b.example"];
  const taken = await Promise.all(origins.map((origin) => saveBase(db, origin)));
  const base = await findBase(db);
  expect(taken).toEqual([base, base]);
  expect(origins).toContain(base);
});
