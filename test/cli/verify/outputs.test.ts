import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasWarning, toJunit, toSarif } from "../../../src/cli/verify/outputs.ts";
import type { CheckedItem, DocumentFinding } from "../../../src/cli/verify/report.ts";

const item = (given: Partial<CheckedItem>): CheckedItem => ({
  ...{ name: "feed.xml", what: "proofread", discrepancies: [], findings: [], troubles: [] },
  ...given,
});

const finding = (given: Partial<DocumentFinding> = {}): DocumentFinding => ({
  ...{ document: "feed.xml", rule: "rss/ttl", severity: "error", where: "channel", message: 'ttl is "soon"' },
  ...given,
});

/** Each document with the rules that it breaks, as SARIF has them. */
function documentsIn(...checked: CheckedItem[]) {
  const [run] = JSON.parse(toSarif({ checked, notes: [] })).runs;
  return run.artifacts.map((artifact: { location: { uri: string }; properties: { counts: object } }) => [
    artifact.location.uri,
    ...Object.keys(artifact.properties.counts),
  ]);
}

describe("a report's documents", () => {
  it("are the files and URLs that were named, clean ones, too", () =>
    expect(documentsIn(item({ findings: [finding()] }), item({ name: "https://gazette.example/feed.json" }))).toEqual([
      ["feed.xml", "rss/ttl"],
      ["https://gazette.example/feed.json"],
    ]));

  it("are named from here, where they are below: code hosts know none of this machine's folders", () =>
    expect(
      documentsIn(item({ name: join(process.cwd(), "feeds/a.xml") }), item({ name: join(process.cwd(), "../a.xml") })),
    ).toEqual([["feeds/a.xml"], [expect.stringMatching(/^file:\/\/\/.*\/a\.xml$/)]]));

  it("are each format of a feed of the service, and what its formats do not agree on is the feed's", () =>
    expect(
      documentsIn(
        item({
          name: "politics (Gazette: Politics)",
          findings: [finding({ document: "rss" }), finding({ document: "formats", rule: "formats/title" })],
          discrepancies: [
            { feed: "politics", format: "atom", field: "title", stored: "a", read: "b", reader: "strict-xml" },
          ],
        }),
      ),
    ).toEqual([
      ["politics.atom", "stored/same"],
      ["politics.rss", "rss/ttl"],
      ["politics%20(Gazette%3A%20Politics)", "formats/title"],
    ]));

  it("are told with how many findings there are, those that are not told among them", () => {
    const counted = item({ findings: [finding()], counts: [{ document: "feed.xml", rule: "rss/ttl", count: 40 }] });
    const [run] = JSON.parse(toSarif({ checked: [counted], notes: [] })).runs;
    expect([run.results.length, run.artifacts[0].properties.counts]).toEqual([1, { "rss/ttl": 40 }]);
    expect(toJunit({ checked: [counted], notes: [] })).toContain("… and 39 more of this kind");
  });

  it("are each URL of those that were watched together, with their own counts", () => {
    const names = ["https://gazette.example/feed.atom", "https://gazette.example/feed.json"];
    const rule = "series/noise";
    const checked = [
      item({
        ...{ name: names.join(" "), names },
        findings: [
          ...names.map((document) => finding({ document, rule })),
          finding({ document: "formats", rule: "formats/title" }),
        ],
        counts: names.map((document, index) => ({ document, rule, count: 10 + index })),
      }),
    ];
    const [run] = JSON.parse(toSarif({ checked, notes: [] })).runs;
    expect(
      run.artifacts.map((one: { location: object; properties: object }) => [one.location, one.properties]),
    ).toEqual([
      [{ uri: names[0] }, { counts: { "formats/title": 1, "series/noise": 10 } }],
      [{ uri: names[1] }, { counts: { "series/noise": 11 } }],
    ]);
  });

  it("are each told once: what formats do not agree on is of the first of them", () => {
    const names = ["a.rss", "b.atom"];
    const checked = [
      ...names.map((name) => item({ name })),
      item({
        ...{ name: names.join(" "), names },
        findings: [finding({ document: "formats", rule: "formats/title" })],
      }),
    ];
    expect(documentsIn(...checked)).toEqual([["a.rss", "formats/title"], ["b.atom"]]);
    expect(toJunit({ checked, notes: [] }).match(/<testsuite name="[^"]*"/g)).toEqual([
      '<testsuite name="a.rss"',
      '<testsuite name="b.atom"',
    ]);
  });

  it("sum what is counted of one rule in documents that have one name", () => {
    const counts = ["x", "y"].map((document) => ({ document, rule: "rss/ttl", count: 2 }));
    const [run] = JSON.parse(
      toSarif({ checked: [item({ findings: [finding({ document: "x" })], counts })], notes: [] }),
    ).runs;
    expect(run.artifacts[0].properties.counts).toEqual({ "rss/ttl": 4 });
  });

  it("are told to be unread", () => {
    const report = { checked: [item({ name: "gone.xml", troubles: ["there is no such file"] })], notes: [] };
    expect(toSarif(report)).toContain('"executionSuccessful": false');
    expect(toJunit(report)).toContain('<error message="there is no such file">');
  });
});

it("tells whether there is a warning, which advice is not", () => {
  const report = (severity: DocumentFinding["severity"]) => ({
    checked: [item({}), item({ findings: [finding({ severity })] })],
    notes: [],
  });
  expect([hasWarning(report("warning")), hasWarning(report("advice"))]).toEqual([true, false]);
});
