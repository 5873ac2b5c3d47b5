import { beforeEach, describe, expect, it } from "vitest";
import { Conflict } from "../../../src/service/conflict.ts";
import type { Database } from "../../../src/service/home.ts";
import { findSlugs, insertValues, nameOf } from "../../../src/service/store/values.ts";
import { emptyStore, insert, insertEdition, insertFeed, select } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insert(db, "family", { path: "tag", selection: "{}", presentation: '{"presentation":{"entries":7}}' });
});

const value = (label: string, family = "tag") => ({ family, key: label.toLowerCase(), labels: [label] });
const save = async (...labels: string[]) => {
  const found = await findSlugs(
    db,
    labels.map((label) => value(label)),
  );
  await db.batch(insertValues(db, [...found.values()]));
  return [...found.values()].map(({ slug }) => slug);
};

describe("the slugs of values", () => {
  it("are readable, and the same once they are stored, whatever comes later", async () => {
    expect(await save("C")).toEqual(["tag/c"]);
    const [told] = await save("C++");
    expect(told).toMatch(/^tag\/c-[0-9a-f]{8}$/);
    const again = await findSlugs(db, [value("C++"), value("c")]);
    expect([...again.values()].map(({ slug, isNew }) => [slug, isNew])).toEqual([
      [told, false],
      ["tag/c", false],
    ]);
  });

  it("of new ones differ from one another, and each is named once", async () => {
    const found = await findSlugs(db, [value("C"), value("C++"), value("C#"), value("C")]);
    expect([...found.keys()]).toEqual(["c", "c++", "c#"].map((key) => nameOf({ family: "tag", key })));
    expect(new Set([...found.values()].map(({ slug }) => slug)).size).toBe(3);
    expect([...found.values()].every(({ isNew }) => isNew)).toBe(true);
  });

  it("are none of no values, without a look at the store", async () => {
    expect(await findSlugs({} as Database, [])).toEqual(new Map());
    expect(insertValues(db, [])).toEqual([]);
  });
});

describe("the feeds of new values", () => {
  it("are asleep, have their family's number of entries, and go on where one of that slug has been", async () => {
    await insertEdition(db, "tag/sea", 3);
    await save("Sea");
    expect(
      await select(db, "SELECT slug, family, value, labels, asleep, due_at, edition, page_size FROM feed"),
    ).toEqual([
      {
        slug: "tag/sea",
        family: "tag",
        value: "sea",
        labels: '["Sea"]',
        asleep: 1,
        due_at: null,
        edition: 4,
        page_size: 7,
      },
    ]);
  });

  it("are made once: whoever comes too late is told, for the slug may be another's", async () => {
    const found = [...(await findSlugs(db, [value("Sea")])).values()];
    await db.batch(insertValues(db, found));
    await expect(db.batch(insertValues(db, found))).rejects.toThrow(Conflict);
    await insertFeed(db, "tag/shore");
    const other = found.map((one) => ({ ...one, key: "shore", slug: "tag/shore" }));
    await expect(db.batch(insertValues(db, other))).rejects.toThrow(Conflict);
  });

  it("are none of a family that the store does not know", async () => {
    const found = [...(await findSlugs(db, [value("Sea", "topic")])).values()];
    await db.batch(insertValues(db, found));
    expect(await select(db, "SELECT slug FROM feed")).toEqual([]);
  });
});
