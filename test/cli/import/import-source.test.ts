import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { importSource } from "../../../src/cli/import/import-source.ts";
import { SourceTally } from "../../../src/cli/import/result.ts";
import type { StoreItems } from "../../../src/cli/import/store.ts";
import { NOW } from "../../import/helpers.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-import-source-"));
});
afterAll(() => rm(folder, { recursive: true }));

const line = (id: string, more = {}): string =>
  JSON.stringify({
    id,
    url: `https://gazette.example/${id}`,
    title: id,
    published_at: "2026-03-03T00:00:00Z",
    ...more,
  });

const feed = (items: string): string =>
  `<rss version="2.0"><channel><title>The Gazette</title><link>https://gazette.example/</link>${items}</channel></rss>`;

/** Stores all but those with the title "bad". */
const store: StoreItems = async (items, tally, onProgress) => {
  onProgress(items.length, items.length);
  for (const item of items)
    if (item.article.title === "bad") tally.skip({ where: item.where, reason: "refused" }, item);
    else tally.store(item, { status: "created", notes: ["cleaning took out <script>"] });
};

async function importText(
  name: string,
  text: string,
  { dryRun = false, found }: { dryRun?: boolean; found?: string } = {},
) {
  const path = join(folder, name);
  await writeFile(path, text);
  const progress: [number, number][] = [];
  const onItems = (done: number, of: number) => void progress.push([done, of]);
  const tally = new SourceTally(path, { dryRun, now: NOW, keepItems: true });
  await importSource({ name: path, isUrl: false, found }, { defaults: { now: NOW }, store, tally, onItems });
  return { path, progress, result: tally.result };
}

describe("importSource", () => {
  it("counts what was read, stored and skipped, by the parser or the store", async () => {
    const { path, progress, result } = await importText("a.ndjson", [line("a"), "{oops", line("bad")].join("\n"));
    expect(result).toMatchObject({
      ...{ name: path, kind: "ndjson", read: 3, stored: 1, unchanged: 0, unreachable: false, passedOver: [] },
      skipped: [
        { where: expect.any(String), reason: "refused" },
        { where: expect.stringContaining("2"), reason: expect.any(String) },
      ],
      notes: [{ note: "cleaning took out <script>", times: 1 }],
    });
    expect(result.items.map(({ outcome }) => outcome)).toEqual(["created", "skipped", "skipped"]);
    expect(progress).toEqual([[2, 2]]);
  });

  it("knows a feed by its title, and counts the notes of its items", async () => {
    const untitled =
      "<item><link>https://gazette.example/x</link><pubDate>2026-03-03</pubDate><description>Ferries sail.</description></item>";
    const { result } = await importText("b.xml", feed(untitled + untitled.replace("/x", "/y")));
    expect([result.kind, result.title, result.read]).toEqual(["rss", "The Gazette", 2]);
    expect(result.notes).toContainEqual({
      ...{ note: "untitled: its first words are the title", times: 2, where: expect.stringMatching(/^item 1 /) },
    });
  });

  it("read nothing in a file that is no source, which is a skip with its reason", async () => {
    const { path, result } = await importText("c.tsv", "a\tb\n");
    expect(result).toMatchObject({ kind: "unknown", read: 0, stored: 0, unreachable: false });
    expect(result.skipped).toEqual([{ where: path, reason: expect.stringMatching(/^it is neither a feed/) }]);
  });

  it("shows what was decided of a feed's items on a dry run only", async () => {
    const item = "<item><title>Ferry</title><pubDate>2026-03-03</pubDate><link>https://gazette.example/x</link></item>";
    expect((await importText("d.xml", feed(item))).result.details).toEqual([]);
    expect((await importText("d.xml", feed(item), { dryRun: true })).result.details[0]).toMatch(
      /^item 1 “Ferry”: .*gazette/,
    );
  });

  it("always shows what was decided of a page's lines", async () => {
    const page = "Home Weather Ice melts fast\n\nIce melts fast\n\nIt melts, they said.\n";
    expect((await importText("e.txt", page)).result.details).toContainEqual(
      expect.stringMatching(/headline +Ice melts fast$/),
    );
  });

  it("tells what it could not reach, and does not call the store for it", async () => {
    const name = join(folder, "gone");
    const tally = new SourceTally(name, { dryRun: false, now: NOW, keepItems: false });
    const called: StoreItems = () => Promise.reject(new Error("called"));
    await importSource({ name, isUrl: false }, { defaults: { now: NOW }, store: called, tally, onItems: () => {} });
    expect(tally.result).toMatchObject({
      ...{ name, kind: "unreadable", read: 0, stored: 0, unchanged: 0, notes: [], unreachable: true },
      skipped: [{ where: name, reason: `${name} is not there` }],
    });
  });

  it.each(["", "a\0b"])(
    "passes over what a folder holds that is no text, and fails for it where it was named: %j",
    async (text) => {
      const found = (await importText("f.md", text, { found: folder })).result;
      expect([found.skipped, found.passedOver.length]).toEqual([[], 1]);
      const named = (await importText("f.md", text)).result;
      expect([named.skipped.length, named.passedOver]).toEqual([1, []]);
    },
  );
});

describe("a source that its reader cannot bear", () => {
  it("is refused by name, as one that could not be read", async () => {
    const reader = vi.spyOn(TextDecoder.prototype, "decode").mockImplementation(() => {
      throw new RangeError("Maximum call stack size exceeded");
    });
    const { path, result } = await importText("bad.xml", feed("")).finally(() => reader.mockRestore());
    expect(result).toMatchObject({ kind: "unreadable", stored: 0, unreachable: true });
    expect(result.skipped).toEqual([
      { where: path, reason: "it cannot be read: RangeError: Maximum call stack size exceeded" },
    ]);
  });
});
