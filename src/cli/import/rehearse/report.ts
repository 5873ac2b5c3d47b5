import type { SeenItem } from "../../../verify/read/as-reader.ts";
import { printable } from "../../printable.ts";
import { textTable } from "../../text-table.ts";
import type { Comparison, FieldChange } from "./compare.ts";

/** What was compared, and what came of it. */
export interface Rehearsal {
  /** Where the old feed was read. */
  old: string;
  /** Our document. */
  ours: string;
  comparison: Comparison;
}

/** Of each kind so many are named: they tell what the others are. `--json` has all. */
const SHOWN = 5;

/** Characters of a value around the place where two begin to differ. */
const AROUND = 60;

/** 0: nobody would notice. 1: something would be shown twice, lost or changed. */
export const rehearsalCode = ({ comparison: { twice, lost, changed } }: Rehearsal): 0 | 1 =>
  twice.length + lost.length + changed.length > 0 ? 1 : 0;

export function rehearsalText(rehearsal: Rehearsal): string {
  const { old, ours, comparison } = rehearsal;
  const { same, changed, twice, lost, archived, added, older, isInOrder, feed } = comparison;
  const table = textTable(
    ["subscribers would see", "stories", ""],
    [
      ["the same", same.length, ""],
      ["changed", changed.length, "the same id, and another content: some readers mark it as unread"],
      ["twice", twice.length, "another id: readers have it, and would show it as a new one"],
      ["no more", lost.length, "neither in our feed nor in its archive"],
      ["from the archive", archived.length, "older than our feed goes back; readers keep what they have"],
      ["as new", added.length, older === 0 ? "" : `${older} of them older than all of the old feed`],
    ],
    ["left", "right", "left"],
  );
  const parts = [
    `old   ${old}\nours  ${ours}`,
    table,
    block("Changed", changed, ({ item, changes }) => [nameOf(item), ...changes.map(changeLine)]),
    block("Twice", twice, ({ item, ours: other }) => [nameOf(item), `  old id: ${item.id}`, `  our id: ${other.id}`]),
    block("No more", lost, (item) => [nameOf(item), `  id: ${item.id}`]),
    block("As new", added, (item) => [nameOf(item)]),
    [...feed.map(({ field, old: was, ours: is }) => `The feed's ${field} was “${was}”, and is “${is}”.`)].join("\n"),
    isInOrder ? "" : "The stories at the top stand in another order.",
    rehearsalCode(rehearsal) === 0 ? "Nothing would be shown twice, lost or changed." : "",
  ];
  return printable(parts.filter((part) => part !== "").join("\n\n"));
}

export const rehearsalJson = (rehearsal: Rehearsal): string => JSON.stringify(rehearsal, null, 2);

function block<One>(title: string, all: One[], linesOf: (one: One) => string[]): string {
  if (all.length === 0) return "";
  const more = all.length > SHOWN ? [`  … and ${all.length - SHOWN} more`] : [];
  return [title, ...all.slice(0, SHOWN).flatMap((one) => linesOf(one).map((line) => `  ${line}`)), ...more].join("\n");
}

const nameOf = ({ title, link, published }: SeenItem): string =>
  [cut(title || "(no title)"), published?.slice(0, 10), link].filter(Boolean).join("  ");

/** Both values from a little before the first difference. */
function changeLine({ field, old, ours }: FieldChange): string {
  const length = Math.min(old.length, ours.length);
  let at = 0;
  while (at < length && old[at] === ours[at]) at += 1;
  const from = Math.max(0, at - 20);
  const part = (text: string): string => `${from > 0 ? "…" : ""}${cut(text.slice(from).toWellFormed())}`;
  const sizes = field === "text" ? ` (${old.length} → ${ours.length} characters)` : "";
  return `  ${field}${sizes}: “${part(old)}” → “${part(ours)}”`;
}

const cut = (text: string): string => {
  const line = text.replaceAll("\n", " ");
  return line.length <= AROUND ? line : `${line.slice(0, AROUND).toWellFormed()}…`;
};
