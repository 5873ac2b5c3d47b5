import { describe, expect, it } from "vitest";
import { junitOf } from "../../../src/proofread/report/junit.ts";
import type { ProofreadDocument } from "../../../src/proofread/report/proofread-document.ts";
import { findRule } from "../../../src/proofread/table.ts";
import { type ParsedElement, parseXmlStrictly } from "../../../src/verify/parse/xml.ts";
import { everyRule, finding, RULE } from "./findings.ts";

const documents: ProofreadDocument[] = [
  {
    name: "feed.xml",
    findings: [
      finding(),
      finding({ line: 30, column: 7, where: "item 2" }),
      finding({
        rule: "slash/comments-once",
        severity: "warning",
        where: "channel",
        message: "there are two",
        line: undefined,
      }),
    ],
    counts: new Map([[RULE, 12]]),
  },
  { name: "https://gazette.example/feed.json", findings: [] },
  { name: "gone.xml", findings: [], troubles: ["there is no such file"] },
];

describe("findings as JUnit's XML", () => {
  it("are a suite for each document, and a case for each rule that it breaks", () =>
    expect(junitOf(documents)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Wireproof" tests="4" failures="1" errors="1">
  <testsuite name="feed.xml" tests="2" failures="1" errors="0">
    <testcase name="slash/comments-non-negative" classname="feed.xml"><failure message="the number of comments is &quot;many&quot;" type="error">14:7: item 1 (line 10), &lt;slash:comments&gt;, line 14: the number of comments is &quot;many&quot;
30:7: item 2: the number of comments is &quot;many&quot;
… and 10 more of this kind
${mending(RULE)}</failure></testcase>
    <testcase name="slash/comments-once" classname="feed.xml"><system-out>warning: channel: there are two
${mending("slash/comments-once")}</system-out></testcase>
  </testsuite>
  <testsuite name="https://gazette.example/feed.json" tests="1" failures="0" errors="0">
    <testcase name="no rule is broken" classname="https://gazette.example/feed.json"></testcase>
  </testsuite>
  <testsuite name="gone.xml" tests="1" failures="0" errors="1">
    <testcase name="can be read" classname="gone.xml"><error message="there is no such file">there is no such file</error></testcase>
  </testsuite>
</testsuites>
`));

  it.each([
    ["nothing", []],
    ["markup", [finding({ message: "a \"<b>\" & ']]>' ", where: "<title>" })]],
    ["control characters and lone surrogates", [finding({ message: "\0\x1b[31m\ud800 \uffff" })]],
  ])("are well-formed whatever a document says: %s", (_, findings) => {
    expect(parse([{ name: 'a\n<"&\x02.xml', findings }]).name).toBe("testsuites");
  });

  it("keep line breaks of a message, which attributes would lose", () =>
    expect(junitOf([{ name: "a", findings: [finding({ message: "one\ntwo" })] }])).toContain('message="one&#10;two"'));

  it("are well-formed for every rule that there is", () => expect(parse([everyRule()]).name).toBe("testsuites"));
});

const mending = (name: string): string => {
  const rule = findRule(name);
  return `To mend it: ${rule?.mend}\n${rule?.section}: ${rule?.url}`;
};

function parse(given: ProofreadDocument[]): ParsedElement {
  const parsed = parseXmlStrictly(junitOf(given));
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  return parsed.root;
}
