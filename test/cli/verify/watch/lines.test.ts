import { expect, it } from "vitest";
import { findingLine, pollLine } from "../../../../src/cli/verify/watch/lines.ts";
import { polledDocument } from "../../../../src/proofread/series/polled-document.ts";
import { BEGIN, BOAT, PIER } from "./press.ts";

const URL = "https://gazette.example/feed.atom";
const facts = (status: number) => ({ at: BEGIN, url: URL, status });

it.each([
  [
    "200  2 entries, 1,234 bytes",
    { poll: polledDocument(PIER, { ...facts(200), sent: { etag: '"1"' } }), bytes: 1234 },
  ],
  ["200  1 entry, 7 bytes, asked for without a condition", { poll: polledDocument(BOAT, facts(200)), bytes: 7 }],
  ["304  nothing new", { poll: polledDocument("", facts(304)), bytes: 0 }],
  ["429  asks to wait for 2 minutes", { poll: polledDocument("", facts(429)), bytes: 0, pause: 120_000 }],
  ["503  asks to wait for 0 seconds", { poll: polledDocument("", facts(503)), bytes: 0, pause: -5 }],
  ["---  nobody\uFFFD there", { poll: polledDocument("", { ...facts(0), failure: "nobody\u001b there" }), bytes: 0 }],
])("a poll is a line: %s", (line, polled) => expect(pollLine(polled)).toBe(`07:00:00Z  ${line}  ${URL}`));

it("a finding is a line, in which no control character acts", () => {
  const finding = { rule: "series/noise", severity: "warning", where: "poll of then", message: "a\u0007b" } as const;
  expect(findingLine(URL, finding)).toBe(`  warning: series/noise: ${URL}, poll of then: a\uFFFDb`);
});
