/** What happened, as one line of JSON: `event` names it, the other fields say what it happened to. Never a secret. */
export interface LogEntry {
  /** RFC 3339. */
  time: string;
  level: "info" | "error";
  event: string;
  [field: string]: unknown;
}

type Fields = Record<string, unknown>;

/** Where a home wants its lines otherwise. */
export type LogWriter = (entry: LogEntry) => void;

const writeJson: LogWriter = (entry) => console[entry.level === "error" ? "error" : "log"](JSON.stringify(entry));

let write = writeJson;

/** From here on this instance's lines go to `writer`; without one, as JSON to standard output and standard error. */
export function logTo(writer: LogWriter = writeJson): void {
  write = writer;
}

/** Something that is worth knowing went as it should. */
export const log = (event: string, fields: Fields = {}): void =>
  write({ time: new Date().toISOString(), level: "info", event, ...fields });

/** Something went wrong; the service goes on. */
export const logFault = (event: string, fields: Fields): void =>
  write({ time: new Date().toISOString(), level: "error", event, ...fields });

/** Where a fault came from, for the log. */
export const traceOf = (fault: unknown): string => (fault instanceof Error && fault.stack) || String(fault);
