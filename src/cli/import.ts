import { runCommand } from "./command.ts";
import { importExport, isExportFile } from "./import/export-file.ts";
import { importSource } from "./import/import-source.ts";
import { type ImportOptions, parseOptions, USAGE } from "./import/options.ts";
import { startProgress } from "./import/progress.ts";
import { asJson, asText } from "./import/report.ts";
import type { SourceResult } from "./import/result.ts";
import { expandSources } from "./import/sources.ts";
import { judgeOnly, storeIn } from "./import/store.ts";
import { connect, type ServiceClient } from "./service.ts";
import { findToken, NO_TOKEN } from "./token.ts";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), run);

/** 0: all went in. 1: something was skipped. 2: something could not be reached or read. */
async function run(options: ImportOptions): Promise<number> {
  const { base, date, section, tag, lines, fileTime, dryRun } = options;
  const expanded = await expandSources(options.sources, options.site);
  if (expanded.status === "missing") throw new Error(expanded.reason);
  const store = dryRun ? judgeOnly : storeIn(client(options));
  const defaults = { now: new Date().toISOString(), base, date, section, tag, lines, fileTime };
  const results: SourceResult[] = [];
  const progress = startProgress(expanded.places.length);
  try {
    for (const place of expanded.places) {
      progress.next(place.name);
      const means = { defaults, store, dryRun, onItems: progress.items };
      results.push(
        isExportFile(place)
          ? await importExport(place, { service: dryRun ? undefined : client(options), onItems: progress.items })
          : await importSource(place, means),
      );
    }
  } finally {
    progress.stop();
  }
  console.log(options.json ? asJson(results) : asText(results, dryRun));
  if (results.some((result) => result.unreachable)) return 2;
  return results.some((result) => result.skipped.length > 0) ? 1 : 0;
}

function client({ to, token = findToken() }: ImportOptions): ServiceClient {
  if (!token) throw new Error(NO_TOKEN);
  return connect(to, token);
}
