import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Browser } from "../browser.ts";
import { type PartnerDesk, partnerDesk } from "./partner-desk.ts";

let browser: Browser;
beforeEach(async () => {
  let publish: PartnerDesk["publish"];
  ({ browser, publish } = await partnerDesk());
  await publish({ id: "a" });
});
afterEach(() => void vi.useRealTimers());

const answer = async (path: string) => {
  const { status, headers } = await browser.get(path);
  return [status, headers.get("location")];
};

it.each([
  ["a partner's page", "/desk/partner/radio", "/desk/partners/radio"],
  ["a partner that nobody can be called", "/desk/partner/..%2f..%2fa%3fb", "/desk/partners/..%2F..%2Fa%3Fb"],
  ["the page of a feed, where no partner is called so", "/desk/partners/msn", "/desk/partners/feeds/msn"],
])("%s has moved", async (_, from, to) => expect(await answer(from)).toEqual([301, to]));

it.each(["all", "none", "msn/none", "..%2f"])("nothing was at /desk/partners/%s", async (slug) =>
  expect(await answer(`/desk/partners/${slug}`)).toEqual([404, null]),
);

it("a partner that is called as its feed is has the address itself", async () =>
  expect(await answer("/desk/partners/radio")).toEqual([200, null]));
