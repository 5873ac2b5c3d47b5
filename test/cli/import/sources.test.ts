import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expandSources, loadSource } from "../../../src/cli/import/sources.ts";
import { readFeedSite } from "../../../src/import/feed-site.ts";

let folder = "";
const at = (path: string): string => join(folder, path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-sources-"));
  for (const path of ["all/b/deep", "all/.git", "empty", "hidden"]) await mkdir(at(path), { recursive: true });
  for (const path of [
    "all/c.xml",
    "all/B.xml",
    "all/b/deep/1.txt",
    "all/b/a.md",
    "all/.x.xml",
    "all/.git/y",
    "hidden/.z",
  ])
    await writeFile(at(path), path);
  await symlink(at("all/c.xml"), at("all/link.xml"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("expandSources", () => {
  const names = async (sources: string[]): Promise<unknown> => {
    const expanded = await expandSources(sources);
    return expanded.status === "found" ? expanded.places.map(({ site, ...place }) => place) : expanded.reason;
  };
  const file = (path: string, within: string) => ({ name: at(`${within}${path}`), isUrl: false, path });
  const found = (path: string) => ({ ...file(path, "all/"), found: at("all") });

  it("leaves files and URLs in the order in which they were given", async () => {
    const url = "https://gazette.example/feed";
    expect(await names([at("all/c.xml"), url, at("all/B.xml")])).toEqual([
      file("c.xml", "all/"),
      { name: url, isUrl: true, reader: { read: readFeedSite } },
      file("B.xml", "all/"),
    ]);
  });

  it("makes files of a folder, all the way down, by their names' code units, without what starts with a dot", async () =>
    expect(await names([at("all")])).toEqual([found("B.xml"), found("b/a.md"), found("b/deep/1.txt"), found("c.xml")]));

  it("tells what it passes over in a folder, and does not look into it", async () =>
    expect(await expandSources([at("all")])).toMatchObject({
      passedOver: [
        { where: at("all/.git"), reason: "hidden", isNoStory: true },
        { where: at("all/.x.xml"), reason: "hidden" },
        { where: at("all/link.xml"), reason: "a link, or no file" },
      ],
    }));

  it("takes a hidden file that is asked for by its name", async () =>
    expect(await names([at("all/.x.xml")])).toEqual([file(".x.xml", "all/")]));

  it("takes a source twice that is given twice", async () =>
    expect(await names([at("all/c.xml"), at("all/c.xml")])).toEqual([file("c.xml", "all/"), file("c.xml", "all/")]));

  it("stops at what is not there, whatever else there is", async () =>
    expect(await names([at("all/c.xml"), at("nowhere")])).toBe(`there is no file or folder ${at("nowhere")}`));

  it.each(["empty", "hidden"])("stops at a folder with nothing in it: %s", async (name) =>
    expect(await names([at(name)])).toBe(`there is no file in ${at(name)} that can be a text`),
  );
});

describe("loadSource", () => {
  const defaults = { now: "2026-11-24T12:00:00Z", section: "Local", tag: "t", base: "https://b.example/", date: "d" };
  const load = (name: string) => loadSource({ name, isUrl: false }, defaults);

  it("reads a file's bytes, with what is said of all sources and when it was changed", async () => {
    await writeFile(at("bytes"), new Uint8Array([0xff, 0, 0x0a]));
    await utimes(at("bytes"), 0, Date.parse("2026-03-03T10:00:00Z") / 1000);
    expect(await load(at("bytes"))).toEqual({
      status: "loaded",
      bytes: Buffer.from([0xff, 0, 0x0a]),
      source: { name: at("bytes"), ...defaults, modified: "2026-03-03T10:00:00.000Z" },
    });
  });

  it("reads no file of more than 64 megabytes", async () => {
    await writeFile(at("long"), new Uint8Array(64_000_001));
    expect(await load(at("long"))).toEqual({ status: "unreadable", reason: "it has more than 64000000 bytes" });
  });

  it("tells why a file cannot be read", async () => {
    expect(await load(at("gone"))).toEqual({ status: "unreadable", reason: `${at("gone")} is not there` });
    expect(await load(at("empty"))).toEqual({ status: "unreadable", reason: expect.stringContaining("EISDIR") });
  });
});
