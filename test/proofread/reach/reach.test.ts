import { describe, expect, it } from "vitest";
import { describePolls, judgeReach } from "../../../src/proofread/reach/reach.ts";
import { FEED_READERS } from "../../../src/proofread/reach/readers.ts";
import { briefly, FEED_URL, led, polledBy, refused, served } from "./polled.ts";

const everybody = Object.fromEntries(FEED_READERS.map(({ name }) => [name, {}]));

describe("judgeReach", () => {
  it("finds nothing where all is in order", () => expect(judgeReach(polledBy(everybody, served()))).toEqual([]));

  it("tells what keeps readers out before what makes their polls dear", () =>
    expect(
      briefly(
        judgeReach(
          polledBy({ Feedly: { fresh: served({ cookies: ["a"] }) }, Feedbin: { fresh: refused(500), again: null } }),
        ),
      ),
    ).toEqual([
      ["RFC 9110 §15", "error", "Feedbin", "500"],
      ["RFC 6265 §4.1", "warning", "Feedly", "Set-Cookie: a"],
    ]));
});

describe("describePolls", () => {
  it("has the figures of a feed that is in order", () =>
    expect(
      describePolls(polledBy({ Feedly: {}, Feedbin: { fresh: served({ bytes: 12_345, milliseconds: 40.4 }) } })),
    ).toBe("2 readers: 2 feeds; 304 for 2 of 2 who ask whether it has changed; 900 to 12,345 bytes; 12 to 40 ms"));

  it("has where it was led", () => {
    const fresh = led([FEED_URL, 301, "https://feeds.example/b"], ["https://feeds.example/b", 200]);
    expect(describePolls(polledBy({ "rss-parser": { fresh, again: served(), conditions: {} } }))).toBe(
      "1 readers: 1 feeds; 900 bytes; 12 ms; 301 to https://feeds.example/b",
    );
  });

  it("has no figures of what nobody got", () =>
    expect(describePolls(polledBy({ Feedly: { fresh: refused(403), again: null } }))).toBe("1 readers: 0 feeds"));
});
