import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { checkDocuments } from "../../../src/cli/verify/documents.ts";
import { FORMATS } from "../../../src/feed/feed.ts";
import { closeServers, serve } from "../server.ts";
import { documentOf, feedOf } from "./newsroom.ts";

afterEach(closeServers);

let folder = "";
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-documents-"));
  for (const format of FORMATS) await writeFile(at(`a.${format}`), documentOf(feedOf("a"), format));
  await writeFile(at("b.rss"), documentOf(feedOf("b"), "rss"));
  await writeFile(at("broken.rss"), documentOf(feedOf("c"), "rss").replace("</title>", "&nbsp;</title>"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("checkDocuments", () => {
  it("proofreads each document by itself, and the formats of one feed with one another", async () => {
    const names = ["a.rss", "b.rss", "a.atom", "a.json"].map(at);
    const { checked, notes } = await checkDocuments(names);
    expect(checked.map(({ name, what }) => [name, what])).toEqual([
      [at("a.rss"), "RSS 2.0, 1 entry, proofread"],
      [at("b.rss"), "RSS 2.0, 1 entry, proofread"],
      [at("a.atom"), "Atom, 1 entry, proofread"],
      [at("a.json"), expect.stringMatching(/^JSON Feed 1\.1, 1 entry, proofread$/)],
      [`${at("a.rss")} ${at("a.atom")} ${at("a.json")}`, "formats of one feed, compared with one another"],
    ]);
    expect([notes, checked.flatMap(({ troubles, discrepancies }) => [...troubles, ...discrepancies])]).toEqual([
      [],
      [],
    ]);
    expect(checked.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"))).toEqual([]);
  });

  it("goes on where one cannot be read, which stands after those that can", async () => {
    const { checked } = await checkDocuments([at("gone.xml"), at("a.rss")]);
    expect(checked.map(({ name, troubles }) => [name, troubles])).toEqual([
      [at("a.rss"), []],
      [at("gone.xml"), ["there is no such file"]],
    ]);
  });

  it("names one that its proofreader cannot bear, and goes on", async () => {
    const parser = vi.spyOn(String.prototype, "isWellFormed").mockImplementation(function (this: string) {
      if (this.includes("broken")) throw new RangeError("too much");
      return true;
    });
    await writeFile(at("unbearable.rss"), "<rss>broken</rss>");
    const { checked } = await checkDocuments([at("unbearable.rss"), at("a.rss")]).finally(() => parser.mockRestore());
    expect(checked.map(({ name, troubles }) => [name, troubles])).toEqual([
      [at("a.rss"), []],
      [at("unbearable.rss"), ["too much"]],
    ]);
  });

  it("finds the fault in the document that has it", async () => {
    const { checked } = await checkDocuments([at("broken.rss")]);
    expect(checked[0]?.findings).toContainEqual(
      expect.objectContaining({ document: at("broken.rss"), rule: "xml/undeclared-entity", severity: "error" }),
    );
  });

  it("tells where two formats of a feed disagree", async () => {
    await writeFile(at("other.atom"), documentOf(feedOf("a"), "atom").replace("Ferries sail again", "Ferries rest"));
    const both = (await checkDocuments([at("a.rss"), at("other.atom")])).checked.at(-1);
    expect(both?.findings).toEqual([
      expect.objectContaining({ document: "formats", severity: "error", message: expect.stringContaining("title") }),
    ]);
  });

  it("reads what is piped in as any other document", async () => {
    const stdin = [new Uint8Array(Buffer.from(documentOf(feedOf("a"), "rss")))];
    const { checked } = await checkDocuments(["-", at("a.atom")], { stdin });
    expect(checked.map(({ name }) => name)).toEqual([
      ...["standard input", at("a.atom")],
      `standard input ${at("a.atom")}`,
    ]);
  });

  describe("reads the feeds that a list or a page leads to, wherever it is from, and sends them nothing that is for others:", () => {
    const listOf = (url: string) =>
      `<opml version="2.0"><body><outline type="rss" xmlUrl="${url}/a.rss"/></body></opml>`;
    const pageOf = (url: string) =>
      `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="${url}/a.rss"></head></html>`;
    it.each<[string, string, (url: string) => string]>([
      ["a list's file", "feeds.opml", listOf],
      ["a page's file", "page.html", pageOf],
      ["a list on standard input", "-", listOf],
      ["a page on standard input", "-", pageOf],
    ])("%s", async (_, name, textOf) => {
      const { url, asked } = await serve(() => ({ body: documentOf(feedOf("a"), "rss") }));
      if (name !== "-") await writeFile(at(name), textOf(url));
      const stdin = [new Uint8Array(Buffer.from(textOf(url)))];
      const as = { stdin, headers: { authorization: "Bearer secret" } };
      const { checked } = await checkDocuments([name === "-" ? name : at(name)], as);
      expect(checked[1]).toMatchObject({ name: `${url}/a.rss`, what: "RSS 2.0, 1 entry, proofread", troubles: [] });
      expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    });
  });

  it("names what nobody can ask for, and goes on", async () => {
    const { checked } = await checkDocuments(["gazette.example:99999", "999.999.999.999", at("a.rss")]);
    expect(checked.map(({ name, troubles }) => [name, troubles])).toEqual([
      [at("a.rss"), []],
      ["gazette.example:99999", ["there is no such file"]],
      ["999.999.999.999", ["there is no such file"]],
    ]);
  });

  it("counts all findings, and keeps as many of a kind as are asked for", async () => {
    const item = "<item><title>x</title><slash:comments>many</slash:comments></item>";
    const slash = 'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"';
    await writeFile(at("many.rss"), `<rss version="2.0" ${slash}><channel>${item.repeat(50)}</channel></rss>`);
    const kept = async (as: { most?: number }) => {
      const [one] = (await checkDocuments([at("many.rss")], as)).checked;
      const isOfKind = ({ rule }: { rule: string }) => rule === "slash/comments-non-negative";
      return [one?.findings.filter(isOfKind).length, one?.counts?.find(isOfKind)?.count];
    };
    expect([await kept({}), await kept({ most: Infinity })]).toEqual([
      [10, 50],
      [50, 50],
    ]);
  });

  it("checks nothing where nothing is given", async () =>
    expect(await checkDocuments([])).toEqual({ checked: [], notes: [] }));
});
