import { expect, it } from "vitest";
import { noSums } from "../../src/audience/count-record.ts";
import { foldQuiet } from "../../src/audience/quiet-days.ts";

const day = (number: number, polls: number) => ({
  day: `2026-03-0${number}`,
  ...noSums(),
  polls_200: polls,
  bytes_sent: polls,
});
const words = (polls: number[]) =>
  foldQuiet(polls.map((count, index) => day(index + 1, count))).map((one) =>
    "from" in one ? `${one.days}: ${one.from.slice(-1)}–${one.to.slice(-1)}` : one.day.slice(-1),
  );

it.each([
  ["no days", [], []],
  ["days with polls", [1, 2, 3], ["1", "2", "3"]],
  ["one day without", [1, 0, 3], ["1", "2", "3"]],
  ["two at the end", [1, 0, 0], ["1", "2: 2–3"]],
  ["some at the start, and some between", [0, 0, 0, 1, 0, 0, 7], ["3: 1–3", "4", "2: 5–6", "7"]],
  ["nothing but days without", [0, 0, 0, 0], ["4: 1–4"]],
])("of %s, those without polls that follow one another are one", (_, polls, expected) =>
  expect(words(polls)).toEqual(expected),
);
