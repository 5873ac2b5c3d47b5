import { type LogEntry, logTo } from "../service/log.ts";
import type { NodeConfig } from "./config.ts";

/**
 * This thread's log lines go to standard error, for machines or for people.
 *
 * @param heard hears of each, too
 */
export function logAs(format: NodeConfig["logFormat"], heard: (entry: LogEntry) => void = () => undefined): void {
  const line = format === "json" ? (entry: LogEntry) => JSON.stringify(entry) : textLine;
  logTo((entry) => {
    process.stderr.write(`${line(entry)}\n`);
    heard(entry);
  });
}

/** `14:03:11 publish slug=politics edition=7`. */
export function textLine({ time, level, event, ...fields }: LogEntry): string {
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${typeof value === "string" ? value : JSON.stringify(value)}`],
  );
  return [time.slice(11, 19), ...(level === "error" ? ["FAULT"] : []), event, ...texts].join(" ");
}
