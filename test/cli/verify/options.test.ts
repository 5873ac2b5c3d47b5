import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/verify/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

const defaults = {
  ...{ names: [], to: "http://localhost:8787", token: undefined, json: false, reach: false },
  ...{ sarif: false, junit: false, explain: false, failOn: "error" },
};

describe("npm run verify's options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, ["feed.xml"]);

  it("means the local service's own feeds where nothing is given", () =>
    expect(parseOptions([])).toEqual({ status: "options", options: defaults }));

  it.each([
    [["a.xml", "https://x.example/feed"], { names: ["a.xml", "https://x.example/feed"] }],
    [["--to", "https://gazette.example/"], { to: "https://gazette.example" }],
    [["--token", "secret"], { token: "secret" }],
    [["--json"], { json: true }],
    [["--sarif", "a.xml"], { sarif: true, names: ["a.xml"] }],
    [["--junit", "a.xml", "--fail-on", "warning"], { junit: true, names: ["a.xml"], failOn: "warning" }],
    [["--explain"], { explain: true }],
    [["--explain", "rss/guid-once"], { explain: true, names: ["rss/guid-once"] }],
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
    [["--json", "--sarif"], "--json and --sarif are one too many: there is one output"],
    [["--sarif", "--junit"], "--sarif and --junit are one too many: there is one output"],
    [["--explain", "--junit"], "--explain takes no --junit: it is for people"],
    [["--explain", "--reach"], "--explain takes no --reach: it is for people"],
    [["--fail-on", "advice"], "--fail-on advice is none of error, warning"],
    [["--reach"], "--reach wants the URLs of feeds: --reach https://example.org/feed.xml"],
    [["--reach", "https://x.example/", "a.xml"], "--reach polls URLs, and a.xml is no http(s) URL"],
    [
      ["--reach", "https://x.example/", "--to", "https://y.example"],
      "--reach takes no --to: it polls the URLs that follow it",
    ],
    [["--reach", "https://x.example/", "--token", "secret"], "--reach takes no --token: readers have none"],
  ])("%j is refused", (args, problem) => expect(parseOptions(args)).toEqual({ status: "usage", problem }));
});
