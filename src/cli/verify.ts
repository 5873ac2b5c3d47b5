import { runCommand } from "./command.ts";
import { findToken } from "./token.ts";
import { checkDocuments } from "./verify/documents.ts";
import { parseOptions, USAGE, type VerifyOptions } from "./verify/options.ts";
import { checkPublicFeeds } from "./verify/public.ts";
import { checkReach } from "./verify/reach/check.ts";
import { exitCode, toText, type VerifyReport } from "./verify/report.ts";
import { checkService } from "./verify/service.ts";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), async (options) => {
  const report = await check(options);
  console.log(options.json ? JSON.stringify(report, null, 2) : toText(report));
  return exitCode(report);
});

function check({ names, reach, to, token = findToken() }: VerifyOptions): Promise<VerifyReport> {
  if (reach) return checkReach(names);
  if (names.length > 0) return checkDocuments(names);
  return token ? checkService(to, token) : checkPublicFeeds(to);
}
