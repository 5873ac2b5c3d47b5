import { HELP_OPTION, type ParsedOptions, parseCommandLine, usageProblem } from "../options.ts";

export const USAGE = `npm run deploy -- [--dry-run] [--temporary]

Deploys the service to Cloudflare: the worker, and the database and queues that are not there yet.

  --dry-run     say what would be done, and make the worker without sending it
  --temporary   without a login: to an account that Cloudflare deletes within the hour, unless somebody claims it
  --help        this text

BASE_URL in the environment says where readers reach the service. Without one, the service takes the address at which
somebody first signs in.`;

export interface DeployOptions {
  isDryRun: boolean;
  isTemporary: boolean;
}

export const OPTIONS = { "dry-run": { type: "boolean" }, temporary: { type: "boolean" }, ...HELP_OPTION } as const;

export const parseOptions = (args: string[]): ParsedOptions<DeployOptions> =>
  parseCommandLine(args, { options: OPTIONS }, ({ values }) => {
    const { "dry-run": isDryRun = false, temporary: isTemporary = false } = values;
    if (isDryRun && isTemporary) return usageProblem("--dry-run sends nothing: it needs no --temporary account");
    return { status: "options", options: { isDryRun, isTemporary } };
  });
