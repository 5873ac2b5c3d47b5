import { elapsed } from "./elapsed.ts";
import { StoreFault } from "./store-fault.ts";

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
  repeated.clear();
}

/** Something that is worth knowing went as it should. */
export const log = (event: string, fields: Fields = {}): void =>
  write({ time: new Date().toISOString(), level: "info", event, ...fields });

/** Something went wrong; the service goes on. */
export const logFault = (event: string, fields: Fields): void =>
  write({ time: new Date().toISOString(), level: "error", event, ...fields });

/** While the store is down, each event says so this often at most. Milliseconds. */
const REPEAT_INTERVAL = 60_000;

/** When a fault of the store's was last written, and how often it has come since, by event and trouble. */
const repeated = new Map<string, { at: number; since: number }>();

/**
 * Something was thrown; the service goes on. A fault of the store's may come with every request: the first time is written, and then one a
 * minute, with how many were not.
 */
export function logThrown(event: string, error: unknown, fields: Fields = {}): void {
  if (!(error instanceof StoreFault)) {
    logFault(event, { ...fields, error: error instanceof Error ? error.stack : String(error) });
    return;
  }
  const key = `${event} ${error.trouble}`;
  const now = elapsed();
  const last = repeated.get(key);
  if (last && now - last.at < REPEAT_INTERVAL) {
    last.since += 1;
    return;
  }
  repeated.set(key, { at: now, since: 0 });
  logFault(event, { ...fields, trouble: error.trouble, error: error.message, unwritten: last?.since || undefined });
}
