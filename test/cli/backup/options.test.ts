import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/backup/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

describe("the options of npm run backup", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, ["b.sqlite"]);

  it("are one file, of the usual store, once", () => {
    expect(parseOptions(["b.sqlite"], {})).toEqual({
      status: "options",
      options: { file: "b.sqlite", directory: ".wireproof" },
    });
  });

  it.each([
    [[], { PERSIST_TO: "there" }, { directory: "there" }],
    [["--persist-to", "here"], { PERSIST_TO: "there" }, { directory: "here" }],
    [["--every", "30s"], {}, { every: 30_000 }],
    [["--every", "15m"], {}, { every: 900_000 }],
    [["--every", "1h", "--keep", "24"], {}, { every: 3_600_000, keep: 24 }],
    [["--every", "7d"], {}, { every: 604_800_000 }],
  ])("say more: %j with %j", (args, env, options) =>
    expect(parseOptions(["b.sqlite", ...args], env)).toMatchObject({ status: "options", options }),
  );

  it.each([
    [[], "no FILE was given"],
    [["a", "b"], "one FILE is enough"],
    [["a", "--every", "1"], "--every 1 is no time such as 30s, 15m, 1h or 1d, up to 7d"],
    [["a", "--every", "0s"], "--every 0s is no time such as 30s, 15m, 1h or 1d, up to 7d"],
    [["a", "--every", "8d"], "--every 8d is no time such as 30s, 15m, 1h or 1d, up to 7d"],
    [["a", "--keep", "0"], "--keep 0 is no number of backups"],
  ])("that it cannot follow are told in one line: %j", (args, problem) =>
    expect(parseOptions(args)).toEqual({ status: "usage", problem }),
  );
});
