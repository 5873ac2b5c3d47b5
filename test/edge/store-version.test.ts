import { beforeEach, expect, inject, it, vi } from "vitest";
import { StoreVersion } from "../../src/edge/store-version.ts";
import { migrate } from "../../src/service/store/apply-migrations.ts";
import { here } from "../homes/here.ts";
import { pass, startClock } from "../service/clock.ts";
import { logged } from "../service/logged.ts";
import { isDown, watchStore, works } from "../service/watched-store.ts";

const LATER = { name: "9999_later.sql", sql: "CREATE TABLE later (id TEXT);\n" };

beforeEach(async () => {
  await here.reset();
  startClock(Date.UTC(2026, 5, 1));
  return () => void vi.useRealTimers();
});

it("makes a new store, says so, and asks no more", async () => {
  const entries = logged();
  const store = watchStore();
  const version = new StoreVersion(store.db, inject("migrations"));
  expect(version.isSettled).toBe(false);
  await version.settle();
  expect([version.isSettled, entries]).toEqual([
    true,
    [{ level: "info", event: "store migrated", applied: inject("migrations").map(({ name }) => name) }],
  ]);
  const { calls } = store;
  await version.settle();
  expect(store.calls).toBe(calls);
});

it("costs an instance one read where the store is up to date", async () => {
  await migrate(here.db, inject("migrations"));
  const store = watchStore();
  await new StoreVersion(store.db, inject("migrations")).settle();
  expect(store.calls).toBe(1);
});

it("goes on with a store of a later version, as after a rollback, and says so", async () => {
  await migrate(here.db, [...inject("migrations"), LATER]);
  const entries = logged();
  const version = new StoreVersion(here.db, inject("migrations"));
  await version.settle();
  expect([version.isSettled, entries]).toEqual([
    true,
    [{ level: "error", event: "store is of a later version", migration: LATER.name }],
  ]);
});

it("tries again, but not with every request, where the store was down", async () => {
  logged();
  const store = watchStore();
  store.before = isDown;
  const version = new StoreVersion(store.db, inject("migrations"));
  await version.settle();
  await version.settle();
  expect([version.isSettled, store.calls]).toEqual([false, 1]);
  store.before = works;
  pass(10_000);
  await version.settle();
  expect(version.isSettled).toBe(true);
});

it("says which step has a fault, and throws at nobody", async () => {
  const entries = logged();
  const wrong = { name: "9999_wrong.sql", sql: "CREATE TABEL wrong (id TEXT);\n" };
  await new StoreVersion(here.db, [...inject("migrations"), wrong]).settle();
  expect(entries).toEqual([
    { level: "error", event: "store not migrated", error: expect.stringContaining('near "TABEL"') },
  ]);
});
