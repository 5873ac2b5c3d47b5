import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { type Newsroom, newsroom } from "../../newsroom.ts";
import { PARTNER_FEEDS } from "../../partner/syndicate.ts";
import { type Browser, signIn, text } from "../browser.ts";

let room: Newsroom;
let browser: Browser;

beforeEach(async () => {
  room = await newsroom(PARTNER_FEEDS, SITE);
  browser = await signIn(room);
  const added = await browser.post("/desk/partner", { name: "Harbour Radio", slug: "radio" });
  expect([added.status, added.headers.get("location")]).toEqual([303, "/desk/partner/radio?done=created"]);
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
  const answer = await browser.post("/desk/partner/radio/keys", fields);
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
  it("is added once under a short name", async () => {
    expect(text(await browser.page("/desk/partner/radio?done=created"))).toContain("The partner is added.");
    expect((await browser.post("/desk/partner", { name: "Another", slug: "radio" })).status).toBe(409);
    const wrong = await browser.post("/desk/partner", { name: "", slug: "No Slug" });
    expect(wrong.status).toBe(422);
    expect(text(await wrong.text())).toMatch(
      /The short name must be lower-case letters.*The name is empty|The name is empty/,
    );
    expect(await browser.page("/desk/partners")).toContain('href="/desk/partner/radio"');
  });

  it("gets another name and other limits", async () => {
    const fields = { name: "Radio", requests_per_minute: "5", megabytes_per_day: "1.5", key_in_url: "on" };
    expect((await browser.post("/desk/partner/radio", fields)).status).toBe(303);
    expect(await partner()).toMatchObject({
      name: "Radio",
      requests_per_minute: 5,
      bytes_per_day: 1_500_000,
      key_in_url: true,
    });
    expect((await browser.post("/desk/partner/radio", { ...fields, requests_per_minute: "many" })).status).toBe(422);
    expect((await browser.post("/desk/partner/nobody", fields)).status).toBe(404);
  });

  it("is suspended and resumed", async () => {
    await browser.post("/desk/partner/radio/status", { status: "suspended" });
    expect(text(await browser.page("/desk/partner/radio"))).toContain("Suspended: no key of it opens anything.");
    await browser.post("/desk/partner/radio/status", { status: "active" });
    expect(await partner()).toMatchObject({ status: "active" });
    expect((await browser.post("/desk/partner/radio/status", { status: "gone" })).status).toBe(422);
  });

  it("gets a key, which is shown once and opens its feed", async () => {
    await room.publish();
    const { id, key, page } = await newKey({ label: "Newsroom", days: "30" });
    expect(text(page)).toContain("it is shown once");
    expect(await poll(key)).toBe(200);
    const listed = await browser.page("/desk/partner/radio");
    expect(text(listed)).toContain(`wp_${id}…`);
    expect(listed).not.toContain(key);
    expect((await browser.post("/desk/partner/radio/keys", { feed: "all" })).status).toBe(422);
    // Not a key without an end, where somebody meant one.
    expect((await browser.post("/desk/partner/radio/keys", { days: "60" })).status).toBe(422);
  });

  it("gets another key for one, which goes on for a while, or not", async () => {
    await room.publish();
    const { id, key } = await newKey();
    const answer = await browser.post(`/desk/partner/radio/keys/${id}/rotate`, { hours: "24" });
    const page = await answer.text();
    const next = /id="key">(wp_[^<]+)</.exec(page)?.[1] ?? "";
    expect(text(page)).toContain(`The key wp_${id}… goes on until`);
    expect([await poll(key), await poll(next)]).toEqual([200, 200]);
    expect((await browser.post(`/desk/partner/radio/keys/${id}/rotate`, { hours: "9999" })).status).toBe(404);
    expect((await browser.post(`/desk/partner/paper/keys/${id}/rotate`, { hours: "24" })).status).toBe(404);
  });

  it("has a key revoked", async () => {
    const { id } = await newKey();
    expect((await browser.post(`/desk/partner/radio/keys/${id}/revoke`, {})).status).toBe(303);
    expect((await browser.post(`/desk/partner/radio/keys/${id}/revoke`, {})).status).toBe(404);
    expect(text(await browser.page("/desk/partner/radio"))).toContain("Keys that are good no more");
  });

  it("has all of it in the log, by whom, and what was not done is not there", async () => {
    const { id } = await newKey();
    await browser.post(`/desk/partner/radio/keys/${id}/revoke`, {});
    await browser.post(`/desk/partner/radio/keys/${id}/revoke`, {});
    await browser.post("/desk/partner", { name: "Another", slug: "radio" });
    await browser.post("/desk/partner/nobody/status", { status: "suspended" });
    await browser.post("/desk/partner/radio/status", { status: "suspended" });
    expect(await deeds()).toEqual([
      { action: "partner.created", subject_kind: "partner", subject: "radio" },
      { action: "partner-key.created", subject_kind: "partner-key", subject: id },
      { action: "partner-key.revoked", subject_kind: "partner-key", subject: id },
      { action: "partner.changed", subject_kind: "partner", subject: "radio" },
    ]);
  });
});
