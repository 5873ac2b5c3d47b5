import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { KEY_MEMORY } from "../../../../src/service/partner/known-keys.ts";
import { here } from "../../../homes/here.ts";
import { coldPoll, sleep } from "../../cold-poll.ts";
import { basic, bearer, cold, type Desk, type Minted, PARTNER_FEEDS } from "../../partner/syndicate.ts";
import { twoPartners } from "../../partner/two-partners.ts";
import { isDown, watchStore } from "../../watched-store.ts";

let desk: Desk;
let radio: Minted;

beforeAll(async () => {
  ({ desk, radio } = await twoPartners());
});
afterEach(() => vi.restoreAllMocks());

describe("a key", () => {
  it("is shown once, and is not in the store", async () => {
    const fresh = await desk.key("radio", { label: "Newsroom system" });
    const { body } = await desk.api("GET", "/api/partners/radio");
    expect(JSON.stringify(body)).toContain(fresh.id);
    expect(JSON.stringify(body)).not.toContain(fresh.key.slice(16));
    const { results } = await here.db.prepare("SELECT * FROM partner_key").all();
    expect(JSON.stringify(results)).not.toContain(fresh.key.slice(16));
  });

  it("that is revoked opens nothing more, in a hot instance after a named time at the latest", async () => {
    const key = await desk.key("radio");
    const hot = cold();
    expect((await hot("/partner/radio.rss", basic(key.key))).status).toBe(200);
    expect((await desk.request("DELETE", `/api/partners/radio/keys/${key.id}`)).status).toBe(200);
    expect((await cold()("/partner/radio.rss", basic(key.key))).status).toBe(401);
    await sleep(KEY_MEMORY);
    expect((await hot("/partner/radio.rss", basic(key.key))).status).toBe(401);
    expect(KEY_MEMORY).toBeLessThanOrEqual(2_000);
    expect((await desk.request("DELETE", `/api/partners/radio/keys/${key.id}`)).status).toBe(404);
  });

  it("is taken on nobody's word but the store's: while it is down, known keys work for the same time, then 503", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const store = watchStore();
    const hot = coldPoll(store.db, PARTNER_FEEDS);
    expect((await hot("/partner/radio.rss", basic(radio.key))).status).toBe(200);
    store.before = isDown;
    expect((await hot("/partner/radio.rss", basic(radio.key))).status).toBe(200);
    await sleep(KEY_MEMORY);
    const late = await hot("/partner/radio.rss", basic(radio.key));
    expect([late.status, late.headers.get("retry-after")]).toEqual([503, "5"]);
  });

  it("that has been taken opens nothing for another secret of its id, hot or cold", async () => {
    const hot = cold();
    const wrong = `${radio.key.slice(0, -1)}${radio.key.endsWith("A") ? "B" : "A"}`;
    for (const [key, status] of [
      [wrong, 401],
      [radio.key, 200],
      [wrong, 401],
      [radio.key, 200],
    ] as const)
      expect((await hot("/partner/radio.rss", basic(key))).status).toBe(status);
  });

  it("that has expired is 401, and one that will is 200 until then", async () => {
    const key = await desk.key("radio", { expires_at: new Date(Date.now() + 600).toISOString() });
    const hot = cold();
    expect((await hot("/partner/radio.rss", basic(key.key))).status).toBe(200);
    await sleep(650);
    expect((await hot("/partner/radio.rss", basic(key.key))).status).toBe(401);
  });

  it("rotates with an overlap in which both work, and keeps its scope", async () => {
    const old = await desk.key("radio", { feeds: ["radio-sport"], label: "Sport desk" });
    const rotate = (id: string, body: object) =>
      desk.api<Minted>("POST", `/api/partners/radio/keys/${id}/rotate`, body);
    const { status, body: next } = await rotate(old.id, { overlap_minutes: 10 });
    expect(status).toBe(201);
    for (const { key } of [old, next]) {
      expect((await cold()("/partner/radio-sport.rss", basic(key))).status).toBe(200);
      expect((await cold()("/partner/radio.rss", basic(key))).status).toBe(403);
    }
    await rotate(next.id, { overlap_minutes: 0 });
    expect((await cold()("/partner/radio-sport.rss", basic(next.key))).status).toBe(401);
    expect((await cold()("/partner/radio-sport.rss", basic(old.key))).status).toBe(200);
    expect((await rotate(next.id, {})).status).toBe(404);
  });

  it("of a suspended partner opens nothing, and all again when it is resumed", async () => {
    await desk.partner("agency");
    await desk.api("PATCH", "/api/partners/radio", { status: "suspended" });
    expect((await cold()("/partner/radio.rss", basic(radio.key))).status).toBe(403);
    await desk.api("PATCH", "/api/partners/radio", { status: "active" });
    expect((await cold()("/partner/radio.rss", basic(radio.key))).status).toBe(200);
  });

  it("is no publish token, and the publish token reads every partner's feed", async () => {
    const poll = cold();
    expect((await poll("/api/partners", bearer(radio.key))).status).toBe(401);
    expect((await poll("/partner/radio.rss", bearer("test-4f9c2e7b1d806a35e7c1"))).status).toBe(200);
    expect((await poll("/partner/nothing.rss", bearer("test-4f9c2e7b1d806a35e7c1"))).status).toBe(403);
    expect((await poll("/partner/radio.rss?key=test-4f9c2e7b1d806a35e7c1")).status).toBe(401);
  });
});
