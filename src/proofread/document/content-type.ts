import type { Collector } from "../collector.ts";
import type { FeedFormat } from "../finding.ts";
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

/** What is wrong with the `Content-Type` of a document; nothing, where it is not known. */
export function checkContentType(format: FeedFormat, contentType: string | undefined, collector: Collector): void {
  if (contentType === undefined) return;
  const [type = "", ...parameters] = contentType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const [usual] = TYPES[format];
  const where = "Content-Type";
  if (GENERAL[format === "json" ? "json" : "xml"].includes(type))
    collector.add(HTTP_GENERAL_TYPE, () => ({ where, message: `${type} says less than ${usual}` }));
  else if (!TYPES[format].includes(type))
    collector.add(HTTP_CONTENT_TYPE, () => ({ where, message: `${clip(type) || "nothing"} is not ${usual}` }));
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  if (charset !== undefined && charset !== "utf-8" && charset !== "utf8")
    collector.add(HTTP_CHARSET, () => ({ where, message: `the charset ${clip(charset)} is not utf-8` }));
}
