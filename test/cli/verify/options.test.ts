import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/verify/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

const defaults = {
  ...{ names: [], to: "http://localhost:8787", token: undefined, json: false, reach: false },
  ...{ sarif: false, junit: false, explain: false, failOn: "error" },
  ...{ headers: {}, userAgent: undefined, asksService: false, all: false },
};

describe("npm run verify's options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, ["feed.xml"]);

  it("means the local service's own feeds where nothing is given", () =>
    expect(parseOptions([])).toEqual({ status: "options", options: defaults }));

  it.each([
    [["a.xml", "https://x.example/feed"], { names: ["a.xml", "https://x.example/feed"] }],
    [["--to", "https://gazette.example/"], { to: "https://gazette.example", asksService: true }],
    [["--token", "secret"], { token: "secret", asksService: true }],
    [["--json"], { json: true }],
    [["--sarif", "a.xml"], { sarif: true, names: ["a.xml"] }],
    [["--junit", "a.xml", "--fail-on", "warning"], { junit: true, names: ["a.xml"], failOn: "warning" }],
    [["--explain"], { explain: true }],
    [["--explain", "rss/guid-once"], { explain: true, names: ["rss/guid-once"] }],
    [["-", "--all"], { names: ["-"], all: true }],
    [
      ["a.example", "--header", "Authorization: Bearer a:b", "--header", "X-Key:1", "--user-agent", "Reader/1"],
      { names: ["a.example"], headers: { authorization: "Bearer a:b", "x-key": "1" }, userAgent: "Reader/1" },
    ],
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
    [
      ["--reach", "https://x.example/", "--header", "a: b"],
      "--reach takes no --header and no --user-agent: each reader has its own",
    ],
    [["--header", "a: b"], "--header and --user-agent are sent for what is named, and nothing is"],
    [["a.xml", "--header", "Bearer secret"], "--header wants a name and a value: --header 'Authorization: Bearer …'"],
    [["a.xml", "--header", "a b: secret"], "--header wants a name and a value: --header 'Authorization: Bearer …'"],
    [["a.xml", "--user-agent", "a\nb: c"], "--user-agent wants a name that can be sent in a header"],
  ])("%j is refused", (args, problem) => expect(parseOptions(args)).toEqual({ status: "usage", problem }));
});
