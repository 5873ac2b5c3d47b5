import { describe, expect, it } from "vitest";
import {
  type CheckedItem,
  type DocumentFinding,
  exitCode,
  notRead,
  toText,
  type VerifyReport,
} from "../../../src/cli/verify/report.ts";
import type { Discrepancy } from "../../../src/verify/discrepancy.ts";

const item = (changes: Partial<CheckedItem> = {}): CheckedItem => ({
  name: "feed.xml",
  what: "proofread",
  discrepancies: [],
  findings: [],
  troubles: [],
  ...changes,
});

const finding = (changes: Partial<DocumentFinding> = {}): DocumentFinding => ({
  document: "rss",
  rule: "RSS 2.0, ttl",
  severity: "error",
  where: "channel, line 4",
  message: '"soon" is no number',
  ...changes,
});

const discrepancy = (changes: Partial<Discrepancy> = {}): Discrepancy => ({
  feed: "top",
  format: "atom",
  entry: "tag:x",
  field: "title",
  stored: "A",
  read: "B",
  reader: "strict-xml",
  ...changes,
});

const report = (...checked: CheckedItem[]): VerifyReport => ({ checked, notes: [] });
const linesOf = (...checked: CheckedItem[]): string[] => toText(report(...checked)).split("\n");

describe("exitCode", () => {
  const warned = item({ findings: [finding({ severity: "warning" })] });
  const wrong = item({ discrepancies: [discrepancy()] });

  it.each<[string, CheckedItem[], number]>([
    ["0 where nothing was checked", [], 0],
    ["0 where all is clean", [item(), item()], 0],
    ["0 with warnings", [warned], 0],
    ["1 with an error", [item(), item({ findings: [finding()] })], 1],
    ["1 with a discrepancy", [wrong, warned], 1],
    ["2 where something was not read, whatever else is wrong", [wrong, notRead("x", "gone")], 2],
  ])("is %s", (_, checked, code) => expect(exitCode(report(...checked))).toBe(code));
});

describe("notRead", () => {
  it("tells why, by the reason behind an error of fetch", () =>
    expect(notRead("https://x", new TypeError("fetch failed", { cause: new Error("refused") }))).toEqual({
      name: "https://x",
      what: "",
      discrepancies: [],
      findings: [],
      troubles: ["refused"],
    }));
});

describe("toText", () => {
  it("sums up that nothing was checked", () =>
    expect(toText(report())).toBe("\n0 checked: 0 discrepancies, 0 errors, 0 warnings, 0 not read."));

  it("has its notes first, a line for what is clean, and the sum at the end", () =>
    expect(toText({ notes: ["No publish token."], checked: [item()] })).toBe(
      "No publish token.\nok       feed.xml  proofread\n\n1 checked: 0 discrepancies, 0 errors, 0 warnings, 0 not read.",
    ));

  it("tells a finding with its document, its rule and its place", () =>
    expect(linesOf(item({ findings: [finding()] }))).toEqual([
      "ERROR    feed.xml  proofread",
      "  error: rss: RSS 2.0, ttl",
      '    channel, line 4: "soon" is no number',
      "",
      "1 checked: 0 discrepancies, 1 errors, 0 warnings, 0 not read.",
    ]));

  it("tells once what a finding means and how it is mended, where that is known", () => {
    const told = { means: "nobody reads it", mend: "send a number" };
    expect(linesOf(item({ findings: [finding(told), finding({ where: "channel, line 9", ...told })] }))).toEqual([
      "ERROR    feed.xml  proofread",
      "  error: rss: RSS 2.0, ttl",
      '    channel, line 4: "soon" is no number',
      '    channel, line 9: "soon" is no number',
      "    that means: nobody reads it",
      "    to mend it: send a number",
      "",
      "1 checked: 0 discrepancies, 2 errors, 0 warnings, 0 not read.",
    ]);
  });

  it("tells a discrepancy with both values, and of which entry and by whom it was read", () =>
    expect(
      linesOf(item({ discrepancies: [discrepancy(), discrepancy({ entry: undefined, field: "updated" })] })),
    ).toEqual([
      "WRONG    feed.xml  proofread",
      "  discrepancy: atom: title of tag:x (strict-xml)",
      "    stored: A",
      "    read:   B",
      "  discrepancy: atom: updated (strict-xml)",
      "    stored: A",
      "    read:   B",
      "",
      "1 checked: 2 discrepancies, 0 errors, 0 warnings, 0 not read.",
    ]));

  it("tells what could not be read", () =>
    expect(linesOf(notRead("gone.xml", "there is no such file"))).toEqual([
      "UNREAD   gone.xml  ",
      "  cannot be read: there is no such file",
      "",
      "1 checked: 0 discrepancies, 0 errors, 0 warnings, 1 not read.",
    ]));

  it.each<[string, Partial<CheckedItem>]>([
    ["ok      ", { findings: [finding({ severity: "warning" })] }],
    ["ERROR   ", { findings: [finding({ severity: "warning" }), finding()] }],
    ["WRONG   ", { findings: [finding()], discrepancies: [discrepancy()] }],
    ["UNREAD  ", { findings: [finding()], discrepancies: [discrepancy()], troubles: ["gone"] }],
  ])("calls the worst by its name: %s", (verdict, changes) =>
    expect(linesOf(item(changes))[0]).toBe(`${verdict} feed.xml  proofread`),
  );

  it("shows five of a kind, and counts the others", () => {
    const findings = Array.from({ length: 7 }, (_, index) => finding({ where: `item ${index + 1}`, message: "bad" }));
    expect(linesOf(item({ findings })).slice(1, -2)).toEqual([
      "  error: rss: RSS 2.0, ttl",
      ...[1, 2, 3, 4, 5].map((number) => `    item ${number}: bad`),
      "    … and 2 more of this kind",
    ]);
    expect(linesOf(item({ findings: findings.slice(0, 5) })).join("\n")).not.toContain("more of this kind");
  });

  it("counts each kind by itself: by document, rule and severity, or by format, field and reader", () => {
    const findings = [
      finding(),
      finding({ document: "atom" }),
      finding({ severity: "warning" }),
      finding({ rule: "x" }),
    ];
    expect(linesOf(item({ findings })).filter((line) => /^ {2}\S/.test(line))).toEqual([
      "  error: rss: RSS 2.0, ttl",
      "  error: atom: RSS 2.0, ttl",
      "  warning: rss: RSS 2.0, ttl",
      "  error: rss: x",
    ]);
    const six = Array.from({ length: 6 }, () => discrepancy());
    const others = [
      discrepancy({ format: "rss" }),
      discrepancy({ field: "url" }),
      discrepancy({ reader: "rss-parser" }),
    ];
    const text = linesOf(item({ discrepancies: [...six, ...others] })).join("\n");
    expect(text.match(/and \d+ more of this kind/g)).toEqual(["and 1 more of this kind"]);
    expect(text.match(/discrepancy: /g)).toHaveLength(8);
  });

  it("shows a long value by its first 200 characters, on one line", () => {
    const stored = `${"x".repeat(190)}\n"${"y".repeat(50)}`;
    const [, , line] = linesOf(item({ discrepancies: [discrepancy({ stored })] }));
    expect(line).toBe(`    stored: ${"x".repeat(190)}\\n\\"${"y".repeat(6)}…`);
  });

  it.each([
    [200, "x".repeat(200)],
    [201, `${"x".repeat(200)}…`],
  ])("shows a value of %i characters as far as the 200th", (length, shown) =>
    expect(linesOf(item({ discrepancies: [discrepancy({ read: "x".repeat(length) })] }))[3]).toBe(
      `    read:   ${shown}`,
    ),
  );

  it("lets nothing that was read act on the terminal", () =>
    expect(
      toText(
        report(
          item({
            name: "\u001b[2J",
            findings: [finding({ message: "a\u009bb\u0000" })],
            discrepancies: [discrepancy({ entry: "\u0007", read: "\u0085" })],
            troubles: ["\r"],
          }),
        ),
      ),
    ).not.toMatch(/(?!\n)\p{Cc}/u));
});
