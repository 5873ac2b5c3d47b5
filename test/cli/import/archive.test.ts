import { access, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { openArchives } from "../../../src/cli/import/archive.ts";
import { endOwnServices, newFolder } from "../own-service.ts";

afterAll(endOwnServices);

async function write(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(await newFolder(), name);
  await writeFile(file, bytes);
  return file;
}

const zip = (files: Record<string, Uint8Array>) => write("old.zip", zipSync(files));

describe("archives", () => {
  it("become folders with their entries in them, without what a system left there, and are taken away again", async () => {
    const file = await zip({
      "a/index.md": strToU8("# One"),
      "b.md": strToU8("# B"),
      "a/b/two.md": strToU8("# Two"),
      "__MACOSX/a/._index.md": strToU8("x"),
      "a/.DS_Store": strToU8("x"),
    });
    const { names, close } = await openArchives([file, "https://gazette.example/feed"]);
    const [folder = "", url] = names;
    expect(url).toBe("https://gazette.example/feed");
    expect(basename(folder)).toBe("old.zip");
    expect(await readFile(join(folder, "a/index.md"), "utf8")).toBe("# One");
    expect(await readFile(join(folder, "a/b/two.md"), "utf8")).toBe("# Two");
    await expect(access(join(folder, "__MACOSX"))).rejects.toThrow();
    await expect(access(join(folder, "a/.DS_Store"))).rejects.toThrow();
    await close();
    await expect(access(folder)).rejects.toThrow();
  });

  it("are the one folder in them, where that is all there is", async () => {
    const { names, close } = await openArchives([await zip({ "site-main/index.md": strToU8("# One") })]);
    expect(await readFile(join(names[0] ?? "", "index.md"), "utf8")).toBe("# One");
    await close();
  });

  it("are known by their bytes, and a file that is packed alone becomes the file", async () => {
    const plain = await write("story.zip", strToU8("PK is a name"));
    const packed = await write("gazette.xml.gz", gzipSync("<rss/>"));
    const { names, close } = await openArchives([plain, packed]);
    expect(names[0]).toBe(plain);
    expect(basename(names[1] ?? "")).toBe("gazette.xml");
    expect(await readFile(names[1] ?? "", "utf8")).toBe("<rss/>");
    await close();
  });

  it.each(["../out.md", "/etc/out.md", "a/../../out.md", "..\\out.md", "C:/out.md"])(
    "are refused by name where they would write outside of their folder: %s",
    async (path) => {
      const file = await zip({ [path]: strToU8("x") });
      await expect(openArchives([file])).rejects.toThrow(
        `${file} is not unpacked: it would write outside of its folder`,
      );
    },
  );

  it("are refused by name where far more comes out than any text has", async () => {
    const zeros = new Uint8Array(2_000_000);
    await expect(openArchives([await zip({ "a.md": zeros })])).rejects.toThrow(
      /a\.md in it would be more than 200 times as long/,
    );
    await expect(openArchives([await write("a.gz", gzipSync(zeros))])).rejects.toThrow("come out of it");
  });

  it("are refused by name where they are broken, or another kind", async () => {
    const half = zipSync({ "a.md": strToU8("x".repeat(100)) }).subarray(0, 60);
    await expect(openArchives([await write("half.zip", half)])).rejects.toThrow("is no zip that can be read");
    await expect(openArchives([await write("a.tar.gz", gzipSync("x"))])).rejects.toThrow("is a tar archive");
  });
});
