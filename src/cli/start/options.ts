import { HELP_OPTION, type ParsedOptions, parseCommandLine, usageProblem } from "../options.ts";

export const USAGE = `npm start -- [--port N] [--persist-to DIR]

Starts the worker on this machine, on a store of its own, with a sample newsroom in it if the store is empty.

  --port N           listen on port N (8787)
  --persist-to DIR   keep the store in DIR (.wrangler/state)
  --help             this text`;

export interface StartOptions {
  port: number;
  persistTo: string;
}

export const OPTIONS = { port: { type: "string" }, "persist-to": { type: "string" }, ...HELP_OPTION } as const;

export const parseOptions = (args: string[]): ParsedOptions<StartOptions> =>
  parseCommandLine(args, { options: OPTIONS }, ({ values }) => {
    const port = Number(values.port ?? 8787);
    if (!Number.isInteger(port) || port < 1 || port > 65535) return usageProblem(`--port ${values.port} is no port`);
    return { status: "options", options: { port, persistTo: values["persist-to"] ?? ".wrangler/state" } };
  });
