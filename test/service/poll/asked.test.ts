import { hoursToMilliseconds } from "date-fns";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Asked } from "../../../src/service/poll/asked.ts";
import type { Shelf } from "../../../src/service/poll/shelf.ts";
import type { Variant } from "../../../src/service/store/polled.ts";
import { pass, startClock } from "../clock.ts";

const GZIP: Variant = { format: "rss", coding: "gzip" };

beforeEach(() => {
  startClock(0);
  return () => void vi.useRealTimers();
});
afterEach(() => void vi.restoreAllMocks());

function asking(notePolled: Shelf["notePolled"]) {
  const works: Promise<unknown>[] = [];
  const asked = new Asked({ afterAnswer: (work: Promise<unknown>) => works.push(work) } as never);
  const shelf = { key: "all", notePolled } as Shelf;
  return { works, note: (variant = GZIP) => asked.note(shelf, variant) };
}

it("notes what is polled after the answer, each format and coding, once in some hours", async () => {
  const noted = vi.fn(async () => undefined);
  const { works, note } = asking(noted);
  for (let poll = 0; poll < 3; poll += 1) note();
  note({ format: "rss", coding: "br" });
  expect([noted.mock.calls.length, works.length]).toEqual([2, 2]);
  pass(hoursToMilliseconds(6) - 1_000);
  note();
  expect(noted).toHaveBeenCalledTimes(2);
  pass(1_001);
  note();
  expect(noted).toHaveBeenCalledTimes(3);
});

it("notes it with the next poll where that failed, which is no poll's fault", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const noted = vi.fn(async () => Promise.reject(new Error("down")));
  const { works, note } = asking(noted);
  note();
  await Promise.all(works);
  note();
  expect(noted).toHaveBeenCalledTimes(2);
});

it("notes nothing of what is made in any case", () => {
  const { works, note } = asking(undefined);
  note();
  expect(works).toEqual([]);
});
