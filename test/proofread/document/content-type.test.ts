import { describe, expect, it } from "vitest";
import { contentTypeFaults } from "../../../src/proofread/document/content-type.ts";

describe("the Content-Type of a document", () => {
  type Format = Parameters<typeof contentTypeFaults>[0];

  it.each<[Format, string]>([
    ["rss", "application/rss+xml; charset=utf-8"],
    ["rdf", "application/rdf+xml"],
    ["rdf", "application/rss+xml"],
    ["atom", "Application/Atom+XML;charset=UTF-8"],
    ["entry", "application/atom+xml;type=entry"],
    ["json", "application/feed+json"],
    // RFC 8259 §11: a charset of JSON changes nothing.
    ["json", "application/feed+json; charset=iso-8859-1"],
  ])("of %s may be %s", (format, contentType) => {
    expect(contentTypeFaults(format, contentType)).toEqual([]);
  });

  it.each<[Format, string, faults: [rule: string, message: string][]]>([
    ["rss", "text/html", [["http/content-type", "text/html is not application/rss+xml"]]],
    ["rss", "application/atom+xml", [["http/content-type", "application/atom+xml is not application/rss+xml"]]],
    ["rss", "", [["http/content-type", "nothing is not application/rss+xml"]]],
    ["json", "application/json", [["http/general-type", "application/json says less than application/feed+json"]]],
    [
      "atom",
      'text/xml; charset="iso-8859-1"',
      [
        ["http/general-type", "text/xml says less than application/atom+xml"],
        ["http/charset", "the charset iso-8859-1 is not utf-8"],
      ],
    ],
  ])("of %s is faulted: %s", (format, contentType, faults) => {
    expect(contentTypeFaults(format, contentType).map(([{ name }, message]) => [name, message])).toEqual(faults);
  });
});
