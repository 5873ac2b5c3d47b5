import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { ProofreadDocument } from "../../../src/proofread/report/proofread-document.ts";
import { sarifOf } from "../../../src/proofread/report/sarif.ts";
import { findRule } from "../../../src/proofread/table.ts";
import { everyRule, finding, RULE } from "./findings.ts";

/** The schema of OASIS, errata 01: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json */
const schema = z.fromJSONSchema(
  JSON.parse(
    readFileSync(join(import.meta.dirname, "sarif-schema-2.1.0.json"), "utf8")
      // zod takes it for a whole URL; what is made of a name is tested by itself.
      .replaceAll('"format": "uri-reference"', '"minLength": 1'),
  ),
);

const faultsOf = (documents: ProofreadDocument[]): unknown =>
  schema.safeParse(sarifOf(documents, "1.2.3")).error?.issues;

/** The one run, as far as tests look at it. */
function runOf(documents: ProofreadDocument[]) {
  const log = sarifOf(documents, "1.2.3") as { runs: Record<string, never>[] };
  return log.runs[0] as unknown as {
    tool: { driver: { name: string; version: string; rules: Record<string, unknown>[] } };
    invocations: Record<string, unknown>[];
    artifacts: Record<string, unknown>[];
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      partialFingerprints: Record<string, string>;
      locations: unknown[];
    }[];
  };
}

describe("findings as SARIF", () => {
  it("are what its schema takes: none, one of each rule, and documents that could not be read", () => {
    expect(schema.safeParse({ version: "2.1.0", runs: [{ tool: {} }] }).success).toBe(false);
    expect(faultsOf([])).toBeUndefined();
    expect(faultsOf([{ name: "feed.xml", findings: [] }])).toBeUndefined();
    expect(faultsOf([{ name: "x", findings: [], troubles: ["there is no such file"] }])).toBeUndefined();
    expect(everyRule().findings.length).toBeGreaterThan(5);
    expect(faultsOf([everyRule()])).toBeUndefined();
  });

  it("stand at their place in the document, with their level and their rule", () => {
    const { tool, results } = runOf([{ name: "feeds/news feed.xml", findings: [finding()] }]);
    expect(results).toEqual([
      {
        ruleId: RULE,
        ruleIndex: 0,
        level: "error",
        message: { text: 'the number of comments is "many"' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "feeds/news%20feed.xml", index: 0 },
              region: { startLine: 14, startColumn: 7 },
            },
            message: { text: "item 1 (line 10), <slash:comments>, line 14" },
          },
        ],
        partialFingerprints: { "wireproof/v1": expect.stringMatching(/^[0-9a-z]{14}:1$/) },
      },
    ]);
    const rule = findRule(RULE);
    expect(tool.driver).toMatchObject({ name: "Wireproof", version: "1.2.3" });
    expect(tool.driver.rules).toEqual([
      expect.objectContaining({
        id: RULE,
        helpUri: rule?.url,
        defaultConfiguration: { level: "error" },
        help: { text: expect.stringContaining(rule?.mend ?? "?"), markdown: expect.stringContaining("<rss") },
      }),
    ]);
  });

  it("have no region where they are of the document as a whole", () => {
    const { results } = runOf([{ name: "a", findings: [finding({ line: undefined, column: undefined })] }]);
    expect(JSON.stringify(results)).not.toContain("region");
  });

  it("are text that can be sent, whatever a document says", () => {
    const written = JSON.stringify(
      sarifOf([{ name: "\ud800", findings: [finding({ message: "\ud800", where: "\udfff" })] }], "1"),
    );
    expect(written).not.toMatch(/\\ud[89a-f]/i);
  });

  it("are notes where they are advice, and have their name alone where the table does not know them", () => {
    const { tool, results } = runOf([{ name: "a", findings: [finding({ rule: "reach/age", severity: "advice" })] }]);
    expect(results[0]?.level).toBe("note");
    expect(tool.driver.rules).toEqual([
      { id: "reach/age", shortDescription: { text: "reach/age" }, defaultConfiguration: { level: "note" } },
    ]);
  });

  it("name each rule once, and only those that were broken", () => {
    const other = finding({ rule: "slash/comments-once" });
    const { tool, results } = runOf([
      { name: "a", findings: [finding(), other] },
      { name: "b", findings: [other] },
    ]);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual([RULE, "slash/comments-once"]);
    expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 1, 1]);
  });

  it("are the same findings when lines have moved, and others where the same words stand again or in another document", () => {
    const print = (name: string, ...findings: ProofreadDocument["findings"]) =>
      runOf([{ name, findings }]).results.map(({ partialFingerprints }) => partialFingerprints["wireproof/v1"]);
    expect(print("a", finding({ line: 90, where: "item 9" }))).toEqual(print("a", finding()));
    expect(print("b", finding())).not.toEqual(print("a", finding()));
    expect(new Set(print("a", finding(), finding({ line: 20 }))).size).toBe(2);
  });

  it("are counted for each document, those that are not told, too", () => {
    const { artifacts } = runOf([
      { name: "a", findings: [finding()], counts: new Map([[RULE, 4000]]) },
      { name: "b", findings: [finding(), finding()] },
    ]);
    expect(artifacts).toEqual([
      { location: { uri: "a" }, properties: { counts: { [RULE]: 4000 } } },
      { location: { uri: "b" }, properties: { counts: { [RULE]: 2 } } },
    ]);
  });

  it("are not all where a document could not be read: the run says that it failed", () => {
    const { invocations } = runOf([{ name: "gone.xml", findings: [], troubles: ["there is no such file"] }]);
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          expect.objectContaining({ level: "error", message: { text: "there is no such file" } }),
        ],
      },
    ]);
  });
});
