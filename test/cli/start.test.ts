import { describe, expect, it } from "vitest";
import { runCli } from "./run.ts";

describe("npm start", () => {
  it("helps on stdout, and starts nothing", async () => {
    const { code, out, err } = await runCli("start", ["--help"]);
    expect([code, out.split("\n")[0], err]).toEqual([0, expect.stringMatching(/^npm start -- \[--port N\]/), ""]);
  });

  it.each([
    [["--port", "http"], "--port http is no port"],
    [["--bogus"], "Unknown option '--bogus'"],
    [["--persist-to"], "Option '--persist-to <value>' argument missing"],
  ])("tells wrong usage in one line before the right one, and starts nothing: %j", async (args, problem) => {
    const { code, out, err } = await runCli("start", args);
    expect([code, out, err.split("\n").slice(0, 3)]).toEqual([
      2,
      "",
      [expect.stringContaining(problem), "", expect.stringMatching(/^npm start -- /)],
    ]);
  });
});
