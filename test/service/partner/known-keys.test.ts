import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Presented } from "../../../src/partner/credentials.ts";
import { mintKey } from "../../../src/partner/key-format.ts";
import type { Database } from "../../../src/service/home.ts";
import { KEY_MEMORY, KnownKeys } from "../../../src/service/partner/known-keys.ts";
import { createKey, createPartner, revokeKey } from "../../../src/service/store/partners.ts";
import { passUntil, setClock, startClock } from "../clock.ts";
import { emptyStore } from "../store/rows.ts";
import { isDown, type WatchedStore, watchStore, works } from "../watched-store.ts";
import { handAt } from "./hand.ts";
import { KEY, KEY_HASH, KEY_ID, RADIO } from "./key-record.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const SENT: Presented = { secret: KEY, inUrl: false };
const HOUR = 3_600_000;
const OTHER = mintKey();
const WRONG: Presented = { secret: `${KEY.slice(0, -1)}${KEY.endsWith("A") ? "B" : "A"}`, inUrl: false };
const UNKNOWN: Presented = { secret: `wp_0123456789ab_${"A".repeat(43)}`, inUrl: false };

let db: Database;
/** As the keys see it. */
let store: WatchedStore;
let keys: KnownKeys;

beforeEach(async () => {
  startClock(NOW);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  db = await emptyStore();
  await createPartner(db, RADIO, handAt());
  await createKey(db, "radio", { id: KEY_ID, hash: KEY_HASH }, handAt(NOW - 1));
  store = watchStore();
  keys = new KnownKeys(store.db);
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

/** What a check says at a time. */
async function checked(sent: Presented, at = Date.now()): Promise<string> {
  passUntil(at);
  return (await keys.check(sent, at)).status;
}

function known(sent: Presented, at = Date.now()) {
  passUntil(at);
  return keys.known(sent, at);
}

describe("a key that is checked", () => {
  it("is good where the store has its hash, and comes with its partner", async () => {
    expect(await keys.check(SENT, NOW)).toEqual({
      status: "good",
      key: expect.objectContaining({ id: KEY_ID, hash: KEY_HASH, partner: RADIO }),
    });
  });

  it.each([
    ["another secret behind its id", WRONG],
    ["an id that nobody has", UNKNOWN],
    ["in a URL, where its partner may not", { ...SENT, inUrl: true }],
  ])("is refused: %s, after one look", async (_, sent) => {
    expect([await checked(sent), await checked(sent, NOW + 999), store.calls]).toEqual(["refused", "refused", 1]);
  });

  it.each(["", "test-4f9c2e7b1d806a35e7c1", KEY.slice(1), `${KEY} `])(
    "is refused without a look where it is no key: %j",
    async (secret) => {
      expect([await checked({ secret, inUrl: false }), store.calls]).toEqual(["refused", 0]);
    },
  );

  it("is looked up again after a second, and what the desk has changed holds then", async () => {
    expect(await checked(SENT)).toBe("good");
    await revokeKey(db, "radio", KEY_ID, handAt(NOW));
    expect([await checked(SENT, NOW + 999), store.calls]).toEqual(["good", 1]);
    expect([await checked(SENT, NOW + 1_000), store.calls]).toEqual(["refused", 2]);
  });
});

describe("a key that is known", () => {
  it("needs neither look nor hash, for a second", async () => {
    expect(known(SENT)).toBeNull();
    await checked(SENT);
    expect(known(SENT, NOW + 999)).toMatchObject({ id: KEY_ID });
    expect(known(SENT, NOW + 1_000)).toBeNull();
    expect(store.calls).toBe(1);
  });

  it.each([
    ["another secret behind its id", WRONG],
    ["a key that nobody has", UNKNOWN],
    ["in a URL, where its partner may not", { ...SENT, inUrl: true }],
    ["no key", { secret: "nonsense", inUrl: false }],
  ])("is no other: %s", async (_, sent) => {
    await checked(SENT);
    await checked(sent);
    expect(known(sent)).toBeNull();
    expect(known(SENT)).not.toBeNull();
  });

  it("is none before the right secret was seen, though its id was looked up", async () => {
    await checked(WRONG);
    expect(known(SENT)).toBeNull();
  });

  it("ends when it expires, in the middle of its second", async () => {
    await db
      .prepare("UPDATE partner_key SET expires_at = ?")
      .bind(NOW + 500)
      .run();
    await checked(SENT);
    expect([known(SENT, NOW + 499), known(SENT, NOW + 500)]).toEqual([expect.anything(), null]);
  });

  it("has to be proven again once its hash is another", async () => {
    await checked(SENT);
    await db.prepare("UPDATE partner_key SET hash = ?").bind("0".repeat(64)).run();
    expect(await checked(SENT, NOW + 1_000)).toBe("refused");
    expect(known(SENT, NOW + 1_000)).toBeNull();
  });
});

describe("a store that does not answer", () => {
  it("leaves a key good that it confirmed a moment ago, and no longer than its named time", async () => {
    await checked(SENT);
    store.before = isDown;
    expect(await checked(SENT, NOW + KEY_MEMORY - 1)).toBe("good");
    expect(await checked(SENT, NOW + KEY_MEMORY)).toBe("unavailable");
  });

  it("says nothing of a key that it was never asked for, nor of one it does not have", async () => {
    store.before = isDown;
    expect([await checked(SENT), await checked(UNKNOWN)]).toEqual(["unavailable", "unavailable"]);
  });

  it("is asked by one request at a time: those that come meanwhile go by what is held", async () => {
    await checked(SENT);
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    store.before = () => promise;
    const asking = checked(SENT, NOW + 1_000);
    expect([await checked(SENT, NOW + 1_001), store.calls]).toEqual(["good", 2]);
    answer();
    expect(await asking).toBe("good");
  });
});

describe("a clock that is set", () => {
  it.each([
    ["back", -HOUR],
    ["forward", HOUR],
  ])("%s by an hour changes nothing of how soon a key that was revoked is refused", async (_, by) => {
    await checked(SENT);
    setClock(by);
    await revokeKey(db, "radio", KEY_ID, handAt(Date.now()));
    expect(known(SENT, Date.now() + 999)).not.toBeNull();
    expect([known(SENT, Date.now() + 1), await checked(SENT)]).toEqual([null, "refused"]);
  });
});

describe("keys that are guessed", () => {
  const guess = (number: number): Presented => ({
    secret: `wp_${String(number).padStart(12, "0")}_${"A".repeat(43)}`,
    inUrl: false,
  });
  async function guessed(from: number, to: number): Promise<number> {
    const before = store.calls;
    for (let number = from; number < to; number += 1) expect(await checked(guess(number))).toBe("refused");
    return store.calls - before;
  }

  it("cost the store a read each while they are few, and then one a second together", async () => {
    expect(await guessed(0, 60)).toBe(60);
    expect(await guessed(60, 5_000)).toBe(1);
    expect(await guessed(0, 60)).toBe(0);
    passUntil(Date.now() + 1_000);
    expect(await guessed(0, 5_000)).toBe(1);
  });

  it("shut out no key that is good, seen before or not, and push none out", async () => {
    await createKey(db, "radio", { id: OTHER.id, hash: OTHER.hash }, handAt(NOW));
    await checked(SENT);
    await guessed(0, 6_000);
    const before = store.calls;
    expect([known(SENT), await checked({ secret: OTHER.key, inUrl: false })]).toEqual([expect.anything(), "good"]);
    expect(store.calls - before).toBe(1);
  });

  it("shut out no key while the store is down that it confirmed a moment ago", async () => {
    await checked(SENT);
    await guessed(0, 60);
    store.before = isDown;
    expect([await checked(guess(60)), await checked(SENT, NOW + KEY_MEMORY - 1)]).toEqual(["unavailable", "good"]);
  });
});

describe("two requests that look one key up", () => {
  it("of which the first is answered last, leave what the second was told", async () => {
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    store.before = () => promise;
    const first = checked(SENT);
    store.before = works;
    await revokeKey(db, "radio", KEY_ID, handAt(NOW));
    expect(await checked(SENT, NOW + 1)).toBe("refused");
    await db.prepare("UPDATE partner_key SET revoked_at = NULL").run();
    answer();
    await first;
    expect(await checked(SENT, NOW + 2)).toBe("refused");
  });
});
