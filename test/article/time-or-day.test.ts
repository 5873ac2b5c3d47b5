import { expect, it } from "vitest";
import { timeOrDay } from "../../src/article/time-or-day.ts";

const read = (text: string, of: "first" | "last" = "first") => timeOrDay(of).safeParse(text);

it.each([
  ["2026-03-01", Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 2) - 1],
  ["2026-03-01T13:00:00+01:00", Date.UTC(2026, 2, 1, 12), Date.UTC(2026, 2, 1, 12)],
  ["2026-03-01T12:00Z", Date.UTC(2026, 2, 1, 12), Date.UTC(2026, 2, 1, 12)],
  ["2026-03-01 12:00:00.5z", Date.UTC(2026, 2, 1, 12, 0, 0, 500), Date.UTC(2026, 2, 1, 12, 0, 0, 500)],
])("%s is from %i to %i", (text, first, last) => {
  expect(read(text)).toEqual({ success: true, data: first });
  expect(read(text, "last")).toEqual({ success: true, data: last });
});

it.each(["", "yesterday", "2026-02-30", "2026-02-30T12:00:00Z", "2026-03-01T12:00:00", "2026-03", "12:00Z"])(
  "“%s” is told what is wanted",
  (text) =>
    expect(read(text).error?.issues).toMatchObject([
      { message: "is neither a day, as 2026-03-01, nor a time with its zone, as 2026-03-01T08:00:00Z" },
    ]),
);
