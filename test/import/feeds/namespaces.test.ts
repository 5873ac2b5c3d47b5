import { describe, expect, it } from "vitest";
import { conventionalName, DeclaredNamespaces } from "../../../src/import/feeds/namespaces.ts";

import { elements } from "../../../src/import/feeds/xml.ts";
import { xml } from "../helpers.ts";

const declared = (...pairs: [string, string][]) => new Map(pairs);

describe("the usual name of an element", () => {
  it.each([
    ["http://purl.org/dc/elements/1.1/", "dc:creator"],
    ["http://purl.org/dc/terms/", "dcterms:creator"],
    ["http://www.w3.org/2005/Atom", "atom:creator"],
    // Atom 0.3.
    ["http://purl.org/atom/ns#", "atom:creator"],
    ["http://search.yahoo.com/mrss/", "media:creator"],
    // Media RSS is as often declared without its slash.
    ["http://search.yahoo.com/mrss", "media:creator"],
    ["HTTP://WWW.ITUNES.COM/DTDS/PODCAST-1.0.DTD", "itunes:creator"],
    ["http://purl.org/rss/1.0/", "creator"],
    ["http://backend.userland.com/rss2", "creator"],
    ["http://wordpress.org/export/1.2/", "wp:creator"],
    ["http://wordpress.org/export/1.0/", "wp:creator"],
    ["http://wordpress.org/export/1.2/excerpt/", "excerpt:creator"],
  ])("in %s is %s, whatever its prefix", (uri, name) => {
    expect(conventionalName("p:creator", declared(["p", uri]))).toBe(name);
    expect(conventionalName("creator", declared(["", uri]))).toBe(name);
    expect(conventionalName("dc:creator", declared(["dc", uri]))).toBe(name);
  });

  it("in a namespace that nobody knows keeps the document's prefix", () => {
    expect(conventionalName("my:creator", declared(["my", "urn:my"]))).toBe("my:creator");
  });

  it("in a namespace that nobody knows has its own name where the prefix would mislead", () => {
    expect(conventionalName("creator", declared(["", "urn:my"]))).toBe("{urn:my}creator");
    expect(conventionalName("dc:creator", declared(["dc", "urn:my"]))).toBe("{urn:my}creator");
  });

  it("with a prefix that was never declared is taken for what it says", () => {
    expect(conventionalName("dc:creator", declared())).toBe("dc:creator");
    expect(conventionalName("a:b:c", declared())).toBe("a:b:c");
  });

  it("of XML itself needs no declaration, and heeds none (Namespaces in XML §3)", () => {
    expect(conventionalName("xml:lang", declared(["xml", "urn:my"]))).toBe("xml:lang");
  });

  it("of RSS is read in any case, and of other namespaces is not", () => {
    expect(conventionalName("PubDate", declared())).toBe("pubdate");
    expect(conventionalName("pubDate", declared(["", "http://backend.userland.com/rss2"]))).toBe("pubdate");
    expect(conventionalName("p:accessRights", declared(["p", "http://purl.org/dc/terms/"]))).toBe(
      "dcterms:accessRights",
    );
  });
});

describe("the declarations in scope", () => {
  it("are the innermost, until its element ends", () => {
    const namespaces = new DeclaredNamespaces();
    namespaces.declare(
      new Map([
        ["xmlns", "urn:a"],
        ["xmlns:p", " urn:b "],
        ["x", "urn:c"],
      ]),
    );
    const inner = namespaces.declare(new Map([["xmlns:p", "urn:d"]]));
    expect(["", "p", "x"].map((prefix) => namespaces.get(prefix))).toEqual(["urn:a", "urn:d", undefined]);
    namespaces.forget(inner);
    expect(namespaces.get("p")).toBe("urn:b");
  });

  it("are cut where they are longer than any, for each element's name has one", () => {
    const namespaces = new DeclaredNamespaces();
    namespaces.declare(new Map([["xmlns", "u".repeat(10_000)]]));
    expect(conventionalName("a", namespaces)).toHaveLength("{}a".length + 200);
  });
});

describe("a root element says what its document is", () => {
  it.each([
    ['<rss xmlns="https://cyber.harvard.edu/rss/rss.html"><channel/></rss>', "rss", "channel"],
    ['<rss xmlns="urn:anything"><channel/></rss>', "rss", "channel"],
    ['<rss xmlns="http://www.w3.org/2005/Atom"><channel/></rss>', "rss", "channel"],
    ["<RSS><Channel/></RSS>", "rss", "channel"],
    [
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="urn:anything"><item/></rdf:RDF>',
      "rdf:RDF",
      "item",
    ],
    ["<feed><entry/></feed>", "atom:feed", "atom:entry"],
    ['<feed xmlns="urn:anything"><entry/></feed>', "atom:feed", "atom:entry"],
    ["<entry><title/></entry>", "atom:entry", "atom:title"],
    ['<feed xmlns="https://www.w3.org/2005/atom/"><entry/></feed>', "atom:feed", "atom:entry"],
    ['<html xmlns="urn:anything"><body/></html>', "{urn:anything}html", "{urn:anything}body"],
  ])("%s", (text, root, child) => {
    const element = xml(text);
    expect([element.name, elements(element)[0]?.name]).toEqual([root, child]);
  });

  it("and another namespace within it stays another", () => {
    const root = xml(
      '<rss xmlns="urn:anything"><a:link xmlns:a="http://www.w3.org/2005/Atom"/><b xmlns="urn:b"/></rss>',
    );
    expect(elements(root).map(({ name }) => name)).toEqual(["atom:link", "{urn:b}b"]);
  });
});
