import { describe, expect, it } from "vitest";
import { watchTimes } from "../../../../src/cli/verify/watch/options.ts";

const URLS = ["https://gazette.example/feed.atom"];

describe("how long and how often", () => {
  it.each([
    [{}, { duration: 600_000, every: 30_000 }],
    [{ for: "2h" }, { duration: 7_200_000, every: 30_000 }],
    [{ for: "20s" }, { duration: 20_000, every: 20_000 }],
    [
      { for: "1m", every: "10s" },
      { duration: 60_000, every: 10_000 },
    ],
  ])("%j", (given, times) => expect(watchTimes(URLS, { watch: true, ...given })).toEqual(times));

  it("is nothing where nothing is watched", () => expect(watchTimes(URLS, {})).toBeUndefined());
});

describe("what cannot be", () => {
  it.each([
    [{ every: "5s" }, "--every 5s is too often: 10 seconds at least"],
    [{ every: "soon" }, "--every soon is no time: 30s, 10m, 2h, 1d"],
    [{ for: "10" }, "--for 10 is no time: 30s, 10m, 2h, 1d"],
    [{ for: "8d" }, "--for 8d is too long: 7 days at most"],
    [{ for: "5s" }, "--for 5s is over before a second poll"],
    [{ every: "20m" }, "--for 10m is over before a second poll"],
    [{ reach: true }, "--watch and --reach are two things: one after the other"],
    [{ to: "https://x.example" }, "--watch takes no --to: it polls the URLs that follow it"],
    [{ token: "t" }, "--watch takes no --token: readers have none"],
    [{ watch: false, for: "10m" }, "--for and --every go with --watch"],
    [{ watch: false, every: "10m" }, "--for and --every go with --watch"],
  ])("%j", (given, problem) => expect(watchTimes(URLS, { watch: true, ...given })).toBe(problem));

  it.each([
    [[], "--watch wants the URLs of feeds: --watch https://example.org/feed.xml"],
    [["feed.xml"], "--watch polls URLs, and feed.xml is none"],
  ])("%j", (names, problem) => expect(watchTimes(names, { watch: true })).toBe(problem));
});
