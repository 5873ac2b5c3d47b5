import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SourceTally } from "../../../src/cli/import/result.ts";
import type { StoreItems } from "../../../src/cli/import/store.ts";
import { importWordpressFile, indexWordpressFiles, isWordpressFile } from "../../../src/cli/import/wordpress-file.ts";
import { NOW } from "../../import/helpers.ts";
import { cdata, wxr, wxrItem } from "../../import/wordpress/wxr/wxr.ts";
import { storeAll } from "./results.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-wordpress-file-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, text: string) {
  const path = join(folder, name);
  await writeFile(path, text);
  return { name: path, isUrl: false };
}

async function importFile(
  place: { name: string; isUrl: boolean },
  store = storeAll,
  index = indexWordpressFiles([place]),
) {
  const tally = new SourceTally(place.name, { dryRun: false, now: NOW, keepItems: true });
  const bytes: number[] = [];
  const onBytes = (done: number, of: number) => void bytes.push(done / of);
  await importWordpressFile(place, { index: await index, defaults: { now: NOW }, store, tally, onBytes });
  return { result: tally.result, bytes };
}

const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => wxrItem({ id: index + 1 })).join("\n");

describe("an export of WordPress", () => {
  it("is told by its start", async () => {
    expect(isWordpressFile(await fileOf("a.xml", wxr("")))).toBe(true);
    expect(isWordpressFile(await fileOf("b.xml", "<rss version='2.0'><channel/></rss>"))).toBe(false);
    expect(isWordpressFile({ name: join(folder, "missing.xml"), isUrl: false })).toBe(false);
    expect(isWordpressFile({ name: "https://gazette.example/export.xml", isUrl: true })).toBe(false);
  });

  it("is stored in batches as it is read, and tells how far it is", async () => {
    const batches: number[] = [];
    const store: StoreItems = async (items, tally, onProgress) => {
      batches.push(items.length);
      await storeAll(items, tally, onProgress);
    };
    const { result, bytes } = await importFile(await fileOf("many.xml", wxr(many(250))), store);
    expect(batches).toEqual([100, 100, 50]);
    expect(result).toMatchObject({
      kind: "wordpress",
      title: "The Gazette",
      read: 250,
      stored: 250,
      unreachable: false,
    });
    expect(bytes.every((part, index) => part > (bytes[index - 1] ?? 0) && part <= 1)).toBe(true);
    expect(bytes).toHaveLength(2);
  });

  it("in two files has its pictures in either", async () => {
    const posts = await fileOf("posts.xml", wxr(wxrItem({ meta: { _thumbnail_id: "12" } })));
    const picture = wxrItem({
      id: 12,
      type: "attachment",
      more: `<wp:attachment_url>${cdata("https://gazette.example/q.jpg")}</wp:attachment_url>`,
    });
    const files = await fileOf("files.xml", wxr(picture));
    const stored: unknown[] = [];
    const store: StoreItems = async (items) => void stored.push(...items.map(({ article }) => article.images));
    await importFile(posts, store, indexWordpressFiles([posts, files]));
    expect(stored).toEqual([[{ url: "https://gazette.example/q.jpg" }]]);
  });

  it("throws where the service does not answer, and what was stored before is told", async () => {
    const place = await fileOf("down.xml", wxr(many(350)));
    const tally = new SourceTally(place.name, { dryRun: false, now: NOW, keepItems: false });
    let batches = 0;
    const store: StoreItems = async (items, told, onProgress) => {
      batches += 1;
      if (batches === 2) throw new Error("the service is down");
      await storeAll(items, told, onProgress);
    };
    const importing = importWordpressFile(place, {
      ...{ index: await indexWordpressFiles([place]), defaults: { now: NOW }, store, tally, onBytes: () => {} },
    });
    await expect(importing).rejects.toThrow("the service is down");
    expect(tally.result.stored).toBe(100);
    expect(batches).toBe(2);
  });

  it("that cannot be read is told, and stops no other", async () => {
    const { result } = await importFile({ name: join(folder, "gone.xml"), isUrl: false });
    expect(result).toMatchObject({ unreachable: true, stored: 0 });
  });
});
