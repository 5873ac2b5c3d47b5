import { runCommand } from "./command.ts";
import { findToken } from "./token.ts";
import { checkDocuments } from "./verify/documents.ts";
import { parseOptions, USAGE, type VerifyOptions } from "./verify/options.ts";
import { pipedInput } from "./verify/piped.ts";
import { checkPublicFeeds } from "./verify/public.ts";
import { checkReach } from "./verify/reach/check.ts";
import { exitCode, type VerifyReport } from "./verify/report.ts";
import { toText } from "./verify/report-text.ts";
import { checkService } from "./verify/service.ts";
import { checkOverTime } from "./verify/watch/check.ts";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), async (options) => {
  const report = await check(options);
  tell(report, options);
  return exitCode(report);
});

function tell(report: VerifyReport, options: VerifyOptions): void {
  console.log(options.json ? JSON.stringify(report, null, 2) : toText(report, options));
}

async function check(options: VerifyOptions): Promise<VerifyReport> {
  const { names, reach, watch, to, all, json, headers, userAgent } = options;
  if (reach) return checkReach(names);
  const most = all ? Infinity : undefined;
  if (watch) {
    const say = (line: string): void => (json ? undefined : console.log(line));
    return checkOverTime(names, watch, { headers, userAgent, most, say, tell: (report) => tell(report, options) });
  }
  if (names.length > 0) return checkDocuments(names, { headers, userAgent, most });
  const piped = options.asksService ? undefined : await pipedInput();
  if (piped) return checkDocuments(["-"], { stdin: [piped], most });
  const token = options.token ?? findToken();
  return token ? checkService(to, token, most) : checkPublicFeeds(to, most);
}
