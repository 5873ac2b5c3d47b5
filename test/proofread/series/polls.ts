import type { Served } from "../../../src/proofread/rule.ts";
import type { PolledDocument } from "../../../src/proofread/series/poll.ts";
import { polledDocument } from "../../../src/proofread/series/polled-document.ts";
import { seriesFindings } from "../../../src/proofread/series/series.ts";

/** A poll as an example of a rule tells of it. */
export const polledOf = ({ at = 0, url = "", status = 200, ...served }: Served): PolledDocument =>
  polledDocument(served.text, { at, url, status, ...served });

/** The rules that polls break, each once. */
export const brokenByPolls = (polls: Served[]): string[] => [
  ...new Set(seriesFindings(polls.map(polledOf)).map(({ rule }) => rule)),
];
