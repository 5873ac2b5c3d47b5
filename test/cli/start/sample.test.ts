import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LineAnswer } from "../../../src/cli/service.ts";
import { loadSample } from "../../../src/cli/start/sample.ts";
import { pixels } from "./pixels.ts";

const FOLDER = join(import.meta.dirname, "../../../feeds/articles");
const NOW = Date.parse("2028-02-29T00:10:00Z");
const TYPES = { jpg: "image/jpeg", png: "image/png", webp: "image/webp", pdf: "application/pdf", mp3: "audio/mpeg" };

interface Media {
  url: string;
  type?: string;
  width?: number;
  height?: number;
  length?: number;
}

interface Article {
  published_at: string;
  updated_at?: string;
  content_html: string;
  images?: Media[];
  attachments?: Media[];
}

/** Loads the sample into a service that answers so; what was sent. */
async function load({ answer = [], base }: { answer?: LineAnswer[]; base?: string } = {}): Promise<Article[]> {
  const sent: Article[] = [];
  const store = async (ndjson: string) => {
    sent.push(...ndjson.split("\n").map((line) => JSON.parse(line)));
    return answer;
  };
  await loadSample({ store }, { folder: FOLDER, base, now: NOW });
  return sent;
}

const mediaOf = ({ images = [], attachments = [] }: Article): Media[] => [...images, ...attachments];

/** What a browser would fetch for a story's text: the address and the size that is kept free for it. */
const shown = ({ content_html }: Article): Media[] =>
  [...content_html.matchAll(/<img src="([^"]+)" alt="[^"]+" width="(\d+)" height="(\d+)">/g)].map(
    ([, url = "", width, height]) => ({ url, width: Number(width), height: Number(height) }),
  );

describe("loadSample", () => {
  it("stores every article of the sample newsroom, a line each", async () => {
    const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".json"));
    const sent = await load();
    expect(files.length).toBeGreaterThan(0);
    expect(sent).toHaveLength(files.length);
    expect(new Set(sent.map((article) => JSON.stringify(article))).size).toBe(files.length);
  });

  it("dates the newest story yesterday or today, and nothing ahead", async () => {
    const sent = await load();
    const times = sent.map(({ published_at }) => Date.parse(published_at)).sort((a, b) => b - a);
    expect(NOW - (times[0] ?? 0)).toBeLessThan(86_400_000);
    expect(sent.filter((one) => Date.parse(one.updated_at ?? one.published_at) > NOW)).toEqual([]);
  });

  it("gives all files addresses of the service, in the texts, too", async () => {
    const sent = await load({ base: "http://localhost:9000" });
    const urls = sent.flatMap((one) => [...mediaOf(one), ...shown(one)]).map(({ url }) => url);
    expect(urls.length).toBeGreaterThan(20);
    expect(urls.filter((url) => !/^http:\/\/localhost:9000\/sample\/[a-z0-9-]+\.[a-z0-9]+$/.test(url))).toEqual([]);
    expect(JSON.stringify(sent)).not.toContain("https://gazette.example/files/");
  });

  it("leaves the files' addresses as they are where nobody says who serves them", async () => {
    const urls = (await load()).flatMap(mediaOf).map(({ url }) => url);
    expect(urls.filter((url) => !url.startsWith("https://gazette.example/files/"))).toEqual([]);
  });

  it("ends where an article is refused or failed: the sample has to be right", async () => {
    for (const status of ["refused", "failed"]) {
      const answer = [
        { line: 1, status: "created" },
        { line: 2, status },
      ];
      await expect(load({ answer })).rejects.toThrow(
        `the sample newsroom was not stored: [{"line":2,"status":"${status}"}]`,
      );
    }
  });
});

describe("the sample's files", () => {
  it("are all there, of the type, length and size that the articles say, and none lies there unused", async () => {
    const sent = await load();
    const media = sent.flatMap(mediaOf);
    const names = new Set<string>();
    for (const { url, type, width, height, length } of [...media, ...sent.flatMap(shown)]) {
      const name = url.split("/").at(-1) ?? "";
      names.add(name);
      const bytes = await readFile(join(FOLDER, "files", name));
      const size = pixels(bytes);
      expect({ name, width, height }).toEqual({ name, width: size?.width, height: size?.height });
      if (type === undefined) continue;
      expect({ name, type, length }).toEqual({
        name,
        type: Object.entries(TYPES).find(([end]) => name.endsWith(end))?.[1],
        length: bytes.length,
      });
    }
    expect([...names].sort()).toEqual((await readdir(join(FOLDER, "files"))).sort());
  });

  it("are small: everybody who clones the project gets them", async () => {
    const names = await readdir(join(FOLDER, "files"));
    const sizes = await Promise.all(names.map(async (name) => (await readFile(join(FOLDER, "files", name))).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000);
  });
});
