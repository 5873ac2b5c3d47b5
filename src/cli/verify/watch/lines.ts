import { counted } from "../../../article/counted.ts";
import type { Finding } from "../../../proofread/finding.ts";
import { bytesText } from "../../../proofread/reach/rules.ts";
import { printable } from "../../printable.ts";
import { durationText } from "./duration.ts";
import type { FeedPoll } from "./poll-feed.ts";

/** As `06:10:30Z  200  25 entries, 17,380 bytes  https://gazette.example/feed.atom`. */
export function pollLine(polled: FeedPoll): string {
  const { at, status, url } = polled.poll;
  const time = new Date(at).toISOString().slice(11, 19);
  return printable(`${time}Z  ${status === 0 ? "---" : status}  ${brought(polled)}  ${url}`);
}

function brought({ poll, bytes, pause }: FeedPoll): string {
  const { document, failure, sent } = poll;
  if (pause !== undefined) return `asks to wait for ${durationText(Math.max(0, pause))}`;
  if (failure !== undefined) return failure;
  if (!document) return "nothing new";
  const count = document.entries.length;
  const asked = sent ? "" : ", asked for without a condition";
  return `${counted(count, "entry", "entries")}, ${bytesText(bytes)}${asked}`;
}

/** Under the line of the poll at which it was seen. */
export const findingLine = (url: string, { severity, rule, where, message }: Finding): string =>
  printable(`  ${severity}: ${rule}: ${url}, ${where}: ${message}`);

export const watchedAs = (every: number): string =>
  `Polled every ${durationText(every)}, as a reader does that keeps ETag and Last-Modified; now and then without them, to see whether 304 was true.`;
