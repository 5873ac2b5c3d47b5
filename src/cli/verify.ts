import { runCommand } from "./command.ts";
import { findToken } from "./token.ts";
import { checkDocuments } from "./verify/documents.ts";
import { type Explained, explain } from "./verify/explain.ts";
import { parseOptions, USAGE, type VerifyOptions } from "./verify/options.ts";
import { hasWarning, toJunit, toSarif } from "./verify/outputs.ts";
import { pipedInput } from "./verify/piped.ts";
import { checkPublicFeeds } from "./verify/public.ts";
import { checkReach } from "./verify/reach/check.ts";
import { exitCode, type VerifyReport } from "./verify/report.ts";
import { toText } from "./verify/report-text.ts";
import { checkService } from "./verify/service.ts";
import { checkOverTime } from "./verify/watch/check.ts";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), async (options) => {
  if (options.explain) return tell(explain(options.names));
  const report = await check(options);
  console.log(written(report, options));
  return exitCode(report) || Number(options.failOn === "warning" && hasWarning(report));
});

function written(report: VerifyReport, options: VerifyOptions): string {
  if (options.sarif) return toSarif(report);
  if (options.junit) return toJunit(report);
  return options.json ? JSON.stringify(report, null, 2) : toText(report, options);
}

function tell(explained: Explained): number {
  if (explained.status === "explained") console.log(explained.text);
  else console.error(`wireproof: ${explained.problem}`);
  return explained.status === "explained" ? 0 : 2;
}

async function check(options: VerifyOptions): Promise<VerifyReport> {
  const { names, reach, watch, to, all, headers, userAgent } = options;
  if (reach) return checkReach(names);
  const most = all ? Infinity : undefined;
  if (watch) {
    const forMachines = options.json || options.sarif || options.junit;
    const say = (line: string): void => (forMachines ? undefined : console.log(line));
    const tellAll = (report: VerifyReport): void => console.log(written(report, options));
    return checkOverTime(names, watch, { headers, userAgent, most, say, tell: tellAll });
  }
  if (names.length > 0) return checkDocuments(names, { headers, userAgent, most });
  const piped = options.asksService ? undefined : await pipedInput();
  if (piped) return checkDocuments(["-"], { stdin: [piped], most });
  const token = options.token ?? findToken();
  return token ? checkService(to, token, most) : checkPublicFeeds(to, most);
}
