import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { coldPoll } from "../cold-poll.ts";
import { article } from "../newsroom.ts";
import { basic, type Desk, syndicate } from "../partner/syndicate.ts";
import { type Browser, signIn, text } from "./browser.ts";

const DEFINITIONS: DefinitionInput[] = [
  { slug: "all", title: "All", description: "Everything" },
  {
    slug: "radio",
    title: "For the radio",
    description: "All the news",
    access: "partner",
    partner: "radio",
    alerts: { silent_after: 60, retraction_within: 30 },
  },
  { slug: "msn", title: "For MSN", description: "All the news", access: "partner", partner: "msn", profile: "msn" },
];
const MINUTE = 60_000;

let desk: Desk;
let browser: Browser;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 5, 1, 12) });
  desk = await syndicate(DEFINITIONS);
  await desk.partner("radio");
  browser = await signIn(desk);
});
afterEach(() => void vi.useRealTimers());

const later = (minutes: number) => void vi.setSystemTime(Date.now() + minutes * MINUTE);
const page = async (path: string) => text(await browser.page(path));
const publish = async (...stories: Record<string, unknown>[]) => {
  for (const story of stories) await desk.put(article(String(story.id), story));
  await desk.publish();
  later(1);
};
const poll = async (key: string) =>
  expect((await coldPoll(undefined, DEFINITIONS)("/partner/radio.rss", basic(key))).status).toBe(200);
const rowOf = async (path: string, name: string) =>
  text((await browser.page(path)).split("<tr>").find((row) => row.includes(`>${name}<`)) ?? "");

describe("the desk's page on partners", () => {
  it("says of each feed which edition its partner has, and since when it has not come", async () => {
    await publish({ id: "a" });
    const { key } = await desk.key("radio");
    expect(await rowOf("/desk/partners", "For the radio")).toMatch(
      /For the radio The radio standard 1 · 1 minute ago nothing yet never 1 0/,
    );
    expect(await rowOf("/desk/partners", "For MSN")).toContain("msn (not created yet)");
    await poll(key);
    later(120);
    expect(await rowOf("/desk/partners", "For the radio")).toMatch(/the current one 2 hours ago/);
    await publish({ id: "b" });
    expect(await rowOf("/desk/partners", "For the radio")).toMatch(/2 · 1 minute ago edition 1 2 hours ago 2 0/);
    const { body } = await desk.api<{ editions: object[] }>("GET", "/api/feeds/radio/editions");
    expect(body.editions).toMatchObject([{ edition: 2, added: ["tag:gazette.example,2026:b"] }, { edition: 1 }]);
  });

  it("counts what a partner's system will not take, and says which rule, whose, and of which story", async () => {
    await publish({ id: "a", title: "A title that is long enough" }, { id: "b", title: "Short one" });
    expect(await rowOf("/desk/partners", "For MSN")).toMatch(/1 · 1 minute ago nothing yet never 1 1/);
    const feed = await browser.page("/desk/partners/msn");
    expect(text(feed)).toContain("1 of 2 entries go out.");
    expect(text(feed)).toMatch(/Short one left out title-short the title has 9 characters[^.]*20 MSN Partner Hub/);
    expect(feed).toContain('href="/desk/articles/b"');
    expect(await page("/desk/partners/radio")).toContain("takes all of them gladly");
  });

  it("shows who is silent, and who has not picked up a retraction, until it does", async () => {
    await publish({ id: "a" });
    const { key } = await desk.key("radio");
    await poll(key);
    await desk.request("DELETE", "/api/articles/a?reason=Wrong");
    await desk.publish();
    later(31);
    await desk.sweep();
    expect(await page("/desk")).toContain("Partners : 1 open alert");
    const open = await page("/desk/partners");
    expect(open).toContain("One alert is open.");
    expect(open).toContain("has not picked up that a was taken back");
    expect(await page("/desk/articles/a")).toMatch(
      /Not there yet : msn, radio .* For the radio 2 that it was taken back not yet/,
    );
    later(150);
    await desk.sweep();
    expect(await page("/desk/partners")).toMatch(/2 alerts are open\. .* has not polled/);
    await poll(key);
    await desk.sweep();
    const over = await page("/desk/partners");
    expect(over).toMatch(/No partner is overdue\. .* Alerts that are over .* was taken back/);
    expect(await page("/desk")).not.toContain("open alert");
  });

  it("has nothing to say where no feed is for a partner, and knows no other feeds", async () => {
    const own = await syndicate(DEFINITIONS.slice(0, 1));
    expect(text(await (await signIn(own)).page("/desk/partners"))).toContain("No feed is for a partner.");
    for (const slug of ["all", "none", "..%2f"]) expect((await browser.get(`/desk/partners/${slug}`)).status).toBe(404);
    expect((await desk.request("GET", "/desk/partners", undefined, { authorization: "" })).status).toBe(303);
  });
});

describe("an article's page at the desk", () => {
  it("turns green partner by partner, and links a partner's feed where the desk knows it", async () => {
    await publish({ id: "a" });
    const { key } = await desk.key("radio");
    expect(await browser.page("/desk/articles/a")).toContain('href="/desk/partners/radio"');
    expect(await page("/desk/articles/a")).toMatch(
      /Not there yet : radio Partner .* radio For the radio 1 the story not yet/,
    );
    await poll(key);
    expect(await page("/desk/articles/a")).toMatch(
      /Every partner has what its feed says now .* 1 the story since just now , edition 1, key [0-9a-f]{12}/,
    );
  });

  it("gives the same as a signed statement, where there is a key to sign with", async () => {
    // The developer's own `.dev.vars` may have one.
    const keyless = await syndicate(DEFINITIONS, { SIGNING_KEY: undefined });
    await keyless.put(article("a"));
    expect((await (await signIn(keyless)).get("/desk/articles/a/statement")).status).toBe(503);
    const pair = (await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"])) as CryptoKeyPair;
    const pkcs8 = (await crypto.subtle.exportKey("pkcs8", pair.privateKey)) as ArrayBuffer;
    const signing = await syndicate(DEFINITIONS, { SIGNING_KEY: Buffer.from(pkcs8).toString("base64") });
    await signing.put(article("a"));
    await signing.publish();
    const answer = await (await signIn(signing)).get("/desk/articles/a/statement");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(await answer.json()).toMatchObject({
      statement: { article: "a", waiting: ["radio"] },
      jws: expect.any(String),
    });
    expect((await (await signIn(signing)).get("/desk/articles/none/statement")).status).toBe(404);
  });
});

describe("the desk's preview", () => {
  const preview = async (fields: Record<string, unknown>) =>
    text(await (await browser.post("/desk/preview", { text: JSON.stringify(article("a", fields)) })).text());

  it("says, before a story is stored, which partners get it and what their systems will say", async () => {
    const told = await preview({ title: "Short one" });
    expect(told).toContain("It goes out in For the radio.");
    expect(told).toMatch(/For MSN left out title-short/);
    expect(await preview({ title: "A title that is long enough" })).toContain("It goes out in For the radio, For MSN.");
    expect(await preview({ syndication: { allow: ["msn"] }, title: "A title that is long enough" })).toContain(
      "It goes out in For MSN.",
    );
    expect(await preview({ syndication: { allow: "none" } })).not.toContain("For partners");
    expect(await preview({ status: "withheld" })).not.toContain("For partners");
    expect((await env.DB.prepare("SELECT 1 FROM article").all()).results).toEqual([]);
  });
});
