import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/partners/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

/** The options of a line that is right. */
function optionsOf(args: string[]) {
  const parsed = parseOptions(args);
  if (parsed.status !== "options") throw new Error(`options were expected: ${JSON.stringify(parsed)}`);
  // What JSON does not carry is not sent.
  return JSON.parse(JSON.stringify(parsed.options));
}

const defaults = { to: "http://localhost:8787", json: false, settings: {}, key: {}, rotation: {} };

describe("npm run partners' options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, ["list"]);

  it.each([
    ["list"],
    ["create", "radio"],
    ["change", "radio"],
    ["suspend", "radio"],
    ["resume", "radio"],
    ["keys", "radio"],
    ["new-key", "radio"],
    ["rotate", "radio", "0123456789ab"],
    ["revoke", "radio", "0123456789ab"],
    ["receipts", "story"],
    ["statement", "story"],
    ["check", "statement.json"],
    ["alerts"],
  ])("knows %s, which stands in its usage", (command, ...words) => {
    expect(optionsOf([command, ...words])).toEqual({ ...defaults, command, words });
    expect(USAGE).toMatch(new RegExp(`^  ${command} `, "m"));
  });

  it("knows no command beside those of its usage", () => {
    const listed = [...USAGE.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, command = ""]) => command);
    const known = listed.filter((command) => {
      const parsed = parseOptions([command, "a", "b", "c"]);
      return parsed.status === "usage" && parsed.problem.includes(" takes ");
    });
    expect([listed.length, known]).toEqual([13, listed]);
  });

  it.each([
    [["--name", "Harbour Radio"], { settings: { name: "Harbour Radio" } }],
    [["--key-in-url"], { settings: { key_in_url: true } }],
    [["--no-key-in-url"], { settings: { key_in_url: false } }],
    [["--requests", "120"], { settings: { requests_per_minute: 120 } }],
    [["--bytes", "1000000"], { settings: { bytes_per_day: 1_000_000 } }],
    [["--label", "News desk"], { key: { label: "News desk" } }],
    [["--feeds", "top, local"], { key: { feeds: ["top", "local"] } }],
    [["--expires", "2027-01-01T00:00:00Z"], { key: { expires_at: "2027-01-01T00:00:00Z" } }],
    [["--overlap", "0"], { rotation: { overlap_minutes: 0 } }],
    [["--to", "https://gazette.example/"], { to: "https://gazette.example" }],
    [["--token", "secret"], { token: "secret" }],
    [["--json"], { json: true }],
  ])("%j", (args, given) =>
    expect(optionsOf(["change", "radio", ...args])).toEqual({
      ...defaults,
      command: "change",
      words: ["radio"],
      ...given,
    }),
  );

  it.each([
    [[], "what is to be done?"],
    [["dance"], '"dance" is no command'],
    [["toString"], '"toString" is no command'],
    [["__proto__"], '"__proto__" is no command'],
    [["list", "radio"], "list takes 0 arguments"],
    [["create"], "create takes 1 argument"],
    [["revoke", "radio"], "revoke takes 2 arguments"],
    [["change", "radio", "--requests", "many"], "--requests many is no number"],
    [["change", "radio", "--bytes", "1e6"], "--bytes 1e6 is no number"],
    [["rotate", "radio", "id", "--overlap", "1.5"], "--overlap 1.5 is no number"],
    [["change", "radio", "--requests", ""], "--requests  is no number"],
    [["list", "--to", "localhost"], "--to localhost is no http(s) URL"],
    [["list", "--loud"], expect.stringContaining("--loud")],
  ])("%j is wrong usage", (args, problem) => expect(parseOptions(args)).toEqual({ status: "usage", problem }));

  it("sends no setting that was not given, and false where it was taken back", () => {
    const parsed = parseOptions(["change", "radio", "--no-key-in-url"]);
    expect(parsed.status === "options" && JSON.parse(JSON.stringify(parsed.options.settings))).toEqual({
      key_in_url: false,
    });
  });
});
