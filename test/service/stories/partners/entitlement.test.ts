import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import { SITE } from "../../../site.ts";
import { coldPoll } from "../../cold-poll.ts";
import { article, newsroom } from "../../newsroom.ts";
import { basic, cold, type Desk, syndicate } from "../../partner/syndicate.ts";

let desk: Desk;
const keys = new Map<string, string>();

beforeEach(async () => {
  desk = await syndicate();
  for (const partner of ["radio", "paper"]) {
    await desk.partner(partner);
    keys.set(partner, (await desk.key(partner)).key);
  }
});

afterEach(() => vi.restoreAllMocks());

const ask = (feed: string, path: string, headers: Record<string, string> = {}) =>
  cold()(`/partner/${feed}${path}`, { ...basic(keys.get(feed) ?? ""), ...headers });

const titles = async (feed: string): Promise<string[]> =>
  ((await (await ask(feed, ".json")).json()) as { items: { title: string }[] }).items.map(({ title }) => title);

describe("a story", () => {
  it("goes to the partners that it lists, and to the public as ever", async () => {
    await desk.put(article("both"));
    await desk.put(article("radio's", { syndication: { allow: ["radio"] } }));
    await desk.put(article("nobody's", { syndication: { allow: "none" } }));
    await desk.publish();
    expect(await titles("radio")).toEqual(["Title of radio's", "Title of both"]);
    expect(await titles("paper")).toEqual(["Title of both"]);
    expect((await desk.items("all")).map(({ title }) => title)).toEqual([
      "Title of nobody's",
      "Title of radio's",
      "Title of both",
    ]);
  });

  it("that is no longer licensed is gone from documents, deltas and archives", async () => {
    const stories = Array.from({ length: 25 }, (_, index) => article(`n${index}`));
    for (const story of stories) await desk.put(story);
    await desk.publish();
    const old = await ask("radio", ".rss");
    const archived = await (await ask("radio", "/archive/1.rss")).text();
    expect(archived).toContain("Title of n0<");
    for (const story of [stories[0], stories[24]])
      await desk.put({ ...story, id: story?.id ?? "", syndication: { allow: ["paper"] } });
    await desk.publish();
    const delta = await ask("radio", ".rss", { "if-none-match": old.headers.get("etag") ?? "", "a-im": "feed" });
    expect(delta.status).toBe(226);
    for (const text of [await delta.text(), await (await ask("radio", ".rss")).text()])
      expect(text).not.toContain("Title of n24<");
    expect(await (await ask("radio", "/archive/1.rss")).text()).not.toContain("Title of n0<");
    expect(await (await ask("paper", "/archive/1.rss")).text()).toContain("Title of n0<");
  });

  it("comes with a partner's own embargo and goes with its licence, by the sweep", async () => {
    const realNow = Date.now.bind(Date);
    let skipped = 0;
    vi.spyOn(Date, "now").mockImplementation(() => realNow() + skipped);
    const soon = new Date(Date.now() + 60_000).toISOString();
    await desk.put(article("later", { syndication: { embargo: { radio: soon } } }));
    await desk.put(article("ends", { syndication: { until: soon } }));
    await desk.publish();
    expect([await titles("radio"), await titles("paper")]).toEqual([
      ["Title of ends"],
      ["Title of ends", "Title of later"],
    ]);
    skipped = 61_000;
    await desk.sweep();
    expect([await titles("radio"), await titles("paper")]).toEqual([["Title of later"], ["Title of later"]]);
    expect(await desk.items("all")).toHaveLength(2);
  });

  it("waits for its own embargo, whatever a partner's says", async () => {
    await desk.put(
      article("held", {
        embargo_until: "2098-01-01T00:00:00Z",
        syndication: { embargo: { radio: "2026-01-01T00:00:00Z" } },
      }),
    );
    await desk.publish();
    expect(await titles("radio")).toEqual([]);
  });
});

describe("a feed that is given to another partner", () => {
  it("serves it nothing that was made for the first, nor one's own what was made for everybody", async () => {
    const feed = (fields: object): DefinitionInput[] => [
      { slug: "f", title: "F", description: "F", entries: 1, ...fields },
    ];
    await desk.put(article("old", { syndication: { allow: ["radio"] } }));
    await desk.put(article("radio's", { syndication: { allow: ["radio"] } }));
    const as = async (fields: object) => {
      const room = await newsroom(feed(fields), SITE, {}, { keep: true });
      // The definitions are taken up, and nothing is composed yet.
      await room.request("GET", "/api/feeds");
      const poll = coldPoll(undefined, feed(fields));
      const read = async (path: string) => {
        const response = await poll(path, { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" });
        return [response.status, /Title of [^<]*/.exec(await response.text())?.[0]];
      };
      return { room, read };
    };
    const everybody = await as({});
    await everybody.room.publish();
    expect(await everybody.read("/feeds/f.rss")).toEqual([200, "Title of radio's"]);
    expect(await everybody.read("/feeds/f/archive/1.rss")).toEqual([200, "Title of old"]);
    const paper = await as({ access: "partner", partner: "paper" });
    expect(await paper.read("/partner/f.rss")).toEqual([503, undefined]);
    expect((await paper.read("/partner/f/archive/1.rss"))[1]).toBeUndefined();
    await paper.room.publish();
    expect(await paper.read("/partner/f.rss")).toEqual([200, undefined]);
    const radio = await as({ access: "partner", partner: "radio" });
    await radio.room.publish();
    expect(await radio.read("/partner/f.rss")).toEqual([200, "Title of radio's"]);
    expect(await radio.read("/partner/f/archive/1.rss")).toEqual([200, "Title of old"]);
  });
});
