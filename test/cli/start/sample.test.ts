import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LineAnswer } from "../../../src/cli/service.ts";
import { loadSample } from "../../../src/cli/start/sample.ts";

const FOLDER = join(import.meta.dirname, "../../../feeds/articles");

/** Loads the sample into a service that answers so; what was sent. */
async function load(answer: LineAnswer[] = []): Promise<unknown[]> {
  const sent: unknown[] = [];
  const store = async (ndjson: string) => {
    sent.push(...ndjson.split("\n").map((line) => JSON.parse(line)));
    return answer;
  };
  await loadSample({ store }, FOLDER);
  return sent;
}

describe("loadSample", () => {
  it("stores every article of the sample newsroom, a line each", async () => {
    const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".json"));
    const sent = await load();
    expect(files.length).toBeGreaterThan(0);
    expect(sent).toHaveLength(files.length);
    expect(new Set(sent.map((article) => JSON.stringify(article))).size).toBe(files.length);
  });

  it.each(["refused", "failed"])("ends where an article is %s: the sample has to be right", async (status) => {
    const lines = [
      { line: 1, status: "created" },
      { line: 2, status },
    ];
    await expect(load(lines)).rejects.toThrow(`the sample newsroom was not stored: [{"line":2,"status":"${status}"}]`);
  });
});
