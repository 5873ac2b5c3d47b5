import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** The longest folder name that a file's path starts with decides its floor; each may import from those listed. */
const FLOORS: Record<string, string[]> = {
  "src/article": [],
  "src/audience": [],
  "src/feed": ["src/article"],
  "src/import": ["src/article"],
  "src/render": ["src/feed", "src/article"],
  "src/hub": ["src/feed", "src/article"],
  "src/partner": ["src/feed", "src/article"],
  "src/verify": ["src/feed", "src/article"],
  "src/edition.ts": ["src/feed", "src/render", "src/verify"],
  "src/worker/store": [
    "src/article",
    "src/feed",
    "src/edition.ts",
    "src/verify",
    "src/partner",
    "src/hub",
    "src/audience",
  ],
  "src/worker/jobs": [
    "src/worker/compress.ts",
    "src/edition.ts",
    "src/worker/store",
    "src/article",
    "src/feed",
    "src/verify",
    "src/hub",
    "src/partner",
  ],
  "src/worker/http": [
    "src/worker/store",
    "src/worker/jobs/wake.ts",
    "src/worker/jobs/copies.ts",
    // A preview at the desk is no poll.
    "src/worker/jobs/preview.ts",
    "src/worker/catalog.ts",
    "src/worker/compress.ts",
    "src/article",
    "src/feed",
    "src/import",
    "src/verify",
    "src/partner",
    "src/hub",
    "src/audience",
  ],
  "src/worker": ["src/article", "src/feed", "feeds", "src/worker"],
  "src/cli": [
    "src/article",
    "src/feed",
    "src/render",
    "src/verify",
    "src/edition.ts",
    "src/import",
    "src/hub",
    "src/partner",
    "src/audience",
    "feeds",
  ],
  feeds: ["src/feed/definition.ts"],
};

const OWNERS: Record<string, string> = { feed: "src/render", "rss-parser": "src/verify" };

const files = ["src", "feeds"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file));

describe("the house", () => {
  it("has files to look at", () => expect(files.length).toBeGreaterThan(30));

  it.each(files)("%s imports only from the floors below it", (file) => {
    const floor = floorOf(file);
    const allowed = FLOORS[floor] ?? [];
    const upward = ownImports(file).filter(
      (target) => !within(target, floor) && !allowed.some((folder) => within(target, folder)),
    );
    expect(upward).toEqual([]);
  });

  it.each(Object.entries(OWNERS))("only one folder imports the package %s", (name, owner) => {
    const users = files.filter((file) => packages(file).includes(name));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !within(file, owner))).toEqual([]);
  });

  it("has no circle", () => {
    const graph = new Map(files.map((file) => [file, ownImports(file)]));
    expect(files.filter((file) => reaches(graph, file))).toEqual([]);
  });

  it("knows Cloudflare's types in the worker only", () => {
    const users = files.filter((file) =>
      /\b(D1Database|ExecutionContext|Queue<|ExportedHandler)\b|cloudflare:/.test(read(file)),
    );
    expect(users.filter((file) => !within(file, "src/worker"))).toEqual([]);
  });
});

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const specifiers = (file: string): string[] =>
  [...read(file).matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"/gm)].map((match) => match[1] ?? "");

const packages = (file: string): string[] => specifiers(file).filter((name) => !name.startsWith("."));

const ownImports = (file: string): string[] =>
  specifiers(file)
    .filter((name) => name.startsWith("."))
    .map((name) => relative(ROOT, join(ROOT, dirname(file), name)));

const within = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

const floorOf = (file: string): string =>
  Object.keys(FLOORS)
    .filter((folder) => within(file, folder))
    .sort((a, b) => b.length - a.length)[0] ?? "";

function reaches(graph: Map<string, string[]>, start: string): boolean {
  const seen = new Set<string>();
  const queue = [...(graph.get(start) ?? [])];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (file === start) return true;
    if (seen.has(file)) continue;
    seen.add(file);
    queue.push(...(graph.get(file) ?? []));
  }
  return false;
}
