import { expect, it } from "vitest";
import type { ParsedOptions } from "../../src/cli/options.ts";

interface CommandLine {
  USAGE: string;
  OPTIONS: Record<string, { type: "string" | "boolean"; short?: string }>;
  parseOptions(args: string[]): ParsedOptions<unknown>;
}

/**
 * What every command's options have to do.
 * @param words a line that is right, without an option
 */
export function itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }: CommandLine, words: string[]): void {
  const names = Object.keys(OPTIONS);
  const valued = names.filter((name) => OPTIONS[name]?.type === "string");

  it.each(names)("its usage names --%s", (name) => expect(USAGE).toMatch(new RegExp(`--${name}(?![\\w-])`)));

  it("takes every option that its usage names", () => {
    const named = new Set([...USAGE.matchAll(/--([a-z][a-z-]*)/g)].map(([, name = ""]) => name));
    expect([...named].map((name) => name.replace(/^no-/, "")).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("has a usage that fits a terminal of 120 columns", () =>
    expect(USAGE.split("\n").filter((line) => line.length > 120)).toEqual([]));

  it("takes its words without an option", () => expect(parseOptions(words).status).toBe("options"));

  it.each(["--help", "-h"])("helps with %s, whatever else is asked", (flag) =>
    expect(parseOptions([...words, flag])).toEqual({ status: "help" }),
  );

  it.each(valued)("tells in one line that --%s lacks its value", (name) =>
    expect(parseOptions([...words, `--${name}`])).toEqual({
      status: "usage",
      problem: expect.stringMatching(new RegExp(`^.*--${name} <value>.* argument missing$`)),
    }),
  );

  it.each(valued)("tells in one line that the value of --%s looks like an option", (name) =>
    expect(parseOptions([...words, `--${name}`, "--json"])).toEqual({
      status: "usage",
      problem: expect.stringMatching(new RegExp(`^.*--${name}.* is ambiguous\\. .*$`)),
    }),
  );

  it("tells in one line that it does not know an option", () =>
    expect(parseOptions([...words, "--bogus"])).toEqual({
      status: "usage",
      problem: expect.stringMatching(/^Unknown option '--bogus'.*$/),
    }));
}
