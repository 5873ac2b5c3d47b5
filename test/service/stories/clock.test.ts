import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FLUSH_INTERVAL } from "../../../src/service/audience/counts.ts";
import { here } from "../../homes/here.ts";
import { pass, setClock, startClock } from "../clock.ts";
import { coldPoll } from "../cold-poll.ts";
import { article } from "../newsroom.ts";
import { type Desk, type Minted, PARTNER_FEEDS, syndicate } from "../partner/syndicate.ts";

const HOUR = 3_600_000;
const PATH = "/feeds/all.json";

let desk: Desk;
let key: Minted;
/** What goes on after an answer. */
let afterwards: Promise<unknown>[];

beforeEach(async () => {
  afterwards = [];
  startClock(Date.UTC(2026, 5, 1, 12));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  desk = await syndicate(PARTNER_FEEDS, {
    afterAnswer: (work) => void afterwards.push(work),
    wait: async (milliseconds) => {
      if (milliseconds > HOUR / 60) throw new Error(`nobody waits for ${milliseconds} ms`);
      pass(milliseconds);
    },
  });
  await desk.partner("radio");
  key = await desk.key("radio");
  await desk.put(article("first"));
  await desk.publish();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const withKey = () => ({ authorization: `Bearer ${key.key}` });

describe.each([
  ["back", -HOUR],
  ["forward", HOUR],
])("a clock that is set %s by an hour", (_, by) => {
  it("keeps no feed from being published, once a second at most", async () => {
    setClock(by);
    for (const id of ["second", "third"]) {
      await desk.put(article(id));
      await desk.publish();
      expect((await desk.items("all")).map((item) => item.title)).toContain(`Title of ${id}`);
    }
  });

  it("keeps no instance from seeing what has been published after two seconds", async () => {
    const poll = coldPoll(here.db, PARTNER_FEEDS);
    await poll(PATH);
    setClock(by);
    await desk.put(article("second"));
    await desk.publish();
    pass(2_000);
    expect(await (await poll(PATH)).text()).toContain("Title of second");
  });

  it("leaves no key good that was revoked two seconds ago, in the instance that has just taken it", async () => {
    const poll = coldPoll(here.db, PARTNER_FEEDS);
    expect((await poll("/partner/radio.json", withKey())).status).toBe(200);
    setClock(by);
    expect((await desk.request("DELETE", `/api/partners/radio/keys/${key.id}`)).status).toBe(200);
    pass(2_000);
    expect((await poll("/partner/radio.json", withKey())).status).toBe(401);
  });

  it("keeps no receipt from being written", async () => {
    const poll = coldPoll(here.db, PARTNER_FEEDS);
    await poll("/partner/radio.json", withKey());
    setClock(by);
    await desk.put(article("second"));
    await desk.publish();
    pass(2_000);
    await poll("/partner/radio.json", withKey());
    expect((await desk.api("GET", "/api/articles/second/receipts")).body).toMatchObject({
      complete: false,
      waiting: ["paper"],
    });
  });

  it("keeps no count of polls from the store for longer than a minute", async () => {
    await desk.request("GET", PATH);
    setClock(by);
    pass(FLUSH_INTERVAL);
    await desk.request("GET", PATH);
    await Promise.all(afterwards);
    const counted = await here.db.prepare("SELECT sum(polls_200) AS polls FROM audience").first<{ polls: number }>();
    expect(counted?.polls).toBe(1);
  });
});

describe("an embargo", () => {
  const EMBARGO = { embargo_until: new Date(Date.UTC(2026, 5, 1, 12, 30)).toISOString() };
  const titles = async () => (await desk.items("all")).map((item) => item.title);

  it("goes by the clock: set back, it is longer, and what it had let go is taken back", async () => {
    await desk.put(article("later", EMBARGO));
    await desk.sweep();
    expect(await titles()).not.toContain("Title of later");
    pass(HOUR / 2);
    await desk.sweep();
    expect(await titles()).toContain("Title of later");
    setClock(-HOUR);
    await desk.sweep();
    expect(await titles()).not.toContain("Title of later");
    setClock(HOUR);
    await desk.sweep();
    expect(await titles()).toContain("Title of later");
  });
});
