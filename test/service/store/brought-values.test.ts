import { beforeEach, expect, it } from "vitest";
import { Conflict } from "../../../src/service/conflict.ts";
import type { Database } from "../../../src/service/home.ts";
import { type BroughtValue, findHeldValues, saveBroughtValues } from "../../../src/service/store/brought-values.ts";
import { emptyStore, insert, insertEdition, insertFeed, select } from "./rows.ts";

const value = (slug: string, key: string, edition = 0): BroughtValue => ({
  ...{ slug: `tag/${slug}`, family: "tag", labels: [key.toUpperCase()], key, edition },
});

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  const presentation = JSON.stringify({ presentation: { entries: 7 } });
  await insert(db, "family", { path: "tag", selection: "{}", presentation });
});

it("have the slugs that they had, and go on counting from the greater number of editions", async () => {
  await insertEdition(db, "tag/b", 4);
  await saveBroughtValues(db, [value("a", "a", 3), value("b", "b", 2)]);
  expect(
    await select(db, "SELECT slug, family, value, labels, page_size, asleep, edition FROM feed ORDER BY slug"),
  ).toEqual([
    { slug: "tag/a", family: "tag", value: "a", labels: '["A"]', page_size: 7, asleep: 1, edition: 3 },
    { slug: "tag/b", family: "tag", value: "b", labels: '["B"]', page_size: 7, asleep: 1, edition: 5 },
  ]);
});

it("are the partner's whose their family is, and none of a family that is defined no more", async () => {
  for (const [path, selection] of [
    ["radio", '{"partner":"radio"}'],
    ["gone", ""],
  ] as const)
    await insert(db, "family", { path, selection, presentation: '{"presentation":{"entries":7}}' });
  const ofFamily = (family: string) => ({ ...value("a", "a"), family, slug: `${family}/a` });
  await saveBroughtValues(db, [value("a", "a"), ofFamily("radio"), ofFamily("gone")]);
  expect(await select(db, "SELECT slug, partner FROM feed ORDER BY slug")).toEqual([
    { slug: "radio/a", partner: "radio" },
    { slug: "tag/a", partner: null },
  ]);
});

it("are all stored or none: one that is there is a conflict", async () => {
  await saveBroughtValues(db, [value("a", "a")]);
  for (const clash of [value("a", "other"), value("other", "a")])
    await expect(saveBroughtValues(db, [value("b", "b"), clash])).rejects.toThrow(Conflict);
  expect(await select(db, "SELECT slug FROM feed")).toEqual([{ slug: "tag/a" }]);
});

it("are found by what they are, and by the slugs that they bring", async () => {
  await saveBroughtValues(db, [value("a", "a"), value("b", "b")]);
  await insertFeed(db, "all");
  const { slugs, taken } = await findHeldValues(db, [value("x", "a"), value("b", "c"), value("d", "d")]);
  expect([...slugs]).toEqual([
    ["tag\na", "tag/a"],
    ["tag\nb", "tag/b"],
  ]);
  expect([...taken].sort()).toEqual(["tag/a", "tag/b"]);
});
