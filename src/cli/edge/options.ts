import { HELP_OPTION, type ParsedOptions, parseCommandLine, usageProblem } from "../options.ts";
import { isPort } from "../start/options.ts";

export const USAGE = `npm run edge -- [--port N] [--persist-to DIR]

Starts the service in workerd, as Cloudflare runs it, for development. A new store gets a sample newsroom.

  --port N           listen on port N of this machine (8787)
  --persist-to DIR   keep the store in DIR (.wrangler/state)
  --help             this text`;

export interface EdgeOptions {
  port: number;
  persistTo: string;
}

export const OPTIONS = { port: { type: "string" }, "persist-to": { type: "string" }, ...HELP_OPTION } as const;

export const parseOptions = (args: string[]): ParsedOptions<EdgeOptions> =>
  parseCommandLine(args, { options: OPTIONS }, ({ values }) => {
    const { port = "8787", "persist-to": persistTo = ".wrangler/state" } = values;
    if (!isPort(port)) return usageProblem(`--port ${port} is no port`);
    return { status: "options", options: { port: Number(port), persistTo } };
  });
