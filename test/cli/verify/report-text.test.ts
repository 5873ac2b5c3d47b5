import { describe, expect, it } from "vitest";
import type { ReceivedAs } from "../../../src/cli/verify/received.ts";
import { type CheckedItem, type DocumentFinding, notRead, type VerifyReport } from "../../../src/cli/verify/report.ts";
import { toText } from "../../../src/cli/verify/report-text.ts";
import { findRule } from "../../../src/proofread/table.ts";
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
      "1 checked: 0 discrepancies, 1 error, 0 warnings, 0 not read.",
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

  it("shows ten of a kind, counts the others, and shows all where all are asked for", () => {
    const findings = Array.from({ length: 10 }, (_, index) => finding({ where: `item ${index + 1}`, message: "bad" }));
    const one = item({ findings, counts: [{ document: "rss", rule: "RSS 2.0, ttl", count: 3_000 }] });
    expect(linesOf(one).slice(1, -2)).toEqual([
      "  error: rss: RSS 2.0, ttl",
      ...findings.map(({ where }) => `    ${where}: bad`),
      "    … and 2990 more of this kind (--all)",
    ]);
    expect(linesOf(one).at(-1)).toBe("1 checked: 0 discrepancies, 3000 errors, 0 warnings, 0 not read.");
    const twelve = item({ findings: [...findings, ...findings.slice(0, 2)] });
    expect(toText(report(twelve))).toContain("… and 2 more of this kind (--all)");
    expect(toText(report(twelve), { all: true })).not.toContain("more of this kind");
  });

  it("tells of a rule what it asks for, its name and section, what it means and how it is mended, by the table", () => {
    const rule = "document/encoding-bytes";
    const row = findRule(rule);
    expect(linesOf(item({ findings: [finding({ rule })] })).slice(1, 6)).toEqual([
      `  error: rss: ${rule} (${row?.section})`,
      '    channel, line 4: "soon" is no number',
      `    what has to be: ${row?.says}`,
      `    that means: ${row?.readers}`,
      `    to mend it: ${row?.mend}`,
    ]);
  });

  it("tells advice last, and that it is none of the warnings", () => {
    const findings = [finding({ severity: "advice", rule: "x" }), finding({ severity: "warning", rule: "y" })];
    expect(linesOf(item({ findings })).filter((line) => /^(?: {2}\S|\S)/.test(line))).toEqual([
      "ok       feed.xml  proofread",
      "  warning: rss: y",
      "  advice: rss: x",
      "1 checked: 0 discrepancies, 0 errors, 1 warning, 0 not read; 1 piece of advice.",
    ]);
  });

  it("tells from where a document came, and as what", () => {
    const received: ReceivedAs = {
      ...{ from: "https://b.example/", redirects: [{ from: "http://a.example/", status: 301 }], type: "text/xml" },
      ...{ encoding: "utf-8", encodingFrom: "header", coding: "gzip", bytes: 9_120, sentBytes: 2_000 },
    };
    expect(linesOf(item({ received }))[1]).toBe(
      "  from https://b.example/ (301 from http://a.example/) as text/xml, utf-8 by the header, gzip, 9,120 bytes in 2,000",
    );
  });

  it("tells of one of many in a line, unless all is asked for", () => {
    const brief = { brief: true, findings: [finding(), finding({ severity: "warning" })] };
    expect(linesOf(item(brief))[0]).toBe("ERROR    feed.xml  proofread: 1 error, 1 warning");
    expect(linesOf(item(brief))[1]).toBe("");
    expect(toText(report(item(brief)), { all: true })).toContain("  error: rss: RSS 2.0, ttl");
    expect(linesOf({ ...notRead("gone.xml", "there is no such file"), brief: true })[0]).toBe(
      "UNREAD   gone.xml  there is no such file",
    );
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
      "  error: rss: x",
      "  warning: rss: RSS 2.0, ttl",
    ]);
    const eleven = Array.from({ length: 11 }, () => discrepancy());
    const others = [
      discrepancy({ format: "rss" }),
      discrepancy({ field: "url" }),
      discrepancy({ reader: "rss-parser" }),
    ];
    const text = linesOf(item({ discrepancies: [...eleven, ...others] })).join("\n");
    expect(text.match(/and \d+ more of this kind/g)).toEqual(["and 1 more of this kind"]);
    expect(text.match(/discrepancy: /g)).toHaveLength(13);
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
