import { describe, expect, it } from "vitest";
import { detect, whyNoSource } from "../../src/import/detect.ts";
import type { ImportSource } from "../../src/import/source.ts";
import { read, SOURCE } from "./helpers.ts";

const kindOf = (text: string, source: Partial<ImportSource> = {}) => detect(text, { ...SOURCE, ...source }).kind;

describe("what a source is", () => {
  it.each([
    ["", "it is empty"],
    ["\0\0", "it is no text"],
    [
      "<html><link rel=alternate type='application/rss+xml' href='/feed'></html>",
      "it is an HTML page; its feed is /feed",
    ],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", "its root element is svg:svg, which is no feed's"],
    ['{"a":1}', "it is JSON, but no feed and no articles"],
    ["[1]", "it is JSON, but no feed and no articles"],
  ])("%j: %s", async (text, reason) => {
    expect(await read(text)).toMatchObject({ kind: "unknown", items: [], skipped: [{ where: "source", reason }] });
  });

  it("a table is no page of news", async () => {
    expect((await read("a\tb\n1\t2", { name: "x/manifest.tsv" })).kind).toBe("unknown");
  });
});

describe("XML", () => {
  it.each([
    ["<rss/>", "rss"],
    ['\n\n<?xml version="1.0"?>\n<!-- c --><rss/>', "rss"],
    ["<channel/>", "rss"],
    ['<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "rdf"],
    ["<rdf:RDF/>", "rdf"],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', "atom"],
    ['<entry xmlns="http://www.w3.org/2005/Atom"/>', "atom"],
    ['<feed xmlns="http://purl.org/atom/ns#"/>', "atom"],
  ])("%j is %s, whatever it is called", (text, kind) => {
    expect(kindOf(text, { name: "a.md", contentType: "application/json" })).toBe(kind);
    expect(detect(text, SOURCE)).toHaveProperty("root");
  });

  it.each([
    ["<!-- nothing -->", "there is no XML element in it"],
    ['<index xmlns="urn:my"/>', "its root element is {urn:my}index, which is no feed's"],
    ["<opml/>", "its root element is opml, which is no feed's"],
  ])("%j: %s", (text, reason) => {
    expect(detect(text, SOURCE)).toEqual({ kind: "unknown", reason });
  });
});

describe("a page", () => {
  it.each([
    ["<!DOCTYPE html><title>A</title>", "it is an HTML page"],
    ['<html xmlns="http://www.w3.org/1999/xhtml"><p>', "it is an HTML page"],
    ["<HTML></HTML>", "it is an HTML page"],
    // A page's style sheet is no feed.
    [
      '<html><link rel="stylesheet" href="/a.css"><link type=application/atom+xml href=/atom></html>',
      "it is an HTML page; its feed is /atom",
    ],
    ['<html><link type="application/feed+json" href="/f.json"></html>', "it is an HTML page; its feed is /f.json"],
    ['<html><link type="application/rss+xml"></html>', "it is an HTML page"],
  ])("%j, as no source: %s", (text, reason) => {
    expect([detect(text, SOURCE), whyNoSource(text)]).toEqual([{ kind: "html" }, reason]);
  });
});

describe("JSON", () => {
  it.each([
    ['{"version":"https://jsonfeed.org/version/1","title":"G"}', "json feed"],
    ['{"items":[]}', "json feed"],
    ['{"title":"A","url":"b"}', "ndjson"],
    ['{"content_html":"<p>"}', "ndjson"],
    ['{"id":"a"}\n{"id":"b"}', "ndjson"],
    ['\n\n{"id":"a"}\n{"id":"b"}', "ndjson"],
    // One bad line among many must not hide the others.
    ["{nonsense", "ndjson"],
    ['{"items":{}}', "unknown"],
    ["[{}]", "unknown"],
    ["[", "unknown"],
  ])("%j is %s", (text, kind) => {
    expect(kindOf(text, { name: "page.txt" })).toBe(kind);
  });

  it("of a feed is parsed once", () => {
    expect(detect('{"items":[1]}', SOURCE)).toEqual({ kind: "json feed", feed: { items: [1] } });
  });
});

describe("text", () => {
  it.each([
    ["---\ntitle: A\n---\nb", "posts/a.txt", "markdown"],
    ["--- \r\ntitle: A", "a.csv", "markdown"],
    ["# A", "posts/a.md", "markdown"],
    ["# A", "posts/a.MARKDOWN", "markdown"],
    ["A headline", "page.txt", "page text"],
    ["A headline", "page.TEXT", "page text"],
    ["A headline", "page", "page text"],
    ["A headline", "site.d/page", "page text"],
    ["A headline", "page.csv", "unknown"],
    ["A headline", "site.d/page.py", "unknown"],
    // Four hyphens, or a word behind three, open no front matter.
    ["----\nA headline", "page.csv", "unknown"],
    ["--- A headline", "page.txt", "page text"],
  ])("%j in %s is %s", (text, name, kind) => {
    expect(kindOf(text, { name })).toBe(kind);
  });

  it("that was fetched is known by its address, without the query, and by its type", () => {
    expect(kindOf("A", { name: "a.csv", url: "https://g.example/a.md?x=b.csv" })).toBe("markdown");
    expect(kindOf("A", { name: "a.csv", url: "https://g.example/story" })).toBe("page text");
    expect(kindOf("A", { name: "a.csv", url: "https://g.example/a.csv" })).toBe("unknown");
    expect(
      kindOf("A", { name: "a.csv", url: "https://g.example/a.csv", contentType: "text/plain; charset=utf-8" }),
    ).toBe("page text");
  });

  it.each(["", " \n\t", "\uFEFF"])("%j is empty", (text) => {
    expect(detect(text, SOURCE)).toEqual({ kind: "unknown", reason: "it is empty" });
  });
});
