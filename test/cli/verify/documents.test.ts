import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { checkDocuments, formatFindings, proofreadDocument } from "../../../src/cli/verify/documents.ts";
import { FORMATS } from "../../../src/feed/feed.ts";
import { documentOf, feedOf } from "./newsroom.ts";

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
      ...names.map((name) => [name, "proofread"]),
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
      [at("unbearable.rss"), ["too much"]],
      [at("a.rss"), []],
    ]);
  });

  it("finds the fault in the document that has it", async () => {
    const { checked } = await checkDocuments([at("broken.rss")]);
    expect(checked[0]?.findings).toContainEqual({
      document: at("broken.rss"),
      rule: expect.stringContaining("XML 1.0"),
      severity: "error",
      where: "document",
      message: expect.stringContaining("undefined entity"),
    });
  });

  it("tells where two formats of a feed disagree", async () => {
    await writeFile(at("other.atom"), documentOf(feedOf("a"), "atom").replace("Ferries sail again", "Ferries rest"));
    const both = (await checkDocuments([at("a.rss"), at("other.atom")])).checked.at(-1);
    expect(both?.findings).toEqual([
      expect.objectContaining({ document: "formats", severity: "error", message: expect.stringContaining("title") }),
    ]);
  });

  it("checks nothing where nothing is given", async () =>
    expect(await checkDocuments([])).toEqual({ checked: [], notes: [] }));
});

describe("proofreadDocument", () => {
  const loaded = { name: "feed.rss", text: documentOf(feedOf("a"), "rss"), findings: [] };

  it("says first what is wrong with the bytes, and calls the document by its name or by another", async () => {
    const bytes = {
      rule: "encoding",
      severity: "error",
      where: "document",
      message: "the bytes are not utf-8",
    } as const;
    const [first] = await proofreadDocument({ ...loaded, findings: [bytes] });
    expect(first).toEqual({ document: "feed.rss", ...bytes });
    const [renamed] = await proofreadDocument({ ...loaded, findings: [bytes] }, "rss");
    expect(renamed?.document).toBe("rss");
  });

  it("compares the URL and the type that it was served with", async () => {
    const messages = async (served: object) =>
      (await proofreadDocument({ ...loaded, ...served })).map(({ message }) => message).join("\n");
    const served = { url: "https://feeds.example/feeds/a.rss", contentType: "application/rss+xml; charset=utf-8" };
    const asServed = await messages(served);
    expect(await messages({ ...served, contentType: "text/html" })).not.toBe(asServed);
    expect(await messages({ ...served, url: "https://elsewhere.example/feed" })).toContain(
      "https://elsewhere.example/feed",
    );
  });
});

describe("formatFindings", () => {
  const named = FORMATS.map((format) => ({ name: format, text: documentOf(feedOf("a"), format) }));

  it("has none where all say the same", () => expect(formatFindings(named)).toEqual([]));

  it("has some where one says something else, and none against what cannot be read", () => {
    const other = { name: "other", text: documentOf(feedOf("b"), "json") };
    expect(formatFindings([...named, other]).map(({ document }) => document)).toContain("formats");
    expect(formatFindings([...named, { name: "broken", text: "<rss" }])).toEqual([]);
  });
});
