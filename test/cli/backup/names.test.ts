import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nameAt, removeOldest } from "../../../src/cli/backup/names.ts";

it.each([
  ["backups/wire.sqlite", "backups/wire-20260313T061000Z.sqlite"],
  ["backups.d/wire", "backups.d/wire-20260313T061000Z"],
])("a backup called %s has its time before the extension", (file, name) => {
  expect(nameAt(file, Date.UTC(2026, 2, 13, 6, 10))).toBe(name);
});

it("the oldest go but for so many, and nothing else that lies there", () => {
  const folder = mkdtempSync(join(tmpdir(), "wireproof-names-"));
  const others = [
    "wire.sqlite",
    "wire-notes.sqlite",
    "other-20200101T000000Z.sqlite",
    "wire-20200101T000000Z.sqlite.1.part",
  ];
  const days = ["20260101", "20260102", "20260103"].map((day) => `wire-${day}T000000Z.sqlite`);
  for (const name of [...others, ...days]) writeFileSync(join(folder, name), "");
  removeOldest(join(folder, "wire.sqlite"), 2, join(folder, days[2] ?? ""));
  expect(readdirSync(folder).sort()).toEqual([...others, ...days.slice(1)].sort());
  rmSync(folder, { recursive: true });
});

it.each([1, 2])("the backup just made is one of the %i that stay, though the clock was set back", (keep) => {
  const folder = mkdtempSync(join(tmpdir(), "wireproof-names-"));
  const [made, ...later] = ["20260101", "20260102", "20260103"].map((day) => `wire-${day}T000000Z.sqlite`);
  for (const name of [made, ...later]) writeFileSync(join(folder, name ?? ""), "");
  removeOldest(join(folder, "wire.sqlite"), keep, join(folder, made ?? ""));
  expect(readdirSync(folder).sort()).toEqual([made, ...later.slice(later.length + 1 - keep)]);
  rmSync(folder, { recursive: true });
});
