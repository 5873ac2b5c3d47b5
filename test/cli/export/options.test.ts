import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/export/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

describe("the options of npm run export", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, []);

  it("are standard output and the local service, where nothing is said", () => {
    expect(parseOptions([])).toEqual({ status: "options", options: { to: "http://localhost:8787" } });
  });

  it("are a file, another service and its token", () => {
    expect(parseOptions(["all.ndjson", "--to", "https://feeds.example/", "--token", "t"])).toEqual({
      status: "options",
      options: { file: "all.ndjson", to: "https://feeds.example", token: "t" },
    });
  });

  it.each([
    [["a", "b"], "one FILE is enough"],
    [["--to", "feeds.example"], "--to feeds.example is no http(s) URL"],
  ])("that it cannot follow are told in one line: %j", (args, problem) =>
    expect(parseOptions(args)).toEqual({ status: "usage", problem }),
  );
});
