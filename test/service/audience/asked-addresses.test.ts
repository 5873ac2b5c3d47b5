import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ADDRESSES_INTERVAL, AskedAddresses } from "../../../src/service/audience/asked-addresses.ts";
import type { Database } from "../../../src/service/home.ts";
import { listAskedAddresses } from "../../../src/service/store/old-addresses.ts";
import { pass, startClock } from "../clock.ts";
import { logged } from "../logged.ts";
import { emptyStore } from "../store/rows.ts";

const FEEDLY = new Request("https://feeds.example/feed", { headers: { "user-agent": "Feedly/1.0" } });
const afterAnswer = vi.fn();

let db: Database;
let asked: AskedAddresses;
beforeEach(async () => {
  db = await emptyStore();
  startClock(1e12);
  asked = new AskedAddresses({ db, afterAnswer });
  afterAnswer.mockClear();
});
afterEach(() => void vi.useRealTimers());

const stored = async () =>
  (await listAskedAddresses(db)).map((one) => [one.address, one.product, one.leads_to, one.asked]);

describe("counts of old addresses", () => {
  it("stand in memory, and go to the store together after an answer when they are due", async () => {
    for (let times = 0; times < 100; times += 1) asked.note("/feed", "all.rss", FEEDLY);
    pass(ADDRESSES_INTERVAL - 1);
    asked.note("/rss", null, FEEDLY);
    expect(afterAnswer).not.toHaveBeenCalled();
    pass(1);
    asked.note("/feed", "all.rss", new Request("https://feeds.example/feed"));
    await afterAnswer.mock.calls[0]?.[0];
    expect(await stored()).toEqual([
      ["/feed", "Feedly", "all.rss", 100],
      ["/feed", "Other", "all.rss", 1],
      ["/rss", "Feedly", null, 1],
    ]);
    asked.note("/feed", "all.rss", FEEDLY);
    expect(afterAnswer).toHaveBeenCalledTimes(1);
  });

  it("write nothing where there are none", async () => {
    const batch = vi.spyOn(db, "batch");
    await asked.flush();
    expect(batch).not.toHaveBeenCalled();
  });

  it("of what strangers invent take their room and no more, and leave that of all else alone", async () => {
    asked.note("/feed", "all.rss", FEEDLY);
    for (let times = 0; times < 3; times += 1) asked.note("/often", null, FEEDLY);
    for (let index = 0; index < 5_000; index += 1) asked.note(`/${index}/feed`, null, FEEDLY);
    await asked.flush();
    const all = await stored();
    expect(all.length).toBe(201);
    expect(all).toContainEqual(["/feed", "Feedly", "all.rss", 1]);
    expect(all).toContainEqual(["/often", "Feedly", null, 3]);
  });

  it("that cannot be stored are logged, and lost", async () => {
    const written = logged();
    vi.spyOn(db, "batch").mockRejectedValueOnce(new Error("full"));
    asked.note("/feed", null, FEEDLY);
    await asked.flush();
    expect(written).toMatchObject([{ event: "old addresses not stored", addresses: 1 }]);
    await asked.flush();
    expect(await stored()).toEqual([]);
  });
});
