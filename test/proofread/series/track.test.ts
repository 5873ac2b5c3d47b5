import { expect, it } from "vitest";
import { entryChanges } from "../../../src/proofread/series/changes.ts";
import { paperOf, pollAt } from "../../../src/proofread/series/examples.ts";
import { type DocumentPoll, hasDocument } from "../../../src/proofread/series/poll.ts";
import { Track } from "../../../src/proofread/series/track.ts";
import { polledOf } from "./polls.ts";

function documentOfPoll(names: string[]): DocumentPoll {
  const poll = polledOf(pollAt("06:10", paperOf(names.map((name) => ({ name })))));
  if (!hasDocument(poll)) throw new Error("no document");
  return poll;
}

/** Goes on to a document of these entries. */
function take(track: Track, names: string[]): DocumentPoll["document"]["entries"] {
  const poll = documentOfPoll(names);
  track.take(poll, track.document && entryChanges(track.document.document, poll.document));
  return poll.document.entries;
}

const numbered = (prefix: string, length: number): string[] =>
  Array.from({ length }, (_, index) => `${prefix}-${index}`);

it("remembers four documents, and twenty thousand entries that have gone, however long it goes on", () => {
  const track = new Track("https://gazette.example/feed.atom");
  const rounds = Array.from({ length: 7 }, (_, round) => take(track, numbered(`${round}`, 4_000)));
  expect(track.documents).toHaveLength(4);
  expect(rounds.map((entries) => entries.filter((entry) => track.leftAt(entry) !== undefined).length)).toEqual([
    ...[0, 4_000, 4_000, 4_000, 4_000, 4_000, 0],
  ]);
  expect(rounds.map((entries) => entries.filter((entry) => track.seenSince(entry) !== undefined).length)).toEqual([
    ...[0, 0, 0, 0, 0, 0, 4_000],
  ]);
});

it("remembers longest the entry that has left last, though it had left before", () => {
  const track = new Track("https://gazette.example/feed.atom");
  const [often] = take(track, ["often"]);
  take(track, numbered("a", 15_000));
  take(track, ["often"]);
  take(track, numbered("b", 6_000));
  take(track, []);
  expect(often && track.leftAt(often)).toBeDefined();
});
