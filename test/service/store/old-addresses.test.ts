import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { AUDIENCE_DAYS } from "../../../src/service/store/audience.ts";
import {
  type AskedAddress,
  addAskedAddresses,
  listAskedAddresses,
  MAX_OLD_ADDRESSES,
} from "../../../src/service/store/old-addresses.ts";
import { emptyStore } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const NOW = Date.parse("2026-03-15T12:00:00Z");
const count = (address: string, more: Partial<AskedAddress> = {}): AskedAddress => ({
  ...{ address, product: "Feedly", leads_to: null, asked: 1, first_at: NOW, last_at: NOW },
  ...more,
});
const add = (...counts: AskedAddress[]) => addAskedAddresses(db, counts, NOW);

describe("old addresses that are asked for", () => {
  it("are added up by product; what they led to last counts", async () => {
    await add(count("/feed", { asked: 2 }), count("/feed", { product: "curl" }));
    await add(count("/feed", { asked: 3, leads_to: "all.rss", first_at: NOW + 5, last_at: NOW + 9 }));
    expect(await listAskedAddresses(db)).toEqual([
      count("/feed", { asked: 5, leads_to: "all.rss", last_at: NOW + 9 }),
      count("/feed", { product: "curl" }),
    ]);
  });

  it("take no more room than they have, whatever strangers invent: those that are asked for least give way", async () => {
    const { unanswered } = MAX_OLD_ADDRESSES;
    await add(count("/feed", { leads_to: "all.rss" }), count("/often", { asked: 9 }));
    for (let round = 0; round < 3; round += 1)
      await add(
        ...Array.from({ length: unanswered }, (_, index) => count(`/${round}/${index}/feed`, { asked: 1 + round })),
      );
    const kept = await listAskedAddresses(db);
    expect(kept.length).toBe(unanswered + 1);
    expect(kept).toContainEqual(count("/feed", { leads_to: "all.rss" }));
    expect(kept).toContainEqual(count("/often", { asked: 9 }));
    expect(kept.filter(({ asked }) => asked === 3).length).toBe(unanswered - 1);
  });

  it("are forgotten when nobody has asked for as long as the audience is kept", async () => {
    await add(count("/a", { last_at: NOW - AUDIENCE_DAYS * 86_400_000 - 1 }), count("/b"));
    expect((await listAskedAddresses(db)).map(({ address }) => address)).toEqual(["/b"]);
  });
});
