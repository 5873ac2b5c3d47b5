import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/verify/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

const defaults = { names: [], to: "http://localhost:8787", token: undefined, json: false };

describe("npm run verify's options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, ["feed.xml"]);

  it("means the local service's own feeds where nothing is given", () =>
    expect(parseOptions([])).toEqual({ status: "options", options: defaults }));

  it.each([
    [["a.xml", "https://x.example/feed"], { names: ["a.xml", "https://x.example/feed"] }],
    [["--to", "https://gazette.example/"], { to: "https://gazette.example" }],
    [["--token", "secret"], { token: "secret" }],
    [["--json"], { json: true }],
  ])("%j", (args, given) =>
    expect(parseOptions(args)).toEqual({ status: "options", options: { ...defaults, ...given } }),
  );

  it("asks for a service by URL", () =>
    expect(parseOptions(["--to", "localhost"])).toEqual({
      status: "usage",
      problem: "--to localhost is no http(s) URL",
    }));
});
