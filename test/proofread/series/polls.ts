import { expect, test } from "vitest";
import type { ServedDocument } from "../../../src/proofread/rule.ts";
import type { PolledDocument } from "../../../src/proofread/series/poll.ts";
import { polledDocument } from "../../../src/proofread/series/polled-document.ts";
import { seriesFindings } from "../../../src/proofread/series/series.ts";

/** Entries of the examples' paper, the newest first. */
export const [BOAT, PIER, OLD] = [
  { name: "boat" },
  { name: "pier", published: "05:00" },
  { name: "old", published: "2026-03-01T06:00:00Z" },
];

export const ETAG = { etag: '"1"' };
export const JSON_FEED = { url: "https://gazette.example/feed.json" };

/** A poll as an example of a rule tells of it. */
export const polledOf = ({ at = 0, url = "", status = 200, ...served }: ServedDocument): PolledDocument =>
  polledDocument(served.text, { at, url, status, ...served });

/** The rules that polls break, each as often as it is found. */
export const brokenByPolls = (polls: ServedDocument[]): string[] =>
  seriesFindings(polls.map(polledOf)).map(({ rule }) => rule);

/** What is found beside what the rules' own examples show, and what is not. */
export function testSeries(cases: [what: string, broken: string[], polls: ServedDocument[]][]): void {
  test.each(cases)("%s: %j", (_, broken, polls) => {
    expect(brokenByPolls(polls).map((name) => name.replace("series/", ""))).toEqual(broken);
  });
}
