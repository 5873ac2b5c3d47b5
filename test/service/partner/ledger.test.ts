import { beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_REQUESTS_PER_MINUTE } from "../../../src/partner/partner.ts";
import type { Database, Home } from "../../../src/service/home.ts";
import { type Admission, type KeyedPoll, Ledger, tooMany } from "../../../src/service/partner/ledger.ts";
import type { AnsweredPoll } from "../../../src/service/poll/account.ts";
import { createKey, createPartner } from "../../../src/service/store/partners.ts";
import { passUntil, startClock } from "../clock.ts";
import { emptyStore, select } from "../store/rows.ts";
import { isDown, type WatchedStore, watchStore, works } from "../watched-store.ts";
import { handAt } from "./hand.ts";
import { KEY_HASH, KEY_ID, keyRecord, RADIO } from "./key-record.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const HOUR = 3_600_000;
const TAG = 'W/"current"';

let db: Database;
let store: WatchedStore;
let ledger: Ledger;

beforeEach(async () => {
  startClock(NOON);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  db = await emptyStore();
  await createPartner(db, RADIO, handAt());
  await createKey(db, "radio", { id: KEY_ID, hash: KEY_HASH }, handAt(NOON));
  store = watchStore();
  ledger = new Ledger({ db: store.db });
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

const limited = (limiter: Home["limiter"]) => new Ledger({ db: store.db, limiter });

interface Asked {
  headers?: RequestInit["headers"];
  method?: string;
  url?: string;
  feed?: string;
  key?: KeyedPoll["key"];
}

const key = keyRecord();

const poll = (asked: Asked = {}): KeyedPoll => ({
  ...{ key: asked.key ?? key, url: asked.url ?? "/partner/radio.rss", format: "rss", now: Date.now() },
  feed: "feed" in asked ? asked.feed : "radio",
  request: new Request("https://feeds.example/partner/radio.rss", { headers: asked.headers, method: asked.method }),
});

const answered = (status: number, sent = 0, edition = 1): AnsweredPoll => ({
  ...{ request: poll().request, feed: "radio", format: "rss", status, sent, whole: 0, edition },
});

/** Settles an answer, and gives the status that goes out. */
async function settle(
  asked: Asked,
  status: number,
  { admission = "full" as Admission, sent = 0, edition = 1 } = {},
): Promise<number> {
  const answer = new Response(null, { status: status === 226 ? 200 : status, headers: { etag: TAG } });
  const told = status === 226 ? Object.defineProperty(answer, "status", { value: 226 }) : answer;
  return (await ledger.settle(poll(asked), admission, answered(status, sent, edition), told)).status;
}

const receipts = () => select(db, "SELECT edition, key_id, format, status, served_at FROM receipt ORDER BY edition");
const used = () => select(db, "SELECT day, bytes, last_used_at FROM partner_key");

describe("a request", () => {
  const few = keyRecord({ requests_per_minute: 2 });

  it("is admitted in full up to its partner's limit, and refused beyond it until the next minute", async () => {
    const admissions = [];
    for (let time = 0; time < 3; time += 1) admissions.push(await ledger.admit(poll({ key: few })));
    passUntil(NOON + 60_000);
    admissions.push(await ledger.admit(poll({ key: few })));
    expect(admissions).toEqual(["full", "full", "refused", "full"]);
  });

  it("beyond it may be told that nothing has changed, where it is conditional, at a pace of a minute a URL", async () => {
    const conditional = { key: few, headers: { "if-none-match": TAG } };
    for (let time = 0; time < 2; time += 1) await ledger.admit(poll(conditional));
    expect(await ledger.admit(poll(conditional))).toBe("unchanged only");
    await settle(conditional, 304, { admission: "unchanged only" });
    expect(await ledger.admit(poll(conditional))).toBe("refused");
    expect(await ledger.admit(poll({ ...conditional, url: "/partner/radio.atom" }))).toBe("unchanged only");
    expect(await ledger.admit(poll({ key: few }))).toBe("refused");
  });

  it("is counted by key: another key of the partner has its own", async () => {
    const other = keyRecord({ requests_per_minute: 2 }, { id: "other" });
    for (let time = 0; time < 3; time += 1) await ledger.admit(poll({ key: few }));
    expect(await ledger.admit(poll({ key: other }))).toBe("full");
  });

  it("is asked of the limiter, which counts for all instances, where its partner has the usual limit", async () => {
    const asked: string[] = [];
    ledger = limited(async (id) => asked.push(id) < 2);
    expect([await ledger.admit(poll()), await ledger.admit(poll())]).toEqual(["full", "refused"]);
    expect(asked).toEqual([KEY_ID, KEY_ID]);
    const own = keyRecord({ requests_per_minute: DEFAULT_REQUESTS_PER_MINUTE + 1 }, { id: "own" });
    expect([await ledger.admit(poll({ key: own })), asked.length]).toEqual(["full", 2]);
  });

  it("that is beyond the limit here is not asked of the limiter", async () => {
    const asked: string[] = [];
    ledger = limited(async (id) => asked.push(id) > 0);
    for (let time = 0; time <= DEFAULT_REQUESTS_PER_MINUTE; time += 1) await ledger.admit(poll());
    expect(asked).toHaveLength(DEFAULT_REQUESTS_PER_MINUTE);
  });
});

describe("an answer", () => {
  it.each([
    [200, 429],
    [226, 226],
    [304, 304],
  ])("of %i to a request that may be told only that nothing has changed is %i", async (status, out) => {
    expect(await settle({}, status, { admission: "unchanged only" })).toBe(out);
  });

  it("whose bytes are beyond the day's is a 429 until midnight UTC, and uses nothing", async () => {
    const small = keyRecord({ bytes_per_day: 100 });
    expect(await settle({ key: small }, 200, { sent: 60 })).toBe(200);
    expect(await settle({ key: small }, 200, { sent: 41 })).toBe(429);
    expect(await settle({ key: small }, 200, { sent: 40 })).toBe(200);
    passUntil(Date.UTC(2026, 5, 2));
    expect(await settle({ key: small }, 200, { sent: 100 })).toBe(200);
  });

  it.each([
    ["a delta", {}, 226],
    ["a 304", {}, 304],
    ["HEAD", { method: "HEAD" }, 200],
  ])("that is no full document uses none of the day's bytes: %s", async (_, asked, status) => {
    const small = keyRecord({ bytes_per_day: 100 });
    expect(await settle({ ...asked, key: small }, status, { sent: 1_000 })).toBe(status);
    expect(await settle({ key: small }, 200, { sent: 100 })).toBe(200);
  });

  it("tells in how many seconds to come again (RFC 6585 §4, RFC 9110 §10.2.3)", () => {
    const { status, headers } = tooMany(40);
    expect([status, headers.get("retry-after"), headers.get("cache-control")]).toEqual([429, "40", "no-store"]);
  });
});

describe("a receipt", () => {
  it("is in the store before the answer goes out, once an edition", async () => {
    await settle({}, 200, { sent: 60 });
    expect(await receipts()).toEqual([{ edition: 1, key_id: KEY_ID, format: "rss", status: 200, served_at: NOON }]);
    const { calls } = store;
    await settle({}, 200);
    expect(store.calls).toBe(calls);
    await settle({}, 226, { edition: 2 });
    expect(await receipts()).toMatchObject([{ edition: 1 }, { edition: 2, status: 226 }]);
  });

  it.each<[string, Asked, number, number]>([
    ["a document", {}, 200, 1],
    ["a delta", {}, 226, 1],
    ["a 304 to the edition's own tag", { headers: { "if-none-match": TAG } }, 304, 1],
    ["a 304 to HEAD with its tag", { headers: { "if-none-match": TAG }, method: "HEAD" }, 304, 1],
    ["a 304 to *, which proves nothing", { headers: { "if-none-match": "*" } }, 304, 0],
    ["HEAD, which leaves nothing with the partner", { method: "HEAD" }, 200, 0],
    ["a page of an archive", { feed: undefined }, 200, 0],
  ])("is there for what leaves the partner with the edition: %s", async (_, asked, status, count) => {
    await settle(asked, status);
    expect(await receipts()).toHaveLength(count);
  });

  it("is dated when it is written: the edition may be newer than the poll's beginning", async () => {
    const early = poll();
    passUntil(NOON + 700);
    await ledger.settle(early, "full", answered(200), new Response(""));
    expect(await receipts()).toMatchObject([{ served_at: NOON + 700 }]);
  });

  it("that the store did not take costs nobody the answer, and is tried again with a later poll", async () => {
    store.before = isDown;
    expect(await settle({}, 200, { sent: 60 })).toBe(200);
    store.before = works;
    expect([await settle({}, 200, { sent: 60 }), await receipts()]).toEqual([200, []]);
    passUntil(NOON + 5_000);
    await settle({}, 200);
    expect(await receipts()).toMatchObject([{ edition: 1, served_at: NOON + 5_000 }]);
    expect(await used()).toMatchObject([{ bytes: 120 }]);
  });
});

describe("what a key uses", () => {
  it("is noted with its first poll, and then once an hour", async () => {
    await settle({}, 200, { sent: 10 });
    expect(await used()).toEqual([{ day: 20_605, bytes: 10, last_used_at: NOON }]);
    passUntil(NOON + HOUR - 1);
    await settle({}, 200, { sent: 20 });
    expect(await used()).toMatchObject([{ bytes: 10 }]);
    passUntil(NOON + HOUR);
    await settle({}, 200, { sent: 30 });
    expect(await used()).toEqual([{ day: 20_605, bytes: 60, last_used_at: NOON + HOUR }]);
  });

  it("is noted before a tenth of its day's bytes is unknown to the store", async () => {
    await settle({}, 200);
    await settle({}, 200, { sent: RADIO.bytes_per_day / 10 });
    expect(await used()).toMatchObject([{ bytes: 0 }]);
    await settle({}, 200, { sent: 1 });
    expect(await used()).toMatchObject([{ bytes: RADIO.bytes_per_day / 10 + 1 }]);
  });

  it("of an archive is noted by key", async () => {
    await settle({ feed: undefined }, 200, { sent: 10 });
    expect(await used()).toMatchObject([{ bytes: 10 }]);
    expect(await select(db, "SELECT * FROM partner_poll")).toEqual([]);
  });
});

describe("a hot poll", () => {
  const hot = (asked: Asked = {}, bytes = 0, edition = 1) => ledger.settleHot(poll(asked), bytes, edition);

  it("is settled once its partner has a receipt of the edition, and not before", async () => {
    expect(hot()).toBe(false);
    await ledger.admit(poll());
    await settle({}, 200);
    expect([hot(), hot({}, 0, 2)]).toEqual([true, false]);
  });

  it("counts as a request, and as bytes of the day", async () => {
    const small = keyRecord({ requests_per_minute: 3, bytes_per_day: 1_000 });
    await ledger.admit(poll({ key: small }));
    await settle({ key: small }, 200, { sent: 10 });
    expect([hot({ key: small }, 50), hot({ key: small }, 60), hot({ key: small })]).toEqual([true, true, false]);
    passUntil(NOON + 60_000);
    expect(hot({ key: small }, 891)).toBe(false);
  });

  it("is left to the routes when a note is due, and where a limiter is to be asked", async () => {
    await settle({}, 200);
    passUntil(NOON + HOUR);
    expect(hot()).toBe(false);
    ledger = limited(async () => true);
    await settle({}, 200);
    expect([hot(), hot({ key: keyRecord({ requests_per_minute: 7 }) })]).toEqual([false, true]);
  });
});
