import { describe, expect, it } from "vitest";
import { contentTypeFindings } from "../../src/proofread/content-type.ts";

type Format = Parameters<typeof contentTypeFindings>[0];

describe("the Content-Type of a document", () => {
  it.each<[Format, string | undefined]>([
    ["rss", "application/rss+xml; charset=utf-8"],
    ["rss", "text/xml"],
    ["rdf", "application/rdf+xml"],
    ["rdf", "application/rss+xml"],
    ["atom", "application/atom+xml"],
    ["atom", "Application/Atom+XML;charset=UTF-8"],
    ["atom", 'application/xml ; charset="utf-8"'],
    ["json", "application/feed+json"],
    ["json", "application/json; charset=utf-8; version=1.1"],
    ["json", undefined],
  ])("of %s may be %s", (format, contentType) => {
    expect(contentTypeFindings(format, contentType)).toEqual([]);
  });

  const RSS = "RSS Best Practices Profile: application/rss+xml";

  it.each<[Format, string, rule: string, messages: string[]]>([
    ["rss", "text/html", RSS, ["text/html is not application/rss+xml"]],
    ["rss", "application/atom+xml", RSS, ["application/atom+xml is not application/rss+xml"]],
    ["rss", "", RSS, ["nothing is not application/rss+xml"]],
    ["rss", "text/xml; charset=iso-8859-1", RSS, ["the charset iso-8859-1 is not utf-8"]],
    [
      "rss",
      "text/plain; charset=US-ASCII",
      RSS,
      ["text/plain is not application/rss+xml", "the charset us-ascii is not utf-8"],
    ],
    ["rdf", "text/html", "RSS 1.0 §5.1; RFC 3870: application/rdf+xml", ["text/html is not application/rdf+xml"]],
    [
      "atom",
      "application/rss+xml",
      "RFC 4287 §7: application/atom+xml",
      ["application/rss+xml is not application/atom+xml"],
    ],
    [
      "json",
      "text/javascript",
      "JSON Feed 1.1, suggestions for publishers: application/feed+json",
      ["text/javascript is not application/feed+json"],
    ],
  ])("of %s may not be %j", (format, contentType, rule, messages) => {
    expect(contentTypeFindings(format, contentType)).toEqual(
      messages.map((message) => ({ rule, severity: "warning", where: "Content-Type", message })),
    );
  });
});
