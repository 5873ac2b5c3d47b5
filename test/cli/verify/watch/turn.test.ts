import { describe, expect, it } from "vitest";
import { Turn } from "../../../../src/cli/verify/watch/turn.ts";
import { polledDocument } from "../../../../src/proofread/series/polled-document.ts";
import { BOAT, PIER } from "./press.ts";

const URL = "https://gazette.example/feed.atom";

/** A turn after polls: of a document, with its number as its tag, or of a 304. */
function after(...polls: (string | 304)[]): Turn {
  const turn = new Turn(URL);
  for (const [at, one] of polls.entries()) {
    const { sent } = turn;
    const facts = one === 304 ? { status: 304, sent } : { status: 200, sent, etag: one === BOAT ? '"boat"' : '"pier"' };
    const text = one === 304 ? "" : one;
    turn.take({ poll: polledDocument(text, { at, url: URL, ...facts }), text, bytes: 0 });
  }
  return turn;
}

describe("what a poll sends", () => {
  it("is nothing at first", () => expect(new Turn(URL).sent).toBeUndefined());

  it("is the last document's validators, all that it has, as they were given", () => {
    expect(after(BOAT, PIER).sent).toEqual({ etag: '"pier"' });
    const turn = new Turn(URL);
    const dated = { etag: 'W/"1"', lastModified: "yesterday" };
    turn.take({ poll: polledDocument(BOAT, { at: 0, url: URL, status: 200, ...dated }), text: BOAT, bytes: 0 });
    expect(turn.sent).toEqual(dated);
  });

  it("is nothing after four answers of 304, and then again what it was", () => {
    expect(after(BOAT, 304, 304, 304).sent).toEqual({ etag: '"boat"' });
    expect(after(BOAT, 304, 304, 304, 304).sent).toBeUndefined();
    expect(after(BOAT, 304, 304, 304, 304, BOAT).sent).toEqual({ etag: '"boat"' });
  });

  it("is once more the old document's, where another one came without a condition after a 304", () => {
    const turn = after(BOAT, 304, 304, 304, 304, PIER);
    expect(turn.sent).toEqual({ etag: '"boat"' });
    turn.take({ poll: polledDocument("", { at: 9, url: URL, status: 304, sent: turn.sent }), bytes: 0 });
    expect(turn.sent).toEqual({ etag: '"pier"' });
  });
});

it("knows since when the document is there, if it has changed", () => {
  expect(after(BOAT, BOAT).changedAt).toBeUndefined();
  expect(after(BOAT, 304, PIER, PIER).changedAt).toBe(2);
});
