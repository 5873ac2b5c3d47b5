import {
  DEFAULT_DIRECTORY,
  HELP_OPTION,
  type ParsedOptions,
  parseCommandLine,
  storeDirectory,
  usageProblem,
} from "../options.ts";

export const USAGE = `npm run backup -- FILE [--persist-to DIR] [--every TIME] [--keep N]

Copies this machine's store into FILE, whether the service runs or not. FILE is replaced once the copy is whole and has
been checked: it is always the last good backup. \`npm run restore -- FILE\` takes it back.
Uploaded pictures and sound go into a folder beside it, as far as they are not there yet: that of backup.sqlite is
backup.files.

  --persist-to DIR  where the store is ($PERSIST_TO, or ${DEFAULT_DIRECTORY})
  --every TIME      goes on, with a backup each 30s, 15m, 1h or 1d, until it is told to stop
  --keep N          puts the time into each backup's name (backup.sqlite: backup-20260313T061000Z.sqlite), and keeps the
                    last N of them
  --help            this text

Exit code: 0 done, 1 refused, 2 wrong usage, or something could not be read or written.`;

export interface BackupOptions {
  file: string;
  directory: string;
  /** Milliseconds; absent: once. */
  every?: number;
  /** So many backups, each with its time in its name; absent: one file. */
  keep?: number;
}

export const OPTIONS = {
  "persist-to": { type: "string" },
  every: { type: "string" },
  keep: { type: "string" },
  ...HELP_OPTION,
} as const;

/** Milliseconds of each unit. */
const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Timers of Node's hold no longer time; and a backup each month is a line of cron's. Milliseconds. */
const MAX_EVERY = 7 * 86_400_000;

export const parseOptions = (args: string[], env = process.env): ParsedOptions<BackupOptions> =>
  parseCommandLine(args, { allowPositionals: true, options: OPTIONS }, ({ values, positionals: [file, ...more] }) => {
    if (!file) return usageProblem("no FILE was given");
    if (more.length > 0) return usageProblem("one FILE is enough");
    const every = values.every === undefined ? undefined : parseTime(values.every);
    if (every === null) return usageProblem(`--every ${values.every} is no time such as 30s, 15m, 1h or 1d, up to 7d`);
    if (values.keep !== undefined && !/^[1-9]\d{0,4}$/.test(values.keep))
      return usageProblem(`--keep ${values.keep} is no number of backups`);
    const keep = values.keep === undefined ? undefined : Number(values.keep);
    return {
      status: "options",
      options: { file, directory: storeDirectory(values["persist-to"], env), every, keep },
    };
  });

/** Milliseconds; null for what is no such time. */
function parseTime(text: string): number | null {
  const [, digits = "", unit = ""] = /^([1-9]\d{0,6})([smhd])$/.exec(text) ?? [];
  const time = Number(digits) * (UNITS[unit] ?? 0);
  return time > 0 && time <= MAX_EVERY ? time : null;
}
