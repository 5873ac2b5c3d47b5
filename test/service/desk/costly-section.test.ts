import { beforeEach, describe, expect, it } from "vitest";
import { LIST_PRICES } from "../../../src/audience/cost.ts";
import { type CostlyPoller, costlyPollers } from "../../../src/audience/costly.ts";
import { noSums } from "../../../src/audience/count-record.ts";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { CostlySection } from "../../../src/service/desk/costly-section.tsx";
import { SITE } from "../../site.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { render } from "../render.ts";
import { type Browser, signIn, text } from "./browser.ts";

const { site } = parseCatalog(SITE, []);
const show = (pollers: CostlyPoller[]) => render(CostlySection, { site, pollers });

const polled = (product: string, feeds: number, polls_soon = 0): CostlyPoller[] =>
  costlyPollers(
    Array.from({ length: feeds }, (_, index) => ({
      ...{ ...noSums(), product, feed: `f${index}`, feed_conditional: 4, feed_304: 3 },
      ...{ polls_200: 7_000, polls_unconditional: 7_000, bytes_sent: 7e8, bytes_unconditional: 7e8, polls_soon },
    })),
    7,
  );

describe("who costs more than need be", () => {
  it("is named with what a day costs, what it would with conditions, and whom to tell", () => {
    const html = show(polled("Miniflux", 2, 70));
    const cells = [...html.matchAll(/<t[hd](?: [^>]*)?>(.*?)<\/t[hd]>/g)].map(([, cell]) => text(cell ?? "").trim());
    expect(cells.slice(8)).toEqual([
      ...["Miniflux app", "f0, f1", "2,000", "100 %", "20"],
      ...["200 MB, $0.0184", "50 MB, $0.0184", "miniflux.app/"],
    ]);
    expect(html).toContain('href="https://miniflux.app/"');
    expect(html).toContain(LIST_PRICES.read);
  });

  it("is said to be nobody where nobody is, and where a product names nobody, who may be behind it", () => {
    expect(text(show([]))).toContain("Nobody.");
    expect(text(show(polled("curl", 5)))).toMatch(/f0, f1, f2 and 2 more.*somebody(?:'|&#39;)s program/s);
  });
});

describe("the page of the desk", () => {
  let room: Newsroom;
  let desk: Browser;
  beforeEach(async () => {
    room = await newsroom();
    await room.put(article("a"));
    await room.publish();
    desk = await signIn(room);
  });

  it("names who polled without conditions, and nobody who did so with them", async () => {
    const poll = async (agent: string, headers = {}) =>
      (await room.request("GET", "/feeds/all.rss", undefined, { "user-agent": agent, ...headers })).text();
    for (let index = 0; index < 3; index += 1) await poll("curl/8.5.0");
    await poll("FreshRSS/1.26.3 (Linux; https://freshrss.org)", { "if-none-match": "*" });
    await room.sweep();
    const html = await desk.page("/desk/audience");
    const section = html.slice(html.indexOf("<h2>Who costs more than need be"));
    expect(text(section)).toMatch(/curl library/);
    expect(section).not.toContain("FreshRSS");
  });

  it("names nobody before anybody has polled", async () => {
    expect(text(await desk.page("/desk/audience"))).toContain("Nobody.");
  });
});
