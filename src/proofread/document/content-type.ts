import type { Collector } from "../collector.ts";
import type { FeedFormat } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { Provenance } from "../xml/check.ts";
import { clip } from "../xml/forms/form.ts";
import { HTTP_CHARSET, HTTP_CONTENT_TYPE, HTTP_GENERAL_TYPE } from "./rules.ts";

/** The type of each format, then others that are in order. */
const TYPES: Record<FeedFormat, readonly [string, ...string[]]> = {
  rss: ["application/rss+xml"],
  rdf: ["application/rdf+xml", "application/rss+xml"],
  atom: ["application/atom+xml"],
  entry: ["application/atom+xml"],
  json: ["application/feed+json"],
};
/** Types of all XML, or all JSON. */
const GENERAL = { xml: ["application/xml", "text/xml"], json: ["application/json"] };

/** What is wrong with the `Content-Type` of a document. */
export function contentTypeFaults(format: FeedFormat, contentType: string): [Rule, string][] {
  const [type = "", ...parameters] = contentType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const [usual] = TYPES[format];
  const faults: [Rule, string][] = [];
  if (GENERAL[format === "json" ? "json" : "xml"].includes(type))
    faults.push([HTTP_GENERAL_TYPE, `${type} says less than ${usual}`]);
  else if (!TYPES[format].includes(type))
    faults.push([HTTP_CONTENT_TYPE, `${clip(type) || "nothing"} is not ${usual}`]);
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  // One of JSON changes nothing (RFC 8259 §11).
  if (format !== "json" && charset !== undefined && charset !== "utf-8" && charset !== "utf8")
    faults.push([HTTP_CHARSET, `the charset ${clip(charset)} is not utf-8`]);
  return faults;
}

/** Tells what is wrong with it; nothing, where it is not known, and of its charset only where the bytes have not told. */
export function checkContentType(
  format: FeedFormat,
  { contentType, isCharsetTold }: Provenance,
  collector: Collector,
): void {
  for (const [rule, message] of contentType === undefined ? [] : contentTypeFaults(format, contentType))
    if (rule !== HTTP_CHARSET || !isCharsetTold) collector.add(rule, () => ({ where: "Content-Type", message }));
}
