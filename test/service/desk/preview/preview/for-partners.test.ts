import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { here } from "../../../../homes/here.ts";
import { article } from "../../../newsroom.ts";
import { type Browser, text } from "../../browser.ts";
import { partnerDesk } from "../../partners/partner-desk.ts";

let browser: Browser;
beforeEach(async () => {
  ({ browser } = await partnerDesk());
});
afterEach(() => void vi.useRealTimers());

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
    expect((await here.db.prepare("SELECT 1 FROM article").all()).results).toEqual([]);
  });
});
