import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Desk, syndicate } from "../../partner/syndicate.ts";
import { type Browser, signIn, text } from "../browser.ts";
import { DEFINITIONS, later, type PartnerDesk, partnerDesk, poll } from "./partner-desk.ts";

let desk: Desk;
let browser: Browser;
let page: PartnerDesk["page"];
let publish: PartnerDesk["publish"];
beforeEach(async () => {
  ({ desk, browser, page, publish } = await partnerDesk());
});
afterEach(() => void vi.useRealTimers());

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
    const feed = await browser.page("/desk/partners/feeds/msn");
    expect(text(feed)).toContain("1 of 2 entries go out.");
    expect(text(feed)).toMatch(/Short one left out title-short the title has 9 characters[^.]*20 MSN Partner Hub/);
    expect(feed).toContain('href="/desk/articles/b"');
    expect(await page("/desk/partners/feeds/radio")).toContain("takes all of them gladly");
  });

  it("shows who is silent, and who has not picked up a retraction, until it does", async () => {
    await publish({ id: "a" });
    const { key } = await desk.key("radio");
    await poll(key);
    await desk.request("DELETE", "/api/articles/a?reason=Wrong");
    await desk.publish();
    later(31);
    await desk.sweep();
    expect(await page("/desk")).toMatch(/has not picked up that “Title of a” was taken back .* See who has it/);
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
    expect(await page("/desk")).not.toContain("has not picked up");
  });

  it("has nothing to say where no feed is for a partner, and knows no other feeds", async () => {
    const own = await syndicate(DEFINITIONS.slice(0, 1));
    expect(text(await (await signIn(own)).page("/desk/partners"))).toContain("No feed is for a partner.");
    const again = await signIn(desk);
    for (const slug of ["all", "none", "..%2f"])
      expect((await again.get(`/desk/partners/feeds/${slug}`)).status).toBe(404);
    expect((await desk.request("GET", "/desk/partners", undefined, { authorization: "" })).status).toBe(303);
  });
});
