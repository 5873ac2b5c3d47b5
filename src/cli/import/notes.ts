import { countedReasons, grouped, inSource, type Told } from "./grouped.ts";
import { CLEANING, type CountedNote, NoteCounts } from "./note-counts.ts";
import type { SourceResult } from "./result.ts";

/** What of the result is named, so that it fits a screen or two however much was imported. */
const MAX_NAMED = 10;
const MAX_GROUPS = 12;
const MAX_NOTES = 25;
const MAX_REMOVED = 15;

/** What is worth knowing, each kind of note once with its number and an example. */
export function notesText(results: SourceResult[]): string {
  const counts = new NoteCounts();
  for (const { name, notes } of results)
    for (const { note, where, times } of notes) counts.add(note, inSource(where, name), times);
  const all = counts.list();
  const [removed, others] = [
    all.filter(({ note }) => CLEANING.test(note)),
    all.filter(({ note }) => !CLEANING.test(note)),
  ];
  return section("Notes (× items)", [
    ...others
      .slice(0, MAX_NOTES)
      .map(({ note, times, where }) => `  ${note} ×${times} (${times === 1 ? "" : "first: "}${where})`),
    ...more(others.length - MAX_NOTES, "kinds of notes"),
    ...removedLine(removed),
  ]);
}

/** What cleaning took out is one line, however many things it were. */
function removedLine(removed: CountedNote[]): string[] {
  if (removed.length === 0) return [];
  const named = removed.slice(0, MAX_REMOVED).map(({ note, times }) => `${note.replace(CLEANING, "$1")} ×${times}`);
  const rest = removed.length - named.length;
  return [`  cleaning took out ${named.join(", ")}${rest > 0 ? `; ${rest} more in --json` : ""}`];
}

/** What is stored, and shown to nobody now, by why. */
export const hiddenText = (results: SourceResult[]): string =>
  section(
    "Stored, and not shown",
    grouped(
      results.flatMap(({ name, hidden }) =>
        hidden.map(({ where, why, at }) => ({
          where: `${inSource(where, name)}${at === undefined ? "" : ` (${at})`}`,
          reason: why,
        })),
      ),
      { named: MAX_NAMED, groups: MAX_GROUPS },
    ),
  );

/** Articles that stand at one address. */
export function sharedText(results: SourceResult[]): string {
  const lines = results.flatMap(({ name, sharedUrls }) =>
    sharedUrls.map(({ url, where, other }) => `  ${url}: ${inSource(where, name)}, and ${other}`),
  );
  return section("One URL, two articles: feeds show both", [
    ...lines.slice(0, MAX_NAMED),
    ...more(lines.length - MAX_NAMED, "pairs"),
  ]);
}

/** Every kind of skip, with its reason. */
export const skipsText = (results: SourceResult[]): string =>
  section(
    "Skipped",
    grouped(
      results.flatMap(({ name, skipped }) => skipped.map((skip) => toTold(skip, name))),
      { named: MAX_NAMED, groups: MAX_GROUPS },
    ),
  );

/** What was never meant to be a story. */
export const passedOverText = (results: SourceResult[], beside: Told[]): string =>
  section(
    "Passed over: no stories",
    countedReasons(
      [...beside, ...results.flatMap(({ name, passedOver }) => passedOver.map((skip) => toTold(skip, name)))],
      MAX_GROUPS,
    ),
  );

const toTold = ({ where, reason }: Told, source: string): Told => ({ where: inSource(where, source), reason });

const section = (title: string, lines: string[]): string => (lines.length === 0 ? "" : [title, ...lines].join("\n"));

const more = (rest: number, what: string): string[] =>
  rest > 0 ? [`  and ${rest} ${what} more: --json has them`] : [];
