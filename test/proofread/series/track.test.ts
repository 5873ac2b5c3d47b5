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

it("remembers four documents, and twenty thousand entries that have gone, however long it goes on", () => {
  const track = new Track("https://gazette.example/feed.atom");
  for (let round = 0; round < 7; round += 1) {
    const poll = documentOfPoll(Array.from({ length: 4_000 }, (_, index) => `${round}-${index}`));
    track.take(poll, track.document && entryChanges(track.document.document, poll.document));
  }
  expect(track.documents).toHaveLength(4);
  expect(track.gone.size).toBe(20_000);
  expect(track.since.size).toBe(4_000);
});
