import { beforeEach, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { listDue } from "../../../src/service/store/due.ts";
import { LEASE, leaseDue } from "../../../src/service/store/leases.ts";
import { markTouched } from "../../../src/service/store/stale.ts";
import { emptyStore, insertFeed } from "./rows.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const due = (now: number) => listDue(db, now, [], 10);

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  for (const slug of ["a", "b", "c"]) await insertFeed(db, slug, { due_at: NOW - 1 });
  await insertFeed(db, "later", { due_at: NOW + 1 });
  await insertFeed(db, "fresh");
});

it("a lease is given once, and on nothing that is not due", async () => {
  expect(await leaseDue(db, ["c", "a", "later", "fresh", "none"], NOW)).toEqual(["c", "a"]);
  expect(await leaseDue(db, ["a", "b"], NOW)).toEqual(["b"]);
  expect(await due(NOW)).toEqual([]);
});

it("a feed whose lease has ended is due again", async () => {
  await leaseDue(db, ["a", "b", "c"], NOW);
  expect(await due(NOW + LEASE - 1)).toEqual(["later"]);
  expect((await due(NOW + LEASE)).sort()).toEqual(["a", "b", "c", "later"]);
});

it("a feed that changes is due at once, whoever has a lease on it", async () => {
  await leaseDue(db, ["a", "b", "c"], NOW);
  await markTouched(db, ["b"], NOW).run();
  expect(await due(NOW)).toEqual(["b"]);
});
