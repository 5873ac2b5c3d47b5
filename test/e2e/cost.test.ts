import { expect, it } from "vitest";
import { MOST, rows } from "../bench/cost/rows.ts";

// The short form of `npm run bench -- cost`.
it(`no parser takes more than ${MOST} times as much for ten times as much of any shape that is known to be costly`, async () => {
  const over: string[] = [];
  let count = 0;
  for await (const { parser, shape, time, memory, isOver } of rows({ bytes: 10_000, repeat: 0, short: true })) {
    count += 1;
    if (isOver)
      over.push(`${parser}, ${shape}: ${time.toFixed(0)} times as long, ${memory.toFixed(0)} times the memory`);
  }
  expect(over).toEqual([]);
  expect(count).toBeGreaterThan(1_000);
});
