import { describe, expect, it } from "vitest";
import {
  ABSOLUTE_IRI,
  ABSOLUTE_URL,
  CANONICAL_IRI,
  extensionOf,
  HTTP_URL,
  IRI_REFERENCE,
  TAG_URI,
  URN,
  UUID_URN,
} from "../../../../src/proofread/xml/forms/addresses.ts";
import type { Form } from "../../../../src/proofread/xml/forms/form.ts";

const FORMS: [string, Form, good: string[], bad: string[]][] = [
  [
    "a URL",
    ABSOLUTE_URL,
    [
      "https://gazette.example/",
      "mailto:ada@gazette.example",
      "ftp://gazette.example/x",
      "urn:x-y:z",
      "http://[::1]:80/a?b#c",
    ],
    [
      "",
      "boat",
      "//gazette.example/",
      "/boat",
      "https://gazette.example/bøat",
      "http://",
      "https:///x",
      "http:x",
      "https://a/{b}",
      "https://a/%zz",
    ],
  ],
  [
    "an http(s) URL",
    HTTP_URL,
    ["HTTP://gazette.example", "https://gazette.example/a,b;c"],
    ["ftp://gazette.example/", "mailto:a@b.c"],
  ],
  [
    "an IRI",
    ABSOLUTE_IRI,
    ["https://gazétte.example/bøat", "tag:gazette.example,2026:é", "doi:10.1/2"],
    ["bøat", "https://a/b\u0085", "https://a/\u202f \u0020"],
  ],
  [
    "a reference",
    IRI_REFERENCE,
    ["", "#top", "?a=b", "../boat", "bøat", "//gazette.example"],
    ["two boats", 'a"b', "a\\b", "http://a/b]"],
  ],
  [
    "a tag URI",
    TAG_URI,
    [
      "tag:a.example,2026:x",
      "tag:ada@a.example,2026-03:x/y?z#w",
      "tag:a.example,2026-03-13:",
      "no tag",
      "tag:a,2026:,",
    ],
    [
      "tag:a.example:x",
      "tag:A.example,2026:x",
      "tag:a.example,26:x",
      "tag:a.example,2026-13:x",
      "tag:a.example,2026-3:x",
      "tag:a b,2026:x",
      "tag:a.example,2026:x y",
      "tag:a.example,2026:x|y",
    ],
  ],
  [
    "a URN",
    URN,
    ["urn:isbn:1", "URN:a-b:c:d/e", "no urn"],
    ["urn:isbn", "urn:-a:b", "urn:a.b:c", "urn:a+b:c", "urn:ab:"],
  ],
  [
    "a UUID",
    UUID_URN,
    ["urn:uuid:1B4E28BA-2fa1-41d2-883f-0016d3cca427", "urn:isbn:1"],
    ["urn:uuid:1b4e28ba2fa141d2883f0016d3cca427", "urn:uuid:1b4e28ba-2fa1-41d2-883f-0016d3cca42g"],
  ],
  [
    "in normal form",
    CANONICAL_IRI,
    [
      "http://a.example/?",
      "http://a.example/#",
      "urn:uuid:1B4E28BA",
      "http://a.example:8080/%2F",
      "not absolute",
      "https://a.example/bøat",
      "a://b/C%C3%87",
    ],
    [
      "http://a.example",
      "HTTP://a.example/",
      "http://A.example/",
      "http://a.example:80/",
      "http://a.example:/",
      "http://:@a.example/",
      "http://a.example/./b",
      "http://a.example/b/..",
      "http://a.example/%7eb",
      "http://a.example/C%CC%A7",
      "http://a.example/?%5c",
    ],
  ],
];

describe.each(FORMS)("%s", (_, form, good, bad) => {
  it.each(good)("may be %j", (text) => {
    expect(form.fault(text)).toBeUndefined();
  });
  it.each(bad)("may not be %j", (text) => {
    expect(form.fault(text)).toMatch(/./);
  });
});

it.each([
  ["https://gazette.example/boat.MP3", "mp3"],
  ["https://gazette.example/boat.mp3?from=feed.xyz#t=1.5", "mp3"],
  ["/boats/first.tar.gz", "gz"],
  ["https://gazette.webp", undefined],
  ["//gazette.webp", undefined],
  ["https://gazette.example/v1.2/boat", undefined],
  ["https://gazette.example/", undefined],
])("a file's name in %s ends with %s", (address, extension) => {
  expect(extensionOf(address)).toBe(extension);
});
