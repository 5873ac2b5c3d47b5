import { polls, type Sums } from "./count-record.ts";

type DaySums = Sums & { day: string };

/** Days on end on which nobody polled; both are among them. */
export interface QuietDays {
  from: string;
  to: string;
  days: number;
}

/** Days in their order, of which those on end without polls are one. A single one stands for itself. */
export function foldQuiet(days: DaySums[]): (DaySums | QuietDays)[] {
  const folded: (DaySums | QuietDays)[] = [];
  for (const [index, sums] of days.entries()) {
    const before = days[index - 1];
    if (polls(sums) > 0 || before === undefined || polls(before) > 0) {
      folded.push(sums);
      continue;
    }
    const last = folded.pop();
    if (last === undefined) continue;
    folded.push(
      "from" in last ? { ...last, to: sums.day, days: last.days + 1 } : { from: last.day, to: sums.day, days: 2 },
    );
  }
  return folded;
}
