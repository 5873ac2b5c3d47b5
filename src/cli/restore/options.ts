import {
  DEFAULT_DIRECTORY,
  HELP_OPTION,
  type ParsedOptions,
  parseCommandLine,
  storeDirectory,
  usageProblem,
} from "../options.ts";

export const USAGE = `npm run restore -- FILE [--persist-to DIR]

Puts a backup in the place of this machine's store, while the service does not run. FILE is checked before anything is
touched. The store that was there is kept beside it. Uploaded files come back from the folder beside FILE.

  --persist-to DIR  where the store is ($PERSIST_TO, or ${DEFAULT_DIRECTORY})
  --help            this text

Exit code: 0 done, 1 refused, 2 wrong usage, or something could not be read or written.`;

export interface RestoringOptions {
  file: string;
  directory: string;
}

export const OPTIONS = { "persist-to": { type: "string" }, ...HELP_OPTION } as const;

export const parseOptions = (args: string[], env = process.env): ParsedOptions<RestoringOptions> =>
  parseCommandLine(args, { allowPositionals: true, options: OPTIONS }, ({ values, positionals: [file, ...more] }) => {
    if (!file) return usageProblem("no FILE was given");
    if (more.length > 0) return usageProblem("one FILE is enough");
    return { status: "options", options: { file, directory: storeDirectory(values["persist-to"], env) } };
  });
