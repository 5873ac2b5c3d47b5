import { WriteStream } from "node:tty";
import { describe, expect, it } from "vitest";
import { type Progress, startProgress } from "../../../src/cli/import/progress.ts";

/** What is written to a terminal or a pipe while something is imported, without what moves the cursor. */
function written(isTTY: boolean, during: (progress: Progress) => void): string[] {
  const texts: string[] = [];
  const stream: WriteStream = Object.assign(Object.create(WriteStream.prototype), {
    isTTY,
    columns: 120,
    write: (text: string) => texts.push(text.replaceAll(/\u001b(?:\[[?0-9;]*[A-Za-z]|[78])/g, "")) > 0,
  });
  const progress = startProgress(3, stream);
  during(progress);
  progress.stop();
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

describe("startProgress", () => {
  it("shows on a terminal which source is being read, and how far its items are", () => {
    const last = written(true, (progress) => {
      progress.next("a.xml");
      progress.next("b.xml");
      progress.items(100, 250);
    }).at(-1);
    expect(last).toMatch(/ 1\/3 sources {2}b\.xml {2}100\/250 items$/);
  });

  it("shows how much of a large source has been read, beside the items of it", () => {
    const last = written(true, (progress) => {
      progress.next("wxr.xml");
      progress.bytes(12_340_000, 91_000_000);
      progress.items(100, 100);
    }).at(-1);
    expect(last).toMatch(/ 0\/3 sources {2}wxr\.xml {2}100 items {2}12\.3\/91\.0 MB$/);
  });

  it("forgets the last source's items when the next begins", () => {
    const last = written(true, (progress) => {
      progress.next("a.xml");
      progress.items(7, 7);
      progress.next("b.xml");
    }).at(-1);
    expect(last).toMatch(/ 1\/3 sources {2}b\.xml$/);
  });

  it("has done none before the first has begun", () =>
    expect(written(true, (progress) => progress.items(1, 2)).at(-1)).toMatch(/ 0\/3 sources/));

  it("writes nothing into a pipe: a script's stderr holds what went wrong", () =>
    expect(
      written(false, (progress) => {
        progress.next("a.xml");
        progress.items(1, 2);
      }),
    ).toEqual([]));
});
