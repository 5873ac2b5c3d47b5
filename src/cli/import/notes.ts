import type { SourceResult } from "./result.ts";

/** What is worth knowing of each source, its name once above it. */
export function notesText(results: SourceResult[]): string {
  const blocks = results.filter(({ notes }) => notes.length > 0).map(({ name, notes }) => block(name, lines(notes)));
  return blocks.length === 0 ? "" : `Notes (× items)\n${blocks.join("\n")}`;
}

/** Every skip, with its reason. */
export function skipsText(results: SourceResult[]): string {
  const blocks = results
    .filter(({ skipped }) => skipped.length > 0)
    .map(({ name, skipped }) =>
      block(
        name,
        skipped.map(({ where, reason }) => (where === name ? reason : `${where}: ${reason}`)),
      ),
    );
  return blocks.length === 0 ? "" : `Skipped\n${blocks.join("\n")}`;
}

const block = (name: string, lines: string[]): string =>
  [`  ${name}`, ...lines.map((line) => `    ${line}`)].join("\n");

const CLEANING = /^cleaning took out (.*)$/s;

/** What cleaning took out is one line, however many things it were. */
function lines(notes: SourceResult["notes"]): string[] {
  const removed = notes.flatMap(({ note, times }) =>
    CLEANING.test(note) ? [`${note.replace(CLEANING, "$1")} ×${times}`] : [],
  );
  const others = notes.filter(({ note }) => !CLEANING.test(note)).map(({ note, times }) => `${note} ×${times}`);
  return removed.length === 0 ? others : [...others, `cleaning took out ${removed.join(", ")}`];
}
