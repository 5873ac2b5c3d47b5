import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { coldPoll, FORMATS, type Poll, tagOf } from "../cold-poll.ts";
import { type LaggingCopy, laggingCopy } from "../lagging-copy.ts";
import { article, FEEDS, homeOn, instance, type Newsroom, newsroom } from "../newsroom.ts";
import { hangs, isDown } from "../watched-store.ts";

const PATH = "/feeds/all.rss";

let desk: Newsroom;
let copy: LaggingCopy;
let poll: Poll;

beforeEach(async () => {
  desk = await newsroom();
  await desk.put(article("a"));
  await desk.publish();
  copy = await laggingCopy();
  poll = coldPoll(copy.db);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe("a copy of the store near by", () => {
  it("is asked for the bytes of an edition that the store itself says is current", async () => {
    // The copy's own: so it is seen who was asked.
    await here.db.prepare("UPDATE copy_document SET body = replace(body, 'Title of a', 'Title near by')").run();
    for (const format of FORMATS) {
      const response = await poll(`/feeds/all.${format}`, { "accept-encoding": "identity" });
      expect(await response.text()).toContain("Title near by");
    }
    expect(copy.asked).toHaveLength(FORMATS.length);
  });

  it("is asked for nothing that is unchanged", async () => {
    const tag = tagOf(await coldPoll()(PATH));
    expect((await poll(PATH, { "if-none-match": `"${tag}"` })).status).toBe(304);
    expect(copy.asked).toEqual([]);
  });

  it("never brings a story back that was taken out, however far it lags behind", async () => {
    await desk.put(article("b"));
    await desk.publish();
    await copy.catchUp();
    await desk.request("DELETE", "/api/articles/b", { reason: "libel" });
    await desk.publish();
    for (const path of ["/feeds/all.rss", "/feeds/all.atom", "/feeds/all.json", "/feeds/all"]) {
      const response = await coldPoll(copy.db)(path);
      expect([response.status, await response.text()]).toEqual([200, expect.not.stringContaining("Text of b")]);
    }
  });

  it("does not keep anybody from what it does not have yet", async () => {
    await desk.put(article("b"));
    await desk.publish();
    for (const path of ["/feeds/all.rss", "/feeds/all"]) {
      const response = await coldPoll(copy.db)(path);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Title of b")]);
    }
    expect(copy.asked).toHaveLength(2);
  });

  it("does not cost a reader of deltas the edition: the whole document is sent (RFC 3229 §10.5.3)", async () => {
    const old = { "a-im": "feed", "if-none-match": `"${tagOf(await poll(PATH))}"` };
    await desk.put(article("b"));
    await desk.publish();
    expect((await coldPoll(copy.db)(PATH, old)).status).toBe(200);
    await copy.catchUp();
    expect((await coldPoll(copy.db)(PATH, old)).status).toBe(226);
  });

  it("does not matter while it is down", async () => {
    copy.way.before = isDown;
    expect([(await poll(PATH)).status, copy.asked.length]).toEqual([200, 1]);
  });

  it("is not waited for where it hangs", async () => {
    copy.way.before = hangs;
    expect([(await poll(PATH)).status, copy.asked.length]).toEqual([200, 1]);
  });

  it("is asked for pages of an archive, too, and for nothing else by whoever visits", async () => {
    const small = [{ ...FEEDS[0], entries: 2 }] as typeof FEEDS;
    desk = await newsroom(small);
    for (const id of ["a", "b", "c", "d", "e"]) await desk.put(article(id));
    await desk.publish();
    await desk.publish();
    copy = await laggingCopy();
    const fetch = instance(small, SITE, homeOn({ db: copy.db })).fetch;
    const look = async (path: string, headers = {}) =>
      (await fetch(new Request(`https://feeds.example${path}`, { headers }))).status;
    const archive = ["/feeds/all/archive/1.rss", "/feeds/all/archive/1"];
    expect([await look(archive[0] as string), await look(archive[1] as string)]).toEqual([200, 200]);
    expect(copy.asked).toHaveLength(2);
    const others = [
      "/",
      "/?q=title",
      "/feeds/all",
      "/feeds.opml",
      "/news-sitemap.xml",
      "/sitemap.xml",
      "/audience",
      "/health",
    ];
    for (const path of others) await look(path);
    await look(PATH, { "a-im": "feed", "if-none-match": '"x"' });
    expect(new Set(copy.asked.map((sql) => /\bFROM (\w+)/.exec(sql)?.[1]))).toEqual(
      new Set(["document", "archive_document", "edition"]),
    );
  });
});
