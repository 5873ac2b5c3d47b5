import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReceiptReport } from "../../../src/partner/receipt-report.ts";
import { signerOf } from "../../../src/partner/signed-by.ts";
import type { PublicKey, SignedStatement } from "../../../src/partner/statement.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { coldPoll } from "../cold-poll.ts";
import { article, homeOn, instance as instanceOf } from "../newsroom.ts";
import { newSigningKey } from "../signing-key.ts";
import { isDown, watchStore, works } from "../watched-store.ts";
import { basic, cold, type Desk, type Minted, PARTNER_FEEDS, syndicate } from "./syndicate.ts";

let desk: Desk;
let radio: Minted;
let paper: Minted;

beforeEach(async () => {
  desk = await syndicate();
  await desk.partner("radio");
  await desk.partner("paper");
  [radio, paper] = [await desk.key("radio"), await desk.key("paper")];
  await publish(article("a"));
});
afterEach(() => vi.restoreAllMocks());

const STORY = article("story");

async function publish(...articles: ({ id: string } & Record<string, unknown>)[]): Promise<void> {
  for (const one of articles) await desk.put(one);
  await desk.publish();
}

const stored = async () =>
  (
    await here.db
      .prepare("SELECT feed, partner, edition, key_id, format, status FROM receipt ORDER BY feed, edition")
      .all()
  ).results;

const reportOf = async (id: string) => (await desk.api<ReceiptReport>("GET", `/api/articles/${id}/receipts`)).body;

/** Each revision's deliveries in short. */
const short = ({ revisions }: ReceiptReport) =>
  revisions.map(({ revision, deliveries }) => [
    revision,
    ...deliveries.map(({ feed, what, state, received }) => [feed, what, state, received?.edition]),
  ]);

describe("a receipt", () => {
  it("is written once an edition, by its first poll, and by none after it", async () => {
    const store = watchStore();
    const poll = coldPoll(store.db, PARTNER_FEEDS);
    await poll("/partner/radio.rss", basic(radio.key));
    expect(await stored()).toEqual([
      { feed: "radio", partner: "radio", edition: 1, key_id: radio.id, format: "rss", status: 200 },
    ]);
    const calls = store.calls;
    for (const path of ["/partner/radio.rss", "/partner/radio.rss", "/partner/radio.json"])
      await poll(path, basic(radio.key));
    // The other format's document is read, and it is noted that it is polled.
    expect(store.calls - calls).toBe(2);
    await cold()("/partner/radio.json", basic((await desk.key("radio")).key));
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ["200", {}, "GET", [200]],
    ["304 by its tag", "tag", "GET", [304]],
    ["304 by its date, to the letter", "date", "GET", [304]],
    ["226", "delta", "GET", [226]],
    ["304 of anything", { "if-none-match": "*" }, "GET", []],
    ["304 of a later date", { "if-modified-since": "Wed, 01 Jan 2098 00:00:00 GMT" }, "GET", []],
    ["HEAD", {}, "HEAD", []],
    ["HEAD with its tag", "tag", "HEAD", [304]],
  ])("of %s is what it proves", async (_, condition, method, statuses) => {
    const desks = { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" };
    const old = (await cold()("/partner/radio.rss", desks)).headers;
    await publish(article("b"));
    const { headers } = await cold()("/partner/radio.rss", desks);
    const conditions: Record<string, Record<string, string>> = {
      tag: { "if-none-match": headers.get("etag") ?? "" },
      date: { "if-modified-since": headers.get("last-modified") ?? "" },
      delta: { "if-none-match": old.get("etag") ?? "", "a-im": "feed" },
    };
    const sent = typeof condition === "string" ? conditions[condition] : condition;
    await cold()("/partner/radio.rss", { ...basic(radio.key), ...sent } as Record<string, string>, method);
    expect(await stored()).toEqual(statuses.map((status) => expect.objectContaining({ edition: 2, status })));
  });

  it("stands before its answer goes out; one that the store would not take is written by the partner's next poll", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    startClock(Date.now());
    const store = watchStore();
    const poll = coldPoll(store.db, PARTNER_FEEDS);
    const etag =
      (await poll("/partner/radio.rss", { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" })).headers.get("etag") ??
      "";
    await here.db.prepare("ALTER TABLE receipt RENAME TO receipt_away").run();
    expect((await poll("/partner/radio.rss", basic(radio.key))).status).toBe(200);
    await here.db.prepare("ALTER TABLE receipt_away RENAME TO receipt").run();
    expect(await stored()).toEqual([]);
    pass(6_000);
    expect((await poll("/partner/radio.rss", { ...basic(radio.key), "if-none-match": etag })).status).toBe(304);
    expect(await stored()).toEqual([expect.objectContaining({ edition: 1, status: 304 })]);
    store.before = isDown;
    expect((await poll("/partner/radio.rss", basic(radio.key))).status).toBe(200);
    store.before = works;
    vi.useRealTimers();
  });

  it("is given to nobody for the desk's own reading, for what is refused, or for a page of an archive", async () => {
    const poll = cold();
    await poll("/partner/radio.rss", { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" });
    await poll("/partner/radio.rss", basic(paper.key));
    await poll("/partner/radio.rss");
    await poll("/partner/radio/archive/1.rss", basic(radio.key));
    expect(await stored()).toEqual([]);
  });

  it("notes when the key was last used", async () => {
    await cold()("/partner/radio.rss", basic(radio.key));
    const { body } = await desk.api<{ keys: { id: string; last_used_at?: string }[] }>(
      "GET",
      "/api/partners/radio/keys",
    );
    const used = body.keys.find(({ id }) => id === radio.id)?.last_used_at ?? "";
    expect(Math.abs(Date.parse(used) - Date.now())).toBeLessThan(120_000);
  });
});

describe("an article's receipts", () => {
  it("tell for each revision who has it since when, and who does not yet", async () => {
    await publish(STORY);
    await cold()("/partner/radio.rss", basic(radio.key));
    await publish({ ...STORY, corrections: [{ at: "2026-02-01T00:00:00Z", note: "A name was wrong." }] });
    await cold()("/partner/radio.json", basic(radio.key));
    const found = await reportOf("story");
    expect(short(found)).toEqual([
      [1, ["paper", "carried", "superseded", undefined], ["radio", "carried", "received", 2]],
      [2, ["paper", "carried", "waiting", undefined], ["radio", "carried", "received", 3]],
    ]);
    expect([found.complete, found.waiting]).toEqual([false, ["paper"]]);
    const received = found.revisions[1]?.deliveries[1];
    expect(received?.received).toMatchObject({ key: radio.id, status: 200, format: "json" });
    expect(Date.parse(received?.received?.at ?? "")).toBeGreaterThanOrEqual(Date.parse(received?.published_at ?? ""));
    await cold()("/partner/paper.rss", basic(paper.key));
    expect((await reportOf("story")).complete).toBe(true);
    expect(short(await reportOf("story"))[0]).toContainEqual(["paper", "carried", "superseded", undefined]);
  });

  it("turn green for a retraction partner by partner", async () => {
    await publish(STORY);
    for (const [feed, { key }] of [
      ["radio", radio],
      ["paper", paper],
    ] as const)
      await cold()(`/partner/${feed}.rss`, basic(key));
    await desk.request("DELETE", "/api/articles/story?reason=It+was+not+so");
    await desk.publish();
    const last = async () => short(await reportOf("story")).at(-1);
    expect(await last()).toEqual([
      2,
      ["paper", "retracted", "waiting", undefined],
      ["radio", "retracted", "waiting", undefined],
    ]);
    await cold()("/partner/paper.rss", basic(paper.key));
    expect(await last()).toEqual([
      2,
      ["paper", "retracted", "received", 3],
      ["radio", "retracted", "waiting", undefined],
    ]);
    await cold()("/partner/radio.rss", basic(radio.key));
    expect((await reportOf("story")).complete).toBe(true);
  });

  it("tell a licence withdrawn from a story that newer ones pushed out", async () => {
    await publish(STORY);
    await publish({ ...STORY, syndication: { allow: ["paper"] } });
    expect(short(await reportOf("story"))).toEqual([
      // For the paper nothing has changed: it has no new edition.
      [1, ["paper", "carried", "waiting", undefined], ["radio", "carried", "superseded", undefined]],
      [2, ["radio", "withdrawn", "waiting", undefined]],
    ]);
    await publish(...Array.from({ length: 10 }, (_, index) => article(`n${index}`)));
    expect(short(await reportOf("a")).flat()).not.toContainEqual(expect.arrayContaining(["withdrawn"]));
  });

  it("are there for an article that no partner gets, and not for one that is not", async () => {
    await publish({ ...STORY, syndication: { allow: "none" } });
    expect(short(await reportOf("story"))).toEqual([[1]]);
    expect((await desk.api("GET", "/api/articles/nothing/receipts")).status).toBe(404);
  });

  it("are nobody's without the publish token", async () => {
    for (const path of ["/api/articles/a/receipts", "/api/articles/a/receipts/statement", "/api/partners/alerts"])
      expect((await cold()(path, basic(radio.key))).status).toBe(401);
  });
});

describe("a statement", () => {
  async function signed(): Promise<{ statement: SignedStatement; keys: PublicKey[] }> {
    const service = instanceOf(PARTNER_FEEDS, SITE, homeOn({ secrets: { signingKey: newSigningKey() } }));
    const get = async <T>(path: string) =>
      (await (
        await service.fetch(
          new Request(`https://feeds.example${path}`, {
            headers: { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" },
          }),
        )
      ).json()) as T;
    const { keys } = await get<{ keys: PublicKey[] }>("/.well-known/wireproof-keys.json");
    return { statement: await get<SignedStatement>("/api/articles/a/receipts/statement"), keys };
  }

  it("is proved by the published key, and not when a letter of it is changed or another key signed it", async () => {
    await cold()("/partner/radio.rss", basic(radio.key));
    const { statement, keys } = await signed();
    expect(statement.statement).toMatchObject({ article: "a", issuer: "The Test Gazette", complete: false });
    expect(await signerOf(statement, keys)).not.toBeNull();
    const changed = { ...statement, statement: { ...statement.statement, complete: true } };
    expect(await signerOf(changed, keys)).toBeNull();
    expect(await signerOf(statement, (await signed()).keys.slice(-1))).toBeNull();
    expect(await signerOf({ ...statement, jws: statement.jws.slice(0, -4) }, keys)).toBeNull();
  });

  it("is proved by anybody's Ed25519: the bytes signed are header, dot, canonical JSON (RFC 7515 §5.1, RFC 8785)", async () => {
    const { statement, keys } = await signed();
    const [header, , signature] = statement.jws.split(".");
    const sort = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sort)
        : value !== null && typeof value === "object"
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, field]) => [name, sort(field)]),
            )
          : value;
    const payload = Buffer.from(JSON.stringify(sort(statement.statement))).toString("base64url");
    const key = await crypto.subtle.importKey(
      "jwk",
      { kty: "OKP", crv: "Ed25519", x: keys[0]?.x ?? "" },
      { name: "Ed25519" },
      false,
      ["verify"],
    );
    const bytes = [Buffer.from(signature ?? "", "base64url"), Buffer.from(`${header}.${payload}`)] as const;
    expect(
      await crypto.subtle.verify({ name: "Ed25519" }, key, new Uint8Array(bytes[0]), new Uint8Array(bytes[1])),
    ).toBe(true);
  });

  it("is not made without a key", async () => {
    const service = instanceOf(PARTNER_FEEDS);
    const get = (path: string) =>
      service.fetch(
        new Request(`https://feeds.example${path}`, { headers: { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" } }),
      );
    expect((await get("/api/articles/a/receipts/statement")).status).toBe(503);
    expect(await (await get("/.well-known/wireproof-keys.json")).json()).toEqual({ keys: [] });
  });
});
