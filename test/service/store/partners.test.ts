import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_BYTES_PER_DAY, DEFAULT_REQUESTS_PER_MINUTE } from "../../../src/partner/partner.ts";
import type { Database } from "../../../src/service/home.ts";
import {
  changePartner,
  createKey,
  createPartner,
  findKey,
  findPartner,
  listKeys,
  listPartners,
  revokeKey,
  rotateKey,
} from "../../../src/service/store/partners.ts";
import { handAt } from "../partner/hand.ts";
import { emptyStore, select } from "./rows.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const LATER = NOW + 1_000;
const iso = (time: number) => new Date(time).toISOString();

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await createPartner(db, { slug: "radio", name: "The radio" }, handAt());
});

const RADIO = {
  ...{ slug: "radio", name: "The radio", status: "active", key_in_url: false },
  ...{ requests_per_minute: DEFAULT_REQUESTS_PER_MINUTE, bytes_per_day: DEFAULT_BYTES_PER_DAY },
};

describe("a partner", () => {
  it("has what it was given, and the usual for the rest", async () => {
    expect(await findPartner(db, "radio")).toEqual(RADIO);
    const paper = {
      ...{ slug: "paper", name: "P", status: "suspended" as const, key_in_url: true },
      ...{ requests_per_minute: 1, bytes_per_day: 2 },
    };
    await createPartner(db, paper, handAt());
    expect(await listPartners(db)).toEqual([paper, RADIO]);
  });

  it("is made once: its slug is taken then, and it stays as it is", async () => {
    expect(await createPartner(db, { slug: "radio", name: "Another" }, handAt())).toBe(false);
    expect(await findPartner(db, "radio")).toEqual(RADIO);
  });

  it.each([
    [{ name: "New" }, { name: "New" }],
    [{ status: "suspended" as const }, { status: "suspended" }],
    [
      { key_in_url: true, bytes_per_day: 5 },
      { key_in_url: true, bytes_per_day: 5 },
    ],
    [{}, {}],
  ])("is changed in what a change names: %j", async (change, expected) => {
    expect(await changePartner(db, "radio", change, handAt())).toBe(true);
    expect(await findPartner(db, "radio")).toEqual({ ...RADIO, ...expected });
  });

  it("may no longer put its key into the URL, where a change says so", async () => {
    await changePartner(db, "radio", { key_in_url: true }, handAt());
    await changePartner(db, "radio", { key_in_url: false }, handAt());
    expect(await findPartner(db, "radio")).toEqual(RADIO);
  });

  it("that nobody made is none, and cannot be changed", async () => {
    expect([await findPartner(db, "nobody"), await changePartner(db, "nobody", { name: "N" }, handAt())]).toEqual([
      null,
      false,
    ]);
  });
});

describe("a key", () => {
  const settings = { label: "Newsroom", feeds: ["radio-sport"], expires_at: LATER };
  beforeEach(() => createKey(db, "radio", { id: "k1", hash: "h1", ...settings }, handAt(NOW)));

  it("is what a poll has to know of it and of its partner", async () => {
    expect(await findKey(db, "k1")).toEqual({
      ...{ id: "k1", hash: "h1", feeds: ["radio-sport"], expires_at: LATER, revoked_at: null, day: 0, bytes: 0 },
      partner: RADIO,
    });
    expect(await findKey(db, "h1")).toBeNull();
  });

  it("is shown to the desk without its hash, the oldest first", async () => {
    await createKey(db, "radio", { id: "k0", hash: "h0" }, handAt(LATER));
    await createPartner(db, { slug: "paper", name: "P" }, handAt());
    await createKey(db, "paper", { id: "k2", hash: "h2" }, handAt(NOW));
    expect(await listKeys(db, "radio")).toEqual([
      { id: "k1", label: "Newsroom", feeds: ["radio-sport"], created_at: iso(NOW), expires_at: iso(LATER) },
      { id: "k0", created_at: iso(LATER) },
    ]);
  });

  it("is revoked once, by its own partner's name", async () => {
    expect(await revokeKey(db, "paper", "k1", handAt(NOW))).toBe(false);
    expect(await revokeKey(db, "radio", "k1", handAt(NOW))).toBe(true);
    expect(await revokeKey(db, "radio", "k1", handAt(LATER))).toBe(false);
    expect(await findKey(db, "k1")).toMatchObject({ revoked_at: NOW });
  });
});

describe("a rotation", () => {
  const ends = NOW + 10_000;
  const rotate = (more: object = {}) =>
    rotateKey(db, { partner: "radio", oldId: "k1", minted: { id: "k2", hash: "h2" }, ends, ...more }, handAt(NOW));

  it("makes a key that opens what the old one opens, which ends with the overlap", async () => {
    await createKey(db, "radio", { id: "k1", hash: "h1", label: "Newsroom", feeds: ["radio-sport"] }, handAt(NOW - 1));
    expect(await rotate()).toBe(true);
    expect(await listKeys(db, "radio")).toEqual([
      { id: "k1", label: "Newsroom", feeds: ["radio-sport"], created_at: iso(NOW - 1), expires_at: iso(ends) },
      { id: "k2", label: "Newsroom", feeds: ["radio-sport"], created_at: iso(NOW) },
    ]);
  });

  it("never lets an old key live longer than it would have, nor the new one", async () => {
    await createKey(db, "radio", { id: "k1", hash: "h1", expires_at: LATER }, handAt(NOW - 1));
    await rotate();
    expect(await select(db, "SELECT id, expires_at FROM partner_key ORDER BY id")).toEqual([
      { id: "k1", expires_at: LATER },
      { id: "k2", expires_at: LATER },
    ]);
  });

  it.each([
    ["was revoked meanwhile", { revoked_at: NOW - 1 }, {}],
    ["has expired", { expires_at: NOW }, {}],
    ["is another partner's", {}, { partner: "paper" }],
    ["is none", {}, { oldId: "nothing" }],
  ])("makes none where the old key %s", async (_, fields, more) => {
    await createKey(db, "radio", { id: "k1", hash: "h1" }, handAt(NOW - 1));
    for (const [column, value] of Object.entries(fields))
      await db.prepare(`UPDATE partner_key SET ${column} = ?`).bind(value).run();
    const before = await select(db, "SELECT * FROM partner_key");
    expect(await rotate(more)).toBe(false);
    expect(await select(db, "SELECT * FROM partner_key")).toEqual(before);
  });

  it("by two desks at once: with no overlap the old key is gone for the second", async () => {
    await createKey(db, "radio", { id: "k1", hash: "h1" }, handAt(NOW - 1));
    expect(await rotate({ ends: NOW })).toBe(true);
    expect(await rotate({ ends: NOW, minted: { id: "k3", hash: "h3" } })).toBe(false);
    expect((await listKeys(db, "radio")).map(({ id }) => id)).toEqual(["k1", "k2"]);
  });
});
