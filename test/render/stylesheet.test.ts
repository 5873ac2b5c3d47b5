import { expect, it } from "vitest";
import { linkStylesheet } from "../../src/render/stylesheet.ts";
import { bareFeed } from "../verify/sample.ts";

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

it("a style sheet is named right after the XML declaration (Associating Style Sheets with XML documents 1.0 §3)", () => {
  expect(linkStylesheet(`${DECLARATION}\n<rss/>`, { ...bareFeed, stylesheet: "/feeds/local.css" })).toBe(
    `${DECLARATION}<?xml-stylesheet type="text/css" href="/feeds/local.css"?>\n<rss/>`,
  );
});

it("a document without one has no instruction", () => {
  expect(linkStylesheet(`${DECLARATION}<rss/>`, { ...bareFeed, stylesheet: undefined })).toBe(`${DECLARATION}<rss/>`);
});
