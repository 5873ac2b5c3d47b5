import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS, type Kind, kindOf, productOf } from "../../src/audience/products.ts";
import { hostile } from "./hostile.ts";

describe("a product", () => {
  it.each<[what: string, userAgent: string, name: string, kind: Kind]>([
    ["an aggregator that names a library", "Feedly/1.0 (feedparser)", "Feedly", "aggregator"],
    ["an aggregator that names another's fetcher", "Feedly/1.0 (like FeedFetcher-Google)", "Feedly", "aggregator"],
    ["a reader that calls itself a browser", "Mozilla/5.0 (X11) Chrome/131 Safari/537 Liferea/1.15", "Liferea", "app"],
    ["a reader that calls itself a bot", "Superfeedr bot/2.0", "Superfeedr", "aggregator"],
    ["a browser in another's clothes", "Mozilla/5.0 (Macintosh) Chrome/131 Safari/537 OPR/115", "Opera", "browser"],
    [
      "a browser on a telephone",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4) CriOS/131 Mobile Safari/604",
      "Chrome",
      "browser",
    ],
    ["a browser that does not begin as all do", "Chrome/131.0.0.0", "Other", "other"],
    ["a browser without a screen", "Mozilla/5.0 (X11) HeadlessChrome/131 Safari/537", "Other bots", "bot"],
    ["a watcher", "SomeUptime/1.0", "Other bots", "bot"],
    ["a word that only holds one", "Robotics Reader/1.0", "Other", "other"],
    ["a name in another case", "NEWSBOAT/2.38", "Newsboat", "app"],
    ["a name without its slash", "Reeder 5", "Other", "other"],
    ["nothing", "", "Other", "other"],
  ])("is told of %s: %s", (_, userAgent, name, kind) => expect(productOf(userAgent)).toEqual({ name, kind }));

  it("has one of few names", () => {
    const names = new Set(fc.sample(hostile, 5_000).map((userAgent) => productOf(userAgent).name));
    expect(names.size).toBeLessThan(120);
  });

  it("is the same however its letters are written, and of a kind that there is", () => {
    fc.assert(
      fc.property(hostile, (userAgent) => {
        const product = productOf(userAgent);
        expect(KINDS).toContain(product.kind);
        expect(productOf(userAgent.toLowerCase())).toEqual(product);
        expect(kindOf(product.name)).toBe(product.kind);
      }),
    );
  });
});

describe("a kind", () => {
  it.each<[string, Kind]>([
    ["Feedly", "aggregator"],
    ["Miniflux", "app"],
    ["curl", "library"],
    ["Googlebot", "bot"],
    ["Firefox", "browser"],
    ["Other bots", "bot"],
    ["Other", "other"],
  ])("of %s, as it was counted, is %s", (name, kind) => expect(kindOf(name)).toBe(kind));

  it.each(["", "A Reader We Forgot", "feedly", "constructor", "__proto__"])(
    "of %j, which is no product's name any more, is other",
    (name) => expect(kindOf(name)).toBe("other"),
  );
});
