import { describe, expect, it } from "vitest";
import { SourceTally } from "../../../src/cli/import/result.ts";
import { importSite } from "../../../src/cli/import/site.ts";
import { type ReadSite, SiteFault } from "../../../src/import/sites/site-reader.ts";
import type { ReadItem } from "../../../src/import/source-reading.ts";
import { NOW } from "../../import/helpers.ts";
import { storeAll } from "./results.ts";

const HOME = "https://gazette.example/";

const item = (id: string): ReadItem => ({ where: id, notes: [], article: { id, url: HOME + id, published_at: NOW } });
const page = (...ids: string[]) => ({ items: ids.map(item), skipped: [], notes: [], total: 3 });

async function importFrom(read: ReadSite) {
  const tally = new SourceTally(HOME, { dryRun: false, now: NOW, keepItems: false });
  const progress: string[] = [];
  const ask = () => Promise.reject(new Error("nobody is asked"));
  const onItems = (done: number, of: number) => void progress.push(`${done}/${of}`);
  await importSite(
    { kind: "wordpress", home: HOME, read },
    { ask, defaults: { now: NOW }, store: storeAll, tally, onItems },
  );
  return { result: tally.result, progress };
}

describe("a running site's stories", () => {
  it("are stored a page at a time", async () => {
    const { result, progress } = await importFrom(async function* () {
      yield { ...page("a", "b"), notes: ["it has no post type x"] };
      yield { ...page("c"), skipped: [{ where: "d", reason: "it is broken" }] };
    });
    expect(result).toMatchObject({ kind: "wordpress", stored: 3, skipped: [{ where: "d", reason: "it is broken" }] });
    expect(result.notes).toHaveLength(1);
    expect(progress).toEqual(["2/3", "4/4"]);
  });

  it("that were stored before it broke off stand, and it is told why it did", async () => {
    const { result } = await importFrom(async function* () {
      yield page("a");
      throw new SiteFault("it answered 500");
    });
    expect(result).toMatchObject({
      stored: 1,
      unreachable: true,
      skipped: [{ where: HOME, reason: "it answered 500" }],
    });
  });

  it("are no cover for a fault of our own", async () => {
    const read: ReadSite = async function* () {
      yield page("a");
      throw new TypeError("a bug");
    };
    await expect(importFrom(read)).rejects.toThrow("a bug");
  });
});
