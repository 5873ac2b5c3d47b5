import { readSource } from "../import/read.ts";
import type { SourceReading } from "../import/source-reading.ts";
import { judge, type Keep, keeper } from "./import/keep.ts";
import { type ImportOptions, parseOptions, USAGE } from "./import/options.ts";
import { startProgress } from "./import/progress.ts";
import { asJson, asText, decisionsOf } from "./import/report.ts";
import { count, type SourceResult } from "./import/result.ts";
import { expandSources, type Found, load } from "./import/sources.ts";

const options = parseOptions(process.argv.slice(2));
if (options.status === "help") {
  console.log(USAGE);
} else if (options.status === "usage") {
  console.error(`${options.problem}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(options.options);
}

/** 0: all went in. 1: something was skipped. 2: something could not be reached or read. */
async function run(options: ImportOptions): Promise<number> {
  const expanded = await expandSources(options.sources);
  if (expanded.status === "missing") return fail(expanded.reason);
  const keep = options.dryRun ? judge : keeper(options);
  if (!keep)
    return fail("there is no publish token: give --token, set PUBLISH_TOKEN, or let `npm start` write .dev.vars");
  const results: SourceResult[] = [];
  const progress = startProgress(expanded.found.length);
  try {
    for (const found of expanded.found) {
      progress.next(found.name);
      results.push(await importOne(found, options, keep, progress.items));
    }
  } catch (error) {
    progress.stop();
    return fail(reason(error, options));
  }
  progress.stop();
  console.log(options.json ? asJson(results) : asText(results, options.dryRun));
  if (results.some((result) => result.unreachable)) return 2;
  return results.some((result) => result.skipped.length > 0) ? 1 : 0;
}

async function importOne(
  found: Found,
  options: ImportOptions,
  keep: Keep,
  onItems: (done: number, of: number) => void,
): Promise<SourceResult> {
  const loaded = await load(found, options);
  if (loaded.status === "unreadable") {
    return {
      name: found.name,
      kind: "unreadable",
      read: 0,
      stored: 0,
      unchanged: 0,
      skipped: [{ where: found.name, reason: loaded.reason }],
      notes: [],
      details: [],
      unreachable: true,
    };
  }
  const reading = await readSource(loaded.bytes, loaded.source);
  const kept = await keep(reading.items, onItems);
  return {
    name: found.name,
    kind: reading.kind,
    title: reading.title,
    // A file that is no source holds no items that could be read.
    read: reading.kind === "unknown" ? 0 : reading.items.length + reading.skipped.length,
    stored: kept.stored,
    unchanged: kept.unchanged,
    skipped: [...reading.skipped, ...kept.skipped],
    notes: [
      ...reading.notes.map((note) => ({ note, times: 1 })),
      ...count([...reading.items.flatMap((item) => item.notes), ...kept.notes]),
    ],
    details: details(reading, options.dryRun),
    unreachable: false,
  };
}

/** What the parser made of each line of a page is always shown; what it made of a feed's items, on a dry run. */
function details(reading: SourceReading, dryRun: boolean): string[] {
  return [...reading.items, ...reading.skipped].flatMap((one) => decisionsOf(one, dryRun));
}

function reason(error: unknown, { to }: ImportOptions): string {
  if (error instanceof TypeError && error.message === "fetch failed")
    return `nothing answers on ${to}: start it with \`npm start\`, or name another with --to`;
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string): number {
  console.error(`wireproof: ${message}`);
  return 2;
}
