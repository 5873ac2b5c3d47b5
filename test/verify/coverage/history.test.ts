import { describe, expect, it } from "vitest";
import type { History } from "../../../src/feed/feed.ts";
import { historyProofs } from "../../../src/verify/coverage/history.ts";
import { bareFeed, sampleFeed } from "../sample.ts";

const said = (format: "rss" | "atom", history: History | undefined) => {
  const feed = { ...bareFeed, history };
  const proofs = Object.values(historyProofs(format)).flat();
  return Object.fromEntries(proofs.map(({ place, stored }) => [place, stored(feed, feed)]));
};

describe("what a document has to say of its archive (RFC 5005 §4)", () => {
  it.each<[what: string, history: History | undefined, places: object]>([
    ["that there is none", undefined, { "fh:archive": "0" }],
    [
      "where it starts",
      { archive: false, previous: sampleFeed.history.previous },
      {
        "fh:archive": "0",
        "link[prev-archive]": "https://feeds.example/feeds/local/archive/1.rss",
      },
    ],
    [
      "that it is a page of it, between two others",
      sampleFeed.history,
      {
        "fh:archive": "1",
        "link[prev-archive]": "https://feeds.example/feeds/local/archive/1.rss",
        "link[next-archive]": "https://feeds.example/feeds/local/archive/3.rss",
        "link[current]": "https://feeds.example/feeds/main.rss",
      },
    ],
  ])("%s", (_, history, places) => {
    expect(said("rss", history)).toEqual(places);
  });

  it("by documents of its own format", () => {
    expect(said("atom", sampleFeed.history)).toMatchObject({
      "link[current]": "https://feeds.example/feeds/main.atom",
    });
  });
});
