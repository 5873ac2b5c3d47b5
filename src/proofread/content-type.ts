import type { Finding } from "./finding.ts";

/** The type of each format, and others that readers take for it. */
const ACCEPTED_TYPES = {
  rss: ["application/rss+xml", "application/xml", "text/xml"],
  rdf: ["application/rdf+xml", "application/rss+xml", "application/xml", "text/xml"],
  atom: ["application/atom+xml", "application/xml", "text/xml"],
  json: ["application/feed+json", "application/json"],
} as const;

/** What is wrong with the `Content-Type` of a document that came over HTTP; nothing, where it is not known. */
export function contentTypeFindings(format: keyof typeof ACCEPTED_TYPES, contentType: string | undefined): Finding[] {
  if (contentType === undefined) return [];
  const [type = "", ...parameters] = contentType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  const finding = (message: string): Finding => ({
    rule: TYPE_RULES[format],
    severity: "warning",
    where: "Content-Type",
    message,
  });
  return [
    ...((ACCEPTED_TYPES[format] as readonly string[]).includes(type)
      ? []
      : [finding(`${type || "nothing"} is not ${ACCEPTED_TYPES[format][0]}`)]),
    ...(charset === undefined || charset === "utf-8" ? [] : [finding(`the charset ${charset} is not utf-8`)]),
  ];
}

const TYPE_RULES = {
  rss: "RSS Best Practices Profile: application/rss+xml",
  rdf: "RSS 1.0 §5.1; RFC 3870: application/rdf+xml",
  atom: "RFC 4287 §7: application/atom+xml",
  json: "JSON Feed 1.1, suggestions for publishers: application/feed+json",
};
