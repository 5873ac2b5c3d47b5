import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { PARTNER_FEEDS } from "../../partner/syndicate.ts";
import { type Browser, signIn, text } from "../browser.ts";

const FAMILY: FeedInput = {
  ...{ by: "tag", slug: "daily/tag/{value}", title: "{value} for the daily", description: "On {value}" },
  ...{ access: "partner", partner: "daily" },
};

let room: Newsroom;
let browser: Browser;

beforeEach(async () => {
  room = await newsroom([...PARTNER_FEEDS, FAMILY], SITE);
  browser = await signIn(room);
  const added = await browser.post("/desk/partners", { name: "Harbour Radio", slug: "radio" });
  expect([added.status, added.headers.get("location")]).toEqual([303, "/desk/partners/radio?done=created"]);
});

const partner = async (): Promise<Record<string, unknown>> =>
  (await room.request("GET", "/api/partners/radio")).json() as Promise<Record<string, unknown>>;

/** What the log says was done since the partner was added. */
const deeds = async () =>
  (
    await here.db
      .prepare("SELECT action, subject_kind, subject FROM audit WHERE action LIKE 'partner%' ORDER BY id")
      .all()
  ).results;

/** Makes a key by the form. */
async function newKey(fields: Record<string, string> = {}): Promise<{ id: string; key: string; page: string }> {
  const answer = await browser.post("/desk/partners/radio/keys", fields);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([201, "no-store"]);
  const page = await answer.text();
  const key = /id="key">(wp_[^<]+)</.exec(page)?.[1] ?? "";
  return { id: key.slice(3, 15), key, page };
}

const poll = async (key: string): Promise<number> =>
  (
    await room.fetch(
      new Request("https://feeds.example/partner/radio.rss", { headers: { authorization: `Bearer ${key}` } }),
    )
  ).status;

describe("a partner at the desk", () => {
  it("is told the families that are for it, with those of their feeds that it polls, and has a row in the form of a story", async () => {
    await browser.post("/desk/partners", { name: "The Daily", slug: "daily" });
    const before = text(await browser.page("/desk/partners/daily"));
    expect(before).not.toContain("No feed is for it yet");
    expect(before).toContain("{value} for the daily: a family, with a feed for each tag that it asks for");
    for (const id of ["a", "b"]) await room.put(article(id, { tags: ["Votes"] }));
    await room.publish();
    const { key } = (await (await room.request("POST", "/api/partners/daily/keys", {})).json()) as { key: string };
    const headers = { authorization: `Bearer ${key}` };
    const polled = await room.fetch(new Request("https://feeds.example/partner/daily/tag/votes.rss", { headers }));
    expect(polled.status).toBe(200);
    expect(text(await browser.page("/desk/partners/daily"))).toContain(
      "Votes for the daily : what its profile leaves out",
    );
    const begun = await browser.get("/desk/articles/new");
    expect(await browser.page(begun.headers.get("location") ?? "")).toContain("daily");
  });

  it("has the form for its first key open, and is not said to be served before it has one", async () => {
    const before = await browser.page("/desk/partners/radio");
    expect(before).toContain('<details open=""><summary>A new key</summary>');
    expect(text(before)).toMatch(/Harbour Radio Not served yet: it has no key that is good\. /);
    await newKey();
    const after = await browser.page("/desk/partners/radio");
    expect(after).toContain("<details><summary>A new key</summary>");
    expect(text(after)).toMatch(/Harbour Radio Served\. /);
  });

  it("is added once under a short name", async () => {
    expect(text(await browser.page("/desk/partners/radio?done=created"))).toContain("The partner is added.");
    expect((await browser.post("/desk/partners", { name: "Another", slug: "radio" })).status).toBe(409);
    const wrong = await browser.post("/desk/partners", { name: "", slug: "No Slug" });
    expect(wrong.status).toBe(422);
    expect(text(await wrong.text())).toMatch(
      /The short name must be lower-case letters.*The name is empty|The name is empty/,
    );
    expect(await browser.page("/desk/partners")).toContain('href="/desk/partners/radio"');
  });

  it("gets another name and other limits", async () => {
    const fields = { name: "Radio", requests_per_minute: "5", megabytes_per_day: "1.5", key_in_url: "on" };
    expect((await browser.post("/desk/partners/radio", fields)).status).toBe(303);
    expect(await partner()).toMatchObject({
      name: "Radio",
      requests_per_minute: 5,
      bytes_per_day: 1_500_000,
      key_in_url: true,
    });
    expect((await browser.post("/desk/partners/radio", { ...fields, requests_per_minute: "many" })).status).toBe(422);
    expect((await browser.post("/desk/partners/nobody", fields)).status).toBe(404);
  });

  it("is suspended and resumed", async () => {
    await browser.post("/desk/partners/radio/status", { status: "suspended" });
    expect(text(await browser.page("/desk/partners/radio"))).toContain("Suspended: no key of it opens anything.");
    await browser.post("/desk/partners/radio/status", { status: "active" });
    expect(await partner()).toMatchObject({ status: "active" });
    expect((await browser.post("/desk/partners/radio/status", { status: "gone" })).status).toBe(422);
  });

  it("gets a key, which is shown once and opens its feed", async () => {
    await room.publish();
    const { id, key, page } = await newKey({ label: "Newsroom", days: "30" });
    expect(text(page)).toContain("it is shown once");
    expect(await poll(key)).toBe(200);
    const listed = await browser.page("/desk/partners/radio");
    expect(text(listed)).toContain(`wp_${id}…`);
    expect(listed).not.toContain(key);
    expect((await browser.post("/desk/partners/radio/keys", { feed: "all" })).status).toBe(422);
    // Not a key without an end, where somebody meant one.
    expect((await browser.post("/desk/partners/radio/keys", { days: "60" })).status).toBe(422);
  });

  it("gets another key for one, which goes on for a while, or not", async () => {
    await room.publish();
    const { id, key } = await newKey();
    const answer = await browser.post(`/desk/partners/radio/keys/${id}/rotate`, { hours: "24" });
    const page = await answer.text();
    const next = /id="key">(wp_[^<]+)</.exec(page)?.[1] ?? "";
    expect(text(page)).toContain(`The key wp_${id}… goes on until`);
    expect([await poll(key), await poll(next)]).toEqual([200, 200]);
    expect((await browser.post(`/desk/partners/radio/keys/${id}/rotate`, { hours: "9999" })).status).toBe(404);
    expect((await browser.post(`/desk/partners/paper/keys/${id}/rotate`, { hours: "24" })).status).toBe(404);
  });

  it("has a key revoked", async () => {
    const { id } = await newKey();
    expect((await browser.post(`/desk/partners/radio/keys/${id}/revoke`, {})).status).toBe(303);
    expect((await browser.post(`/desk/partners/radio/keys/${id}/revoke`, {})).status).toBe(404);
    expect(text(await browser.page("/desk/partners/radio"))).toContain("Keys that are good no more");
  });

  it("has all of it in the log, by whom, and what was not done is not there", async () => {
    const { id } = await newKey();
    await browser.post(`/desk/partners/radio/keys/${id}/revoke`, {});
    await browser.post(`/desk/partners/radio/keys/${id}/revoke`, {});
    await browser.post("/desk/partners", { name: "Another", slug: "radio" });
    await browser.post("/desk/partners/nobody/status", { status: "suspended" });
    await browser.post("/desk/partners/radio/status", { status: "suspended" });
    expect(await deeds()).toEqual([
      { action: "partner.created", subject_kind: "partner", subject: "radio" },
      { action: "partner-key.created", subject_kind: "partner-key", subject: id },
      { action: "partner-key.revoked", subject_kind: "partner-key", subject: id },
      { action: "partner.changed", subject_kind: "partner", subject: "radio" },
    ]);
  });
});
