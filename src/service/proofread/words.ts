import { counted } from "../../article/counted.ts";
import type { FeedFormat } from "../../proofread/finding.ts";

/** Formats as people call them. */
export const PROOFREAD_FORMATS: Record<FeedFormat, string> = {
  rss: "RSS",
  rdf: "RSS 1.0",
  atom: "Atom",
  entry: "Atom entry",
  json: "JSON Feed",
};

/** What a format is called beside others. */
export const nameOfFormatAt = (format: FeedFormat, url: string): string =>
  `${PROOFREAD_FORMATS[format]} at ${new URL(url).pathname}`;

/** `2 errors, 1 warning`. */
export const foundInWords = (errors: number, warnings: number): string =>
  [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(Boolean).join(", ") ||
  "nothing is wrong with it";

/** An amount of bytes. */
export const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toLocaleString("en")} MB`;
