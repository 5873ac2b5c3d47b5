import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/verify/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

const defaults = { names: [], to: "http://localhost:8787", token: undefined, json: false, reach: false };

describe("npm run verify's options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, ["feed.xml"]);

  it("means the local service's own feeds where nothing is given", () =>
    expect(parseOptions([])).toEqual({ status: "options", options: defaults }));

  it.each([
    [["a.xml", "https://x.example/feed"], { names: ["a.xml", "https://x.example/feed"] }],
    [["--to", "https://gazette.example/"], { to: "https://gazette.example" }],
    [["--token", "secret"], { token: "secret" }],
    [["--json"], { json: true }],
    [["--reach", "https://x.example/feed", "--json"], { names: ["https://x.example/feed"], json: true, reach: true }],
  ])("%j", (args, given) =>
    expect(parseOptions(args)).toEqual({ status: "options", options: { ...defaults, ...given } }),
  );

  it("asks for a service by URL", () =>
    expect(parseOptions(["--to", "localhost"])).toEqual({
      status: "usage",
      problem: "--to localhost is no http(s) URL",
    }));

  it.each([
    [["--reach"], "--reach wants the URLs of feeds: --reach https://example.org/feed.xml"],
    [["--reach", "https://x.example/", "a.xml"], "--reach polls URLs, and a.xml is no http(s) URL"],
    [
      ["--reach", "https://x.example/", "--to", "https://y.example"],
      "--reach takes no --to: it polls the URLs that follow it",
    ],
    [["--reach", "https://x.example/", "--token", "secret"], "--reach takes no --token: readers have none"],
  ])("%j is refused", (args, problem) => expect(parseOptions(args)).toEqual({ status: "usage", problem }));
});
