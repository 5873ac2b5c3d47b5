import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { ended, noEditionYet, noSuchPage, readOnly } from "../../../src/service/poll/missing.ts";
import { emptyStore, insertFeed } from "../store/rows.ts";

describe("a document that is not to be had", () => {
  it.each<[string, () => Response, number, string, string]>([
    ["now, but soon (RFC 9110 §15.6.4)", noEditionYet, 503, "retry-after", "5"],
    ["by this method (RFC 9110 §15.5.6)", () => readOnly("GET, HEAD"), 405, "allow", "GET, HEAD"],
    ["ever again (RFC 9110 §15.5.11)", ended, 410, "content-type", "text/plain; charset=utf-8"],
  ])("%s", (_, answer, status, name, value) => {
    const response = answer();
    expect([response.status, response.headers.get(name)]).toEqual([status, value]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("a page of an archive that nothing is served from", () => {
  const SUBSCRIPTION = "https://feeds.example/feeds/all.rss";
  let db: Database;

  beforeEach(async () => {
    db = await emptyStore();
    await insertFeed(db, "all", { pages: 2 });
  });

  const ask = async (page: number, slug = "all") => {
    const response = await noSuchPage(db, slug, page, SUBSCRIPTION);
    return [response.status, response.headers.get("location"), response.headers.get("cache-control")];
  };

  it.each([
    ["is made, and not published yet", 2],
    ["is the next one, which the newest page names (RFC 5005 §4)", 3],
  ])("%s: what stands there is in the subscription document", async (_, page) => {
    expect(await ask(page)).toEqual([307, SUBSCRIPTION, "no-store"]);
  });

  it.each([
    ["is beyond the next one", 4, "all"],
    ["is of no feed", 1, "nothing"],
  ])("%s: 404", async (_, page, slug) => {
    expect(await ask(page, slug)).toEqual([404, null, "no-store"]);
  });
});
