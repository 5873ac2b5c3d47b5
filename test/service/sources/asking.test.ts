import { describe, expect, it } from "vitest";
import type { SourceInput } from "../../../src/feed/source.ts";
import type { Home } from "../../../src/service/home.ts";
import { Asking } from "../../../src/service/sources/asking.ts";
import { SITE } from "../../site.ts";
import { newsroom } from "../newsroom.ts";
import { Elsewhere, feedAnswer, rssOf } from "./a-feed.ts";

const FEED = "https://other.example/feed";
const PRIVATE = [
  "http://127.0.0.1:8080/",
  "http://10.1.2.3/",
  "http://169.254.169.254/latest/meta-data/",
  "http://[::1]/",
];

const moved = (location: string, status = 302) => new Response(null, { status, headers: { location } });

describe("an address of the service's own network", () => {
  it.each(PRIVATE)("is not asked, and nothing of it is sent: %s", async (url) => {
    const elsewhere = new Elsewhere().at(url, feedAnswer(rssOf([])));
    await expect(new Asking(elsewhere, SITE.base).ask(url)).rejects.toThrow("is no public address");
    expect(elsewhere.asked).toEqual([]);
  });

  it.each(PRIVATE)("is not asked where a public one leads to it, at once or by another: %s", async (url) => {
    const elsewhere = new Elsewhere()
      .at(url, feedAnswer(rssOf([])))
      .at(FEED, moved(url, 301))
      .at("https://first.example/", moved(FEED));
    const asking = new Asking(elsewhere, SITE.base);
    await expect(asking.ask(FEED)).rejects.toThrow("is no public address");
    await expect(asking.ask("https://first.example/")).rejects.toThrow("is no public address");
    expect(elsewhere.asked.map(({ url: asked, reach }) => [asked, reach])).toEqual([
      [FEED, "public"],
      ["https://first.example/", "public"],
      [FEED, "public"],
    ]);
  });

  it("is asked by a service that is local itself", async () => {
    const elsewhere = new Elsewhere().at("http://127.0.0.1/feed", feedAnswer(rssOf([])));
    const { status } = await new Asking(elsewhere, "http://localhost:8787").ask("http://127.0.0.1/feed");
    expect([status, elsewhere.asked[0]?.reach]).toEqual([200, "any"]);
  });

  it("is told at the source that leads there", async () => {
    const elsewhere = new Elsewhere().at(FEED, moved("http://10.1.2.3/feed"));
    const source: SourceInput = { kind: "feed", name: "other", url: FEED };
    const room = await newsroom(undefined, SITE, { fetchOut: elsewhere.fetchOut }, { sources: [source] });
    await room.pollSources();
    const told = await (await room.request("GET", "/api/sources/other")).json();
    expect(told).toMatchObject({ status: "failing", fault: "10.1.2.3 is no public address" });
  });
});

describe("a redirect", () => {
  it("to another origin does not carry the key there", async () => {
    const elsewhere = new Elsewhere()
      .at(FEED, moved("https://third.example/feed"))
      .at("https://third.example/feed", feedAnswer(rssOf([])));
    await new Asking(elsewhere, SITE.base).ask(FEED, { authorization: "Basic x", accept: "text/xml" });
    expect(elsewhere.asked.map(({ headers }) => [headers.authorization, headers.accept])).toEqual([
      ["Basic x", "text/xml"],
      [undefined, "text/xml"],
    ]);
  });

  it.each([
    ["to itself", FEED, "from address to address"],
    ["to no address", "http://[", "no address"],
    ["to one with a password", "https://ada:secret@third.example/", "a name or a password in it"],
    ["to one that is too long", `/${"x".repeat(8_000)}`, "more than 8000 characters"],
    ["off the web", "file:///etc/passwd", "file: is no address of the web"],
  ])("%s ends", async (_, location, why) => {
    const elsewhere = new Elsewhere().at(FEED, moved(location));
    await expect(new Asking(elsewhere, SITE.base).ask(FEED)).rejects.toThrow(why);
  });
});

describe("a round of questions", () => {
  it("has an end of its own, however patient each of them is", async () => {
    const late: Pick<Home, "fetchOut"> = {
      fetchOut: (_, { signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true })),
    };
    const asking = new Asking(late, SITE.base, { patience: 60_000, round: 20, bytes: 1, requests: 9 });
    for (const url of [FEED, "https://first.example/"])
      await expect(asking.ask(url)).rejects.toThrow("it and what was asked before took more than 0.02 seconds");
  });
});

describe("an answer", () => {
  it("of more than ten million bytes is not read to its end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const elsewhere = new Elsewhere().at(FEED, () => new Response(endless));
    await expect(new Asking(elsewhere, SITE.base).ask(FEED)).rejects.toThrow("more than 10000000 bytes");
    expect(sent).toBeLessThan(15_000_000);
  });
});
