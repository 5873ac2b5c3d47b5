import { runCommand } from "./command.ts";
import { findToken } from "./token.ts";
import { checkDocuments } from "./verify/documents.ts";
import { type Explained, explain } from "./verify/explain.ts";
import { parseOptions, USAGE, type VerifyOptions } from "./verify/options.ts";
import { hasWarning, toJunit, toSarif } from "./verify/outputs.ts";
import { checkPublicFeeds } from "./verify/public.ts";
import { checkReach } from "./verify/reach/check.ts";
import { exitCode, toText, type VerifyReport } from "./verify/report.ts";
import { checkService } from "./verify/service.ts";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), async (options) => {
  if (options.explain) return tell(explain(options.names));
  const report = await check(options);
  console.log(written(report, options));
  return exitCode(report) || Number(options.failOn === "warning" && hasWarning(report));
});

function written(report: VerifyReport, { json, sarif, junit }: VerifyOptions): string {
  if (sarif) return toSarif(report);
  if (junit) return toJunit(report);
  return json ? JSON.stringify(report, null, 2) : toText(report);
}

function tell(explained: Explained): number {
  if (explained.status === "explained") console.log(explained.text);
  else console.error(`wireproof: ${explained.problem}`);
  return explained.status === "explained" ? 0 : 2;
}

function check({ names, reach, to, token = findToken() }: VerifyOptions): Promise<VerifyReport> {
  if (reach) return checkReach(names);
  if (names.length > 0) return checkDocuments(names);
  return token ? checkService(to, token) : checkPublicFeeds(to);
}
