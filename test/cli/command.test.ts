import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { optionsOrExit, runCommand } from "../../src/cli/command.ts";
import { request } from "../../src/cli/request.ts";
import { nobody } from "./server.ts";

/** What was printed, and where. */
let printed: [string, string][] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((text) => void printed.push(["stdout", text]));
  vi.spyOn(console, "error").mockImplementation((text) => void printed.push(["stderr", text]));
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(`ended with ${code}`);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const parsed = { status: "options", options: { to: "x" } } as const;

describe("optionsOrExit", () => {
  it("gives the options, and prints nothing", () => {
    expect(optionsOrExit("usage", parsed)).toEqual({ to: "x" });
    expect(printed).toEqual([]);
  });

  it("helps on stdout, and ends with 0", () => {
    expect(() => optionsOrExit("usage", { status: "help" })).toThrow("ended with 0");
    expect(printed).toEqual([["stdout", "usage"]]);
  });

  it("tells wrong usage on stderr before the right one, and ends with 2", () => {
    expect(() => optionsOrExit("usage", { status: "usage", problem: "no SOURCE was given" })).toThrow("ended with 2");
    expect(printed).toEqual([["stderr", "no SOURCE was given\n\nusage"]]);
  });
});

describe("runCommand", () => {
  it.each([0, 1, 2])("ends with the command's own %i", async (code) => {
    await runCommand("usage", parsed, async (options) => (options.to === "x" ? code : -1));
    expect([process.exitCode, printed]).toEqual([code, []]);
  });

  it("runs nothing where there are no options", async () => {
    const run = vi.fn();
    await expect(runCommand("usage", { status: "help" }, run)).rejects.toThrow("ended with 0");
    expect(run).not.toHaveBeenCalled();
  });

  it("tells what was thrown in one line without a stack, and ends with 2", async () => {
    await runCommand("usage", parsed, () => Promise.reject(new Error("there is no file\nnowhere")));
    expect([process.exitCode, printed]).toEqual([2, [["stderr", "wireproof: there is no file nowhere"]]]);
  });

  it("lets no server's words act on the terminal", async () => {
    await runCommand("usage", parsed, () => Promise.reject(new Error("GET x answered 500: \u001b[2J")));
    expect(printed).toEqual([["stderr", "wireproof: GET x answered 500: \uFFFD[2J"]]);
  });

  it("says how to start the service where nothing answers", async () => {
    const base = await nobody();
    await runCommand("usage", parsed, async () => (await request(`${base}/api/feeds`)).status);
    const line = `wireproof: nothing answers on ${base}: start it with \`npm start\`, or name another with --to`;
    expect([process.exitCode, printed]).toEqual([2, [["stderr", line]]]);
  });
});
