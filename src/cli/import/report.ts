import { counted } from "../../article/counted.ts";
import type { Skip } from "../../import/source-reading.ts";
import { printable } from "../printable.ts";
import { textTable } from "../text-table.ts";
import { hiddenText, notesText, passedOverText, sharedText, skipsText } from "./notes.ts";
import type { SourceResult } from "./result.ts";

/** What became of a run, or of as much of it as there was. */
export interface RunResult {
  /** In the order in which they were read. */
  sources: SourceResult[];
  /** What the folders hold beside texts. */
  passedOver: Skip[];
  dryRun: boolean;
  /** Folders that were named, with the sources that were found in them. */
  folders: Map<string, string[]>;
  /** What is to be known of the run as a whole: that nobody could be asked, or that it ended before its end. */
  said: string[];
}

/** Rows of a table that is still read; of more sources, those of a folder are one row. */
const MAX_ROWS = 20;

/** Lines of what was decided, item by item, before the table. */
const MAX_DETAILS = 150;

/** What was decided, the table, what is worth knowing, and every kind of skip with its reason. */
export function asText(run: RunResult): string {
  const { sources, passedOver, dryRun, said } = run;
  const parts = [
    detailsText(sources),
    sourcesTable(run),
    ...(dryRun ? ["A dry run: nothing was stored."] : []),
    ...said,
    notesText(sources),
    hiddenText(sources),
    sharedText(sources),
    passedOverText(sources, passedOver),
    skipsText(sources),
  ];
  return printable(parts.filter((part) => part !== "").join("\n\n"));
}

export const asJson = ({ sources, passedOver, dryRun, said }: RunResult): string =>
  JSON.stringify({ dryRun, said, sources, passedOver, total: total(sources, passedOver.length) }, null, 2);

function detailsText(sources: SourceResult[]): string {
  const lines = sources
    .filter(({ details }) => details.length > 0)
    .flatMap(({ name, details }) => [name, ...details.map((line) => `  ${line}`)]);
  const rest = lines.length - MAX_DETAILS;
  return [...lines.slice(0, MAX_DETAILS), ...(rest > 0 ? [`and ${rest} lines more: --json has them`] : [])].join("\n");
}

const HEAD = ["read", "stored", "unchanged", "not shown", "skipped", "passed over"];

function sourcesTable({ sources, passedOver, dryRun, folders }: RunResult): string {
  const rows = sources.length > MAX_ROWS ? byFolder(sources, folders) : sources.map((one) => rowOf(one.name, [one]));
  const all = total(sources, passedOver.length);
  return textTable(
    ["source", "kind", ...HEAD.map((name) => (dryRun && name === "stored" ? "would be stored" : name))],
    [
      ...rows.map((row) => [row.name, row.kind, ...numbersOf(row)]),
      [counted(sources.length, "source"), "", ...numbersOf(all)],
    ],
    ["left", "left", ...HEAD.map(() => "right" as const)],
  );
}

interface Total {
  read: number;
  stored: number;
  unchanged: number;
  hidden: number;
  skipped: number;
  passedOver: number;
}

/** The folders that were named are a row each, and whatever was named beside them. */
function byFolder(sources: SourceResult[], folders: Map<string, string[]>): Row[] {
  const folderOf = new Map(
    [...folders].flatMap(([folder, files]) => files.map((file): [string, string] => [file, folder])),
  );
  return [...Map.groupBy(sources, ({ name }) => folderOf.get(name) ?? name)].map(([name, some]) => rowOf(name, some));
}

interface Row extends Total {
  name: string;
  kind: string;
}

function rowOf(name: string, some: SourceResult[]): Row {
  const kinds = [...Map.groupBy(some, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length);
  const kind = some.length === 1 ? (some[0]?.kind ?? "") : kinds.map(([one, of]) => `${one} ×${of.length}`).join("\n");
  return { ...total(some), name, kind };
}

const numbersOf = ({ read, stored, unchanged, hidden, skipped, passedOver }: Total): number[] => [
  ...[read, stored, unchanged, hidden, skipped, passedOver],
];

const total = (results: SourceResult[], beside = 0): Total => ({
  read: sum(results.map(({ read }) => read)),
  stored: sum(results.map(({ stored }) => stored)),
  unchanged: sum(results.map(({ unchanged }) => unchanged)),
  hidden: sum(results.map(({ hidden }) => hidden.length)),
  skipped: sum(results.map(({ skipped }) => skipped.length)),
  passedOver: sum(results.map(({ passedOver }) => passedOver.length)) + beside,
});

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
