import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type DocumentKind, documentKind } from "../../../src/proofread/reach/document-kind.ts";
import { growth, LINEAR } from "../../growth.ts";

const ROOTS: [string, DocumentKind][] = [
  ["<rss version='2.0'>", "rss"],
  ["<rdf:RDF>", "rdf"],
  ["<RDF>", "rdf"],
  ["<feed xmlns='http://www.w3.org/2005/Atom'>", "atom"],
  ["<atom:feed>", "atom"],
  ['{"version": "https://jsonfeed.org/version/1.1"}', "json"],
  ['{"title":"x","version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', "json"],
  ["<html>", "page"],
  ["<HTML lang=en>", "page"],
  ["<opml>", "opml"],
  ['{"version": 2}', "other"],
  ["Not found", "other"],
  ["<", "other"],
  ["", "empty"],
];

describe("a document", () => {
  it.each(ROOTS)("%s is %s", (text, kind) => expect(documentKind(text)).toBe(kind));

  it.each(["<!doctype html>", "<!DOCTYPE HTML><title>Just a moment…</title>", "<!-- x -->\n<!DOCTYPE html><body>"])(
    "%s is a page",
    (text) => expect(documentKind(text)).toBe("page"),
  );

  it.each([
    "<!DOCTYPE rss [<!ENTITY nbsp '>'>]><rss>",
    '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "x.dtd">\n<rss>',
  ])("is what its root is, whatever its document type: %s", (text) => expect(documentKind(text)).toBe("rss"));
});

const prolog = fc
  .array(fc.constantFrom("\uFEFF", " \n", "<?xml version='1.0'?>", "<!-- <html> -->", "<?x y>?>", "<!DOCTYPE feed>"))
  .map((parts) => parts.join("").replace(/(?!^)\uFEFF/g, ""));

test("whatever stands before the root, it is known by its root", () => {
  fc.assert(
    fc.property(
      prolog,
      fc.constantFrom(...ROOTS.filter(([text]) => text.startsWith("<r") || text === "<html>")),
      (before, [root, kind]) => {
        expect(documentKind(before + root)).toBe(kind);
      },
    ),
  );
});

test("any text is of some kind", () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom("<!--", "-->", "<!", "[", "]", ">", "<?", "?>", "<a:", "{"))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(documentKind(one)).toMatch(/^(rss|rdf|atom|json|page|opml|empty|other)$/);
    }),
  );
});

it.each(["<!--", "<!DOCTYPE [", "<?", "<!a>", "<!---->", "{", "<a"])(
  "takes time as the text is long: %s again and again",
  async (part) => expect(await growth(documentKind, part, 100_000)).toBeLessThan(LINEAR),
);
