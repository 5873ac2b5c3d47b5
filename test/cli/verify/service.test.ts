import { afterEach, describe, expect, it, vi } from "vitest";
import { checkPublicFeeds } from "../../../src/cli/verify/public.ts";
import type { CheckedItem } from "../../../src/cli/verify/report.ts";
import { checkService } from "../../../src/cli/verify/service.ts";
import { type Answered, closeServers, json, nobody } from "../server.ts";
import { documentOf, feedOf, type Newsroom, serveNewsroom, TOKEN } from "./newsroom.ts";

// An edition that follows another is waited for.
vi.mock("node:timers/promises", () => ({ setTimeout: async () => {} }));

afterEach(closeServers);

async function check(newsroom: Partial<Newsroom> = {}, token = TOKEN) {
  const server = await serveNewsroom({ feeds: [feedOf("top")], ...newsroom });
  const { checked, notes } = await checkService(server.url, token);
  const errors = checked.map(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  return { ...server, checked, notes, errors };
}

const documents = (paths: { path: string }[]): string[] =>
  paths.map(({ path }) => path).filter((path) => !path.startsWith("/api/"));

describe("checkService", () => {
  it("compares every document of every feed with what is stored", async () => {
    const { checked, notes, errors, asked } = await check({ feeds: [feedOf("top"), feedOf("local")] });
    expect(checked.map(({ name, what, discrepancies, troubles }) => [name, what, discrepancies, troubles])).toEqual([
      ["top (The Gazette: top)", "edition 3: 1 entries in rss, atom, json, every field compared", [], []],
      ["local (The Gazette: local)", "edition 3: 1 entries in rss, atom, json, every field compared", [], []],
    ]);
    expect([notes, errors]).toEqual([[], [[], []]]);
    expect(documents(asked).sort()).toEqual([
      "/feeds/local.atom",
      "/feeds/local.json",
      "/feeds/local.rss",
      "/feeds/top.atom",
      "/feeds/top.json",
      "/feeds/top.rss",
    ]);
  });

  it("shows its token to the API, and reads public documents as anybody does", async () => {
    const { asked } = await check();
    const shown = (isApi: boolean) =>
      new Set(
        asked.filter(({ path }) => path.startsWith("/api/") === isApi).map(({ headers }) => headers.authorization),
      );
    expect([shown(true), shown(false)]).toEqual([new Set([`Bearer ${TOKEN}`]), new Set([undefined])]);
  });

  it("opens a partner's feed with its token", async () => {
    const { asked } = await check({ told: { top: [{ partner: "radio" }] } });
    const feeds = asked.filter(({ path }) => path.startsWith("/feeds/"));
    expect(feeds.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(`Bearer ${TOKEN}`));
  });

  it("names the field of the document that has it wrong, with what is stored", async () => {
    const wrong = documentOf(feedOf("top"), "json").replace("They sail.", "They rest.");
    const { checked } = await check({
      answer: ({ path }) => (path === "/feeds/top.json" ? { type: "application/feed+json", body: wrong } : undefined),
    });
    expect(checked[0]?.discrepancies).toEqual([
      {
        feed: "top",
        format: "json",
        entry: "tag:gazette.example,2026:top-1",
        field: "content_html",
        stored: "<p>They sail.</p>",
        read: "<p>They rest.</p>",
        reader: "strict-json",
      },
    ]);
  });

  it("tells the discrepancies for which the service itself refused an edition", async () => {
    const refusal = { feed: "top", format: "rss", field: "title", stored: "A", read: "B", reader: "rss-parser" };
    const { checked } = await check({ told: { top: [{ state: "refused", discrepancies: [refusal] }] } });
    expect(checked[0]?.discrepancies).toEqual([refusal]);
  });

  it("reads both sides again when another edition became current between them", async () => {
    const { checked, asked } = await check({ told: { top: [{ edition: 3 }, { edition: 4 }] } });
    expect(checked[0]?.what).toMatch(/^edition 4: /);
    expect(documents(asked)).toHaveLength(6);
  });

  it("reads both sides again when something was stored between them", async () => {
    const { checked, asked } = await check({ told: { top: [{}, { stale: true }, { edition: 4 }] } });
    expect(checked[0]?.what).toBe("edition 4: 1 entries in rss, atom, json, every field compared");
    expect(documents(asked)).toHaveLength(6);
  });

  it("does not guess of a title whether it was escaped twice: it knows what is stored", async () => {
    const feed = feedOf("top");
    const entries = feed.entries.map((entry) => ({ ...entry, title: "S&amp;P500, as written" }));
    const { checked, url } = await check({ feeds: [{ ...feed, entries }] });
    const guesses = (items: CheckedItem[]) =>
      items.flatMap(({ findings }) => findings.flatMap(({ rule }) => (/plain|undeclared/.test(rule) ? [rule] : [])));
    expect(guesses(checked)).toEqual([]);
    expect(guesses((await checkPublicFeeds(url)).checked)).not.toEqual([]);
  });

  it("waits for an edition of what the store has now", async () => {
    const { checked, asked } = await check({ told: { top: [{ stale: true }, { stale: true }, { edition: 4 }] } });
    expect(checked[0]?.what).toBe("edition 4: 1 entries in rss, atom, json, every field compared");
    expect(documents(asked)).toHaveLength(3);
  });

  it("does not wait for ever: it says that the store is ahead", async () => {
    const { checked, asked } = await check({ told: { top: [{ stale: true }] } });
    expect(checked[0]?.what).toMatch(/every field compared; the store has changed since$/);
    expect(asked.filter(({ path }) => path === "/api/feeds/top")).toHaveLength(5);
  });

  it("tells that a feed has no edition yet, and what it would say", async () => {
    const { checked, asked } = await check({ told: { top: [{ state: "none" }] } });
    expect(checked).toEqual([
      {
        name: "top (The Gazette: top)",
        what: "1 entries",
        discrepancies: [],
        findings: [],
        troubles: ["there is no edition yet"],
      },
    ]);
    expect(documents(asked)).toEqual([]);
  });

  it("tells which feed cannot be read, and goes on with the next", async () => {
    const { url, checked } = await check({
      feeds: [feedOf("top"), feedOf("local"), feedOf("sport")],
      answer: ({ path }) => {
        if (path === "/api/feeds/top") return json({ detail: "The store is away." }, 503);
        return path === "/feeds/local.atom" ? { status: 404 } : undefined;
      },
    });
    expect(checked.map(({ name, troubles }) => [name, troubles])).toEqual([
      ["top", [`GET ${url}/api/feeds/top answered 503: The store is away.`]],
      ["local", [`GET ${url}/feeds/local.atom answered 404`]],
      ["sport (The Gazette: sport)", []],
    ]);
  });

  it.each<[string, Answered, string]>([
    ["fails", { status: 500 }, "answered 500"],
    ["is another server", { body: "<html/>" }, "answered 200, but not as a Wireproof service does"],
  ])("tells in one line that the service %s", async (_, answer, told) => {
    const { url, checked } = await check({ answer: () => answer });
    expect(checked.map(({ name, troubles }) => [name, troubles])).toEqual([
      [url, [`GET ${url}/api/feeds?asleep=false ${told}`]],
    ]);
  });

  it("asks whether the token is the right one", async () => {
    const { url, checked } = await check({}, "other");
    expect(checked.map(({ troubles }) => troubles)).toEqual([
      [`GET ${url}/api/feeds?asleep=false answered 401: is it the right token?`],
    ]);
  });

  it("tells that nobody answers", async () => {
    const base = await nobody();
    const { checked } = await checkService(base, TOKEN);
    expect(checked.map(({ troubles }) => troubles)).toEqual([
      [`GET ${base}/api/feeds?asleep=false: connect ECONNREFUSED ${base.slice("http://".length)}`],
    ]);
  });
});
