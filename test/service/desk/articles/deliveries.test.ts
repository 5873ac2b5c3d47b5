import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { here } from "../../../homes/here.ts";
import { article } from "../../newsroom.ts";
import { type Desk, syndicate } from "../../partner/syndicate.ts";
import { newSigningKey } from "../../signing-key.ts";
import { insertPush, insertSubscription } from "../../store/rows.ts";
import { type Browser, signIn } from "../browser.ts";
import { DEFINITIONS, type PartnerDesk, partnerDesk, poll } from "../partners/partner-desk.ts";

let desk: Desk;
let browser: Browser;
let page: PartnerDesk["page"];
let publish: PartnerDesk["publish"];
beforeEach(async () => {
  ({ desk, browser, page, publish } = await partnerDesk());
});
afterEach(() => void vi.useRealTimers());

describe("an article's page at the desk", () => {
  it("turns green partner by partner, and links a partner's feed where the desk knows it", async () => {
    await publish({ id: "a" });
    const { key } = await desk.key("radio");
    expect(await browser.page("/desk/articles/a")).toContain('href="/desk/partners/feeds/radio"');
    expect(await page("/desk/articles/a")).toMatch(
      /Not there yet : radio Partner .* radio For the radio 1 the story not yet/,
    );
    await poll(key);
    expect(await page("/desk/articles/a")).toMatch(
      /Every partner has what its feed says now .* 1 the story since just now , edition 1, key [0-9a-f]{12}/,
    );
  });

  it("says of what a partner was sent that it was", async () => {
    await publish({ id: "a" });
    const { id } = await desk.key("radio");
    await insertSubscription(here.db, 7, { feed: "radio", partner: "radio", key_id: id });
    await insertPush(here.db, 7, 1, { feed: "radio" });
    expect(await page("/desk/articles/a")).toMatch(/edition 1, which it was sent, key [0-9a-f]{12} never/);
  });

  it("gives the same as a signed statement, where there is a key to sign with", async () => {
    const keyless = await syndicate(DEFINITIONS);
    await keyless.put(article("a"));
    expect((await (await signIn(keyless)).get("/desk/articles/a/statement")).status).toBe(503);
    const signing = await syndicate(DEFINITIONS, {
      secrets: { signingKey: newSigningKey() },
    });
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
