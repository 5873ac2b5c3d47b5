import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  HELP_OPTION,
  isHttpUrl,
  parseCommandLine,
  SERVICE_OPTIONS,
  serviceAddress,
  urlProblem,
  usageProblem,
} from "../../src/cli/options.ts";

const parse = (args: string[]) =>
  parseCommandLine(args, { options: SERVICE_OPTIONS, allowPositionals: true }, ({ values, positionals }) => ({
    status: "options",
    options: { ...values, positionals },
  }));

describe("parseCommandLine", () => {
  it("gives the words and their values to the command's own judgement", () =>
    expect(parse(["a", "--to", "x", "--json", "b", "--token=-t"])).toEqual({
      status: "options",
      options: { to: "x", json: true, token: "-t", positionals: ["a", "b"] },
    }));

  it("takes what follows -- for words", () =>
    expect(parse(["--", "--json"])).toEqual({ status: "options", options: { positionals: ["--json"] } }));

  it("answers what that judgement answers", () =>
    expect(parseCommandLine([], { options: HELP_OPTION }, () => usageProblem("no SOURCE was given"))).toEqual({
      status: "usage",
      problem: "no SOURCE was given",
    }));

  it("helps before anything is judged", () =>
    expect(
      parseCommandLine(["--help"], { options: HELP_OPTION }, () => {
        throw new Error("judged");
      }),
    ).toEqual({ status: "help" }));

  it.each([
    ["an unknown option", ["--bogus"], /^Unknown option '--bogus'/],
    ["an unknown letter", ["-x"], /^Unknown option '-x'/],
    ["a missing value", ["--to"], /^Option '--to <value>' argument missing$/],
    ["a value for a flag", ["--json=yes"], /^Option '--json' does not take an argument$/],
    [
      "a value that may be an option",
      ["--token", "-abc"],
      /^Option '--token' argument is ambiguous\. Did you forget to specify the option argument for '--token'\? To specify .* use '--token=-XYZ'\.$/,
    ],
  ])("tells %s in one line", (_, args, problem) =>
    expect(parse(args)).toEqual({ status: "usage", problem: expect.stringMatching(problem) }),
  );

  it("takes words only for a command that has some", () =>
    expect(parseCommandLine(["word"], { options: HELP_OPTION }, () => usageProblem("judged"))).toEqual({
      status: "usage",
      problem: expect.stringMatching(/^Unexpected argument 'word'/),
    }));

  it("does not take a fault in a table of options for wrong usage", () => {
    const options = { ...HELP_OPTION, bad: { type: "boolean", short: "too long" } } as const;
    expect(() => parseCommandLine([], { options }, () => usageProblem("judged"))).toThrow("short");
  });

  it("does not take a fault in a command's judgement for wrong usage", () =>
    expect(() =>
      parseCommandLine([], { options: HELP_OPTION }, () => {
        throw new TypeError("a bug");
      }),
    ).toThrow("a bug"));

  it("has one line for whatever somebody types", () => {
    const word = fc.oneof(
      fc.string(),
      fc.string().map((text) => `-${text}`),
      fc.string().map((text) => `--${text}`),
      fc.constantFrom("--to", "--json", "--token=", "--", "-", "--help=x", "--__proto__", "--constructor"),
    );
    fc.assert(
      fc.property(fc.array(word), (args) => {
        const parsed = parse(args);
        if (parsed.status === "usage") expect(parsed.problem).not.toContain("\n");
      }),
      { numRuns: 500 },
    );
  });
});

describe("isHttpUrl", () => {
  it.each(["http://localhost:8787", "https://gazette.example/feed?x=1", "HTTPS://Gazette.Example", "http://[::1]:80/"])(
    "takes %s",
    (text) => expect(isHttpUrl(text)).toBe(true),
  );

  it.each(["", "localhost", "localhost:8787", "//gazette.example", "ftp://x", "file:///etc", "http://", "feed.xml"])(
    "does not take %j",
    (text) => expect(isHttpUrl(text)).toBe(false),
  );
});

describe("urlProblem", () => {
  it.each([undefined, "http://localhost:1"])("has nothing against %s", (value) =>
    expect(urlProblem("to", value)).toBeUndefined(),
  );

  it("names the option and its value", () =>
    expect(urlProblem("base", "ftp://x")).toBe("--base ftp://x is no http(s) URL"));
});

describe("serviceAddress", () => {
  it.each([
    [undefined, "http://localhost:8787"],
    ["http://127.0.0.1:1", "http://127.0.0.1:1"],
    ["http://127.0.0.1:1/", "http://127.0.0.1:1"],
    ["https://gazette.example/wire//", "https://gazette.example/wire"],
  ])("%s is asked at %s", (to, address) => expect(serviceAddress(to)).toBe(address));
});
