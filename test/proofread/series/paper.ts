import fc from "fast-check";
import type { ServedDocument } from "../../../src/proofread/rule.ts";
import { paperOf, pollAt } from "../../../src/proofread/series/examples.ts";

interface Story {
  name: string;
  published: number;
  updated: number;
  text: string;
}

const HOUR = 3_600_000;
const START = Date.parse("2026-03-01T06:00:00Z");

/** Fewer are published in two days than a document holds. */
const WINDOW = 8;

type Event =
  | { kind: "publish" }
  | { kind: "correct" | "withdraw"; which: number }
  | { kind: "poll"; conditional: boolean };

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Event>({ kind: "publish" }) },
  fc.record({ kind: fc.constantFrom("correct" as const, "withdraw" as const), which: fc.nat() }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("poll" as const), conditional: fc.boolean() }) },
);

/** The polls of a paper of which nothing is to be said, by somebody who polls as they should. */
export const wellBehaved: fc.Arbitrary<ServedDocument[]> = fc.array(event, { maxLength: 60 }).map((events) => {
  const stories: Story[] = [];
  const polls: ServedDocument[] = [];
  let modified = START;
  let held: Pick<ServedDocument, "etag" | "lastModified"> = {};
  for (const [index, event] of events.entries()) {
    const now = START + (index + 1) * 8 * HOUR;
    if (event.kind === "poll") {
      const current = validatorsOf(modified);
      const sent = event.conditional ? held : undefined;
      const isHeld = sent?.etag === current.etag;
      const text = isHeld ? 304 : paperOf(stories.slice(0, WINDOW).map(entryOf), { updated: iso(modified) });
      polls.push(pollAt(iso(now), text, { ...current, ...(sent?.etag && { sent }) }));
      held = current;
      continue;
    }
    if (event.kind === "publish") stories.unshift({ name: `n${index}`, published: now, updated: now, text: "First." });
    else if (stories.length > 0) change(stories, event, now);
    modified = now;
  }
  return polls;
});

function change(stories: Story[], { kind, which }: { kind: "correct" | "withdraw"; which: number }, now: number): void {
  const at = which % stories.length;
  if (kind === "withdraw") stories.splice(at, 1);
  else stories[at] = { ...(stories[at] as Story), updated: now, text: `Corrected ${now}.` };
}

const validatorsOf = (modified: number) => ({ etag: `"${modified}"`, lastModified: new Date(modified).toUTCString() });

const entryOf = ({ name, published, updated, text }: Story) => ({
  ...{ name, text },
  published: iso(published),
  updated: iso(updated),
});

const iso = (time: number): string => new Date(time).toISOString();
