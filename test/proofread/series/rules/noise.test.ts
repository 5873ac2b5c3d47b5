import { paperOf, pollAt } from "../../../../src/proofread/series/examples.ts";
import { BOAT, PIER, testSeries } from "../polls.ts";

const noted = (time: string, note: string, entries = [BOAT]) =>
  pollAt(time, paperOf(entries, { note }), { etag: `"${note} ${entries.length}"` });

testSeries([
  ["a comment that moves at each poll", ["noise"], [noted("06:00", "a"), noted("06:10", "b"), noted("06:20", "c")]],
  ["a masthead that is changed once", [], [noted("06:00", "a"), noted("06:10", "b"), noted("06:20", "b")]],
  ["a comment that moves each hour", [], [noted("06:00", "a"), noted("07:00", "b"), noted("08:00", "c")]],
  [
    "a comment that moves once, after a story",
    [],
    [noted("06:00", "a", [PIER]), noted("06:10", "a", [BOAT, PIER]), noted("06:20", "b", [BOAT, PIER])],
  ],
  [
    "a session in an address that no reader shows",
    ["noise"],
    [1, 2, 3].map((session) =>
      pollAt(
        `06:${session}0`,
        paperOf([BOAT]).replace("<summary>", `<category term="a" scheme="https://a.example/?s=${session}"/><summary>`),
      ),
    ),
  ],
]);
