import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Presented } from "../../../src/partner/credentials.ts";
import type { Database } from "../../../src/service/home.ts";
import { KEY_MEMORY, KnownKeys } from "../../../src/service/partner/known-keys.ts";
import { createKey, createPartner, revokeKey } from "../../../src/service/store/partners.ts";
import { emptyStore } from "../store/rows.ts";
import { isDown, type WatchedStore, watchStore, works } from "../watched-store.ts";
import { KEY, KEY_HASH, KEY_ID, RADIO } from "./key-record.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const SENT: Presented = { secret: KEY, inUrl: false };
const WRONG: Presented = { secret: `${KEY.slice(0, -1)}${KEY.endsWith("A") ? "B" : "A"}`, inUrl: false };
const UNKNOWN: Presented = { secret: `wp_0123456789ab_${"A".repeat(43)}`, inUrl: false };

let db: Database;
/** As the keys see it. */
let store: WatchedStore;
let keys: KnownKeys;

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  db = await emptyStore();
  await createPartner(db, RADIO);
  await createKey(db, "radio", { id: KEY_ID, hash: KEY_HASH }, NOW - 1);
  store = watchStore();
  keys = new KnownKeys(store.db);
  return () => vi.restoreAllMocks();
});

const checked = async (sent: Presented, now = NOW): Promise<string> => (await keys.check(sent, now)).status;

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

  it.each(["", "test-token", KEY.slice(1), `${KEY} `])(
    "is refused without a look where it is no key: %j",
    async (secret) => {
      expect([await checked({ secret, inUrl: false }), store.calls]).toEqual(["refused", 0]);
    },
  );

  it("is looked up again after a second, and what the desk has changed holds then", async () => {
    expect(await checked(SENT)).toBe("good");
    await revokeKey(db, "radio", KEY_ID, NOW);
    expect([await checked(SENT, NOW + 999), store.calls]).toEqual(["good", 1]);
    expect([await checked(SENT, NOW + 1_000), store.calls]).toEqual(["refused", 2]);
  });
});

describe("a key that is known", () => {
  it("needs neither look nor hash, for a second", async () => {
    expect(keys.known(SENT, NOW)).toBeNull();
    await checked(SENT);
    expect(keys.known(SENT, NOW + 999)).toMatchObject({ id: KEY_ID });
    expect(keys.known(SENT, NOW + 1_000)).toBeNull();
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
    expect(keys.known(sent, NOW)).toBeNull();
    expect(keys.known(SENT, NOW)).not.toBeNull();
  });

  it("is none before the right secret was seen, though its id was looked up", async () => {
    await checked(WRONG);
    expect(keys.known(SENT, NOW)).toBeNull();
  });

  it("ends when it expires, in the middle of its second", async () => {
    await db
      .prepare("UPDATE partner_key SET expires_at = ?")
      .bind(NOW + 500)
      .run();
    await checked(SENT);
    expect([keys.known(SENT, NOW + 499), keys.known(SENT, NOW + 500)]).toEqual([expect.anything(), null]);
  });

  it("has to be proven again once its hash is another", async () => {
    await checked(SENT);
    await db.prepare("UPDATE partner_key SET hash = ?").bind("0".repeat(64)).run();
    expect(await checked(SENT, NOW + 1_000)).toBe("refused");
    expect(keys.known(SENT, NOW + 1_000)).toBeNull();
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

describe("two requests that look one key up", () => {
  it("of which the first is answered last, leave what the second was told", async () => {
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    store.before = () => promise;
    const first = checked(SENT);
    store.before = works;
    await revokeKey(db, "radio", KEY_ID, NOW);
    expect(await checked(SENT, NOW + 1)).toBe("refused");
    await db.prepare("UPDATE partner_key SET revoked_at = NULL").run();
    answer();
    await first;
    expect(await checked(SENT, NOW + 2)).toBe("refused");
  });
});
