import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/restore/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

describe("the options of npm run restore", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, ["b.sqlite"]);

  it.each([
    [[], {}, ".wireproof"],
    [[], { PERSIST_TO: "there" }, "there"],
    [["--persist-to", "here"], { PERSIST_TO: "there" }, "here"],
  ])("are a file and a directory: %j with %j", (args, env, directory) =>
    expect(parseOptions(["b.sqlite", ...args], env)).toEqual({
      status: "options",
      options: { file: "b.sqlite", directory },
    }),
  );

  it.each([
    [[], "no FILE was given"],
    [["a", "b"], "one FILE is enough"],
  ])("that it cannot follow are told in one line: %j", (args, problem) =>
    expect(parseOptions(args)).toEqual({ status: "usage", problem }),
  );
});
