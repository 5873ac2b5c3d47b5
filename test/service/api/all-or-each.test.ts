import { expect, it } from "vitest";
import { allOrEach, tellFailure } from "../../../src/service/api/all-or-each.ts";
import { StoreFault } from "../../../src/service/store-fault.ts";
import { logged } from "../logged.ts";

/** Works on lines, `bad` ones of which break it, and notes which it was given together. */
function working(fault: Error) {
  const given: string[][] = [];
  const work = async (lines: string[]): Promise<string[]> => {
    given.push(lines);
    if (lines.includes("bad")) throw fault;
    return lines.map((line) => `${line} done`);
  };
  return { given, work };
}

const fail = (line: string, { detail }: { detail: string }): string => `${line}: ${detail}`;

it("works on all of them at once where none breaks", async () => {
  const { given, work } = working(new Error());
  expect(await allOrEach(["a", "b"], work, fail)).toEqual(["a done", "b done"]);
  expect(given).toEqual([["a", "b"]]);
});

it("works on each where one breaks the code, so that it alone fails", async () => {
  const log = logged();
  const { given, work } = working(new TypeError("a fault"));
  expect(await allOrEach(["a", "bad", "b"], work, fail)).toEqual([
    "a done",
    "bad: cannot be stored, which is a fault of ours: TypeError: a fault",
    "b done",
  ]);
  expect(given).toEqual([["a", "bad", "b"], ["a"], ["bad"], ["b"]]);
  expect(log).toHaveLength(1);
});

it("asks a broken store once, and tells all of them", async () => {
  logged();
  const { given, work } = working(new StoreFault("read-only"));
  expect(await allOrEach(["a", "bad"], work, fail)).toEqual([
    "a: The store takes no writes. Send the line again.",
    "bad: The store takes no writes. Send the line again.",
  ]);
  expect(given).toHaveLength(1);
});

it("says where a line may have been stored", () => {
  logged();
  expect(tellFailure(new StoreFault("slow", { mayBeStored: true }))).toEqual({
    status: "failed",
    detail:
      "The store has not answered in time. Send the line again: whether it was stored is not known, and it does no harm.",
  });
});
