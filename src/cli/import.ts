import { runCommand } from "./command.ts";
import { openArchives } from "./import/archive.ts";
import { askSite } from "./import/ask-site.ts";
import { importExport, isExportFile } from "./import/export-file.ts";
import { importSource } from "./import/import-source.ts";
import { type ImportOptions, parseOptions, USAGE } from "./import/options.ts";
import { startProgress } from "./import/progress.ts";
import { asJson, asText } from "./import/report.ts";
import { SourceTally } from "./import/result.ts";
import { importSite } from "./import/site.ts";
import { type ExpandedSources, expandSources } from "./import/sources.ts";
import { storeThrough } from "./import/store.ts";
import { openTarget } from "./import/target.ts";
import { importWordpressFile, indexWordpressFiles, isWordpressFile } from "./import/wordpress-file.ts";
import { onInterrupt } from "./interrupt.ts";

const CUT_SHORT = "It ended before its end: what is counted here is stored, and to import again changes nothing of it.";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), run);

/** 0: all stories went in. 1: one was skipped. 2: something could not be reached or read. */
async function run(options: ImportOptions): Promise<number> {
  if (options.rehearse !== undefined) return compareWith(options.rehearse, options);
  const opened = await openArchives(options.sources);
  return importAll({ ...options, sources: opened.names }).finally(opened.close);
}

async function importAll(options: ImportOptions): Promise<number> {
  const expanded = await expandSources(options.sources, options.site);
  if (expanded.status === "missing") throw new Error(expanded.reason);
  const { judge, exports, masthead, unasked } = await openTarget(options);
  const now = new Date().toISOString();
  const { base, date, section, tag, publishAll, lines, fileTime, postTypes, dryRun } = options;
  const { home, zone } = masthead;
  const defaults = { now, base, date, section, tag, publishAll, lines, fileTime, postTypes, home, zone };
  const store = storeThrough(judge, now);
  const ask = askSite();
  const tallies: SourceTally[] = [];
  const progress = startProgress(expanded.places.length + options.sites.length);
  const tell = (...said: string[]): void => {
    progress.stop();
    console.log(told(options, expanded, tallies, [...unasked, ...said]));
  };
  const begin = (name: string): SourceTally => {
    progress.next(name);
    const tally = new SourceTally(name, { dryRun, now, keepItems: options.json });
    tallies.push(tally);
    return tally;
  };
  const release = onInterrupt(() => tell(CUT_SHORT));
  try {
    const wordpress = expanded.places.filter(isWordpressFile);
    const index = await indexWordpressFiles(wordpress);
    for (const place of expanded.places) {
      const tally = begin(place.name);
      const ofSite = { ask: askSite(undefined, 1), defaults, store, tally, onItems: progress.items };
      if (place.reader) await importSite({ ...place.reader, home: place.name, all: options.all }, ofSite);
      else if (wordpress.includes(place))
        await importWordpressFile(place, { index, defaults, store, tally, onBytes: progress.bytes });
      else if (isExportFile(place)) await importExport(place, { service: exports, tally, onItems: progress.items });
      else await importSource(place, { defaults, store, tally, onItems: progress.items });
    }
    for (const site of options.sites)
      await importSite(site, { ask, defaults, store, tally: begin(site.home), onItems: progress.items });
  } catch (fault) {
    // What was stored stands, and is told.
    if (tallies.some(({ result }) => result.stored > 0)) tell(CUT_SHORT);
    throw fault;
  } finally {
    progress.stop();
    release();
  }
  tell();
  const results = tallies.map(({ result }) => result);
  if (results.some(({ unreachable }) => unreachable)) return 2;
  return results.some(({ skipped }) => skipped.length > 0) ? 1 : 0;
}

function told(
  { json, dryRun }: ImportOptions,
  { places, passedOver }: Extract<ExpandedSources, { status: "found" }>,
  tallies: SourceTally[],
  said: string[],
): string {
  const found = places.filter((place) => place.found !== undefined);
  const byFolder = Map.groupBy(found, (place) => place.found ?? "");
  const folders = new Map([...byFolder].map(([folder, files]) => [folder, files.map(({ name }) => name)]));
  const run = { sources: tallies.map(({ result }) => result), passedOver, dryRun, folders, said };
  return json ? asJson(run) : asText(run);
}

/** 0: subscribers would notice nothing. 1: something would be shown twice, lost or changed. */
async function compareWith(url: string, { to, with: slug, json }: ImportOptions): Promise<number> {
  const { rehearse } = await import("./import/rehearse/rehearse.ts");
  const { rehearsalCode, rehearsalJson, rehearsalText } = await import("./import/rehearse/report.ts");
  const rehearsal = await rehearse({ url, to, slug });
  console.log(json ? rehearsalJson(rehearsal) : rehearsalText(rehearsal));
  return rehearsalCode(rehearsal);
}
