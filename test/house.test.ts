import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { EXTRA, FLOORS } from "./floors.ts";

const ROOT = join(import.meta.dirname, "..");

const OWNERS: Record<string, string> = { feed: "src/render", "rss-parser": "src/verify" };

/** What both homes have of Node (`nodejs_compat`). */
const NODE_MODULES = ["node:crypto", "node:util", "node:zlib"];

const files = ["src", "feeds"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.(tsx?|js)$/.test(file));

const tests = readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
  .map((file) => join("test", file))
  .filter((file) => /\.ts$/.test(file));

const inService = files.filter((file) => within(file, "src/service"));

describe("the house", () => {
  it("has files to look at", () => {
    expect(files.length).toBeGreaterThan(200);
    expect(inService.length).toBeGreaterThan(100);
  });

  it.each(files)("%s imports only from the floors below it", (file) => {
    const floor = floorOf(file);
    const allowed = [...(FLOORS[floor] ?? []), ...(EXTRA[floor] ?? [])];
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

  it("has no circle of files", () => {
    const graph = new Map(files.map((file) => [file, ownImports(file)]));
    expect(circles(graph)).toEqual([]);
  });

  it.each(foldersOf(files))("%s has no circle among its files and folders", (folder) => {
    const graph = new Map<string, string[]>();
    for (const file of files.filter((one) => within(one, folder))) {
      const part = childOf(folder, file);
      const targets = ownImports(file).filter((target) => within(target, folder));
      const others = targets.map((target) => childOf(folder, target)).filter((target) => target !== part);
      graph.set(part, [...(graph.get(part) ?? []), ...others]);
    }
    expect(circles(graph)).toEqual([]);
  });

  it("renders nothing on a poll's way", () => {
    const graph = new Map(files.map((file) => [file, ownImports(file, "values")]));
    const reached = files.filter((file) => within(file, "src/service/poll")).flatMap((file) => [...reach(graph, file)]);
    expect(reached.length).toBeGreaterThan(10);
    expect(reached.filter((file) => within(file, "src/render") || within(file, "src/edition/compose.ts"))).toEqual([]);
  });

  it("carries to the service no parser of what only the command line reads: an isolate of the edge is to start at once", () => {
    const ofCommands = /^(?:markdown-it|micromark|mdast|yaml$|smol-toml$|fflate$|csv-parse)/;
    const graph = new Map(files.map((file) => [file, ownImports(file, "values")]));
    const used = (start: string) => [start, ...reach(graph, start)].filter((file) => graph.has(file)).flatMap(packages);
    expect(used("src/cli/import.ts").filter((name) => ofCommands.test(name)).length).toBeGreaterThan(5);
    expect(used("src/service/sources/poll-sources.ts")).toContain("htmlparser2");
    expect(used("src/service/service.ts").filter((name) => ofCommands.test(name))).toEqual([]);
  });

  it("takes of zod what it uses: its object `z` holds fifty languages, in every thread's memory", () => {
    const users = files.filter((file) => packages(file).includes("zod"));
    expect(users.length).toBeGreaterThan(5);
    expect(users.filter((file) => /^import (?!type\b)(?!\* as z from "zod").*"zod"/m.test(read(file)))).toEqual([]);
  });

  it("knows Cloudflare at the edge only", () => {
    const names = /\b(D1Database|D1PreparedStatement|ExecutionContext|Queue<|ExportedHandler)\b|cloudflare:/;
    const users = files.filter((file) => names.test(code(file)));
    expect(users.filter((file) => !within(file, "src/edge"))).toEqual([]);
  });

  it.each(inService)("%s uses nothing of Node that one home only has", (file) => {
    const modules = packages(file).filter((name) => name.startsWith("node:"));
    expect(modules.filter((name) => !NODE_MODULES.includes(name))).toEqual([]);
    expect(code(file)).not.toMatch(/\b(process|__dirname|import\.meta)\./);
  });
});

describe("names", () => {
  /** What the commands call alike, each in its own folder. */
  const CONVENTIONS = ["OPTIONS", "USAGE", "parseOptions"];

  it("are one thing each: what a file exports is called so nowhere else", () => {
    const exports = files.flatMap((file) =>
      [
        ...read(file).matchAll(/^export (?:default )?(?:async )?(?:interface|type|class|const|function\*?) (\w+)/gm),
      ].map(([, name = ""]) => ({ name, file })),
    );
    expect(exports.length).toBeGreaterThan(500);
    // An overload of a function says its name again.
    const shared = [...Map.groupBy(exports, ({ name }) => name)].filter(
      ([, list]) => new Set(list.map(({ file }) => file)).size > 1,
    );
    expect(shared.filter(([name]) => !CONVENTIONS.includes(name))).toEqual([]);
  });

  /** Made by a program, for a program. */
  const GENERATED = ["src/cli/interface.ts"];

  it.each([...files, ...tests].filter((file) => !GENERATED.includes(file)))(
    "%s can be held in one's head: at most 300 lines",
    (file) => {
      expect(read(file).split("\n").length - 1).toBeLessThanOrEqual(300);
    },
  );
});

describe("tests", () => {
  /** Their subject is more than one file: the whole from outside, a room's stories, a specification's sentences, all queries, the homes of the suite, recipes. */
  const WIDER = [
    "test/docs",
    "test/e2e",
    "test/homes",
    "test/recipes",
    "test/service/stories",
    "test/service/hub/conformance",
    "test/service/store/plans.test.ts",
    "test/service/store/rows-read.test.ts",
  ];
  const OWN = ["test/house.test.ts", "test/docs.test.ts", "test/packaging.test.ts", "test/openapi.test.ts"];
  const sources = new Set(files.map((file) => file.replace(/\.(tsx?|js)$/, "")));

  it.each(tests.filter((test) => test.endsWith(".test.ts")))("%s is called as its source, or its folder is", (test) => {
    if (OWN.includes(test) || WIDER.some((place) => within(test, place))) return;
    const path = test.replace(/^test/, "src").replace(/\.test\.ts$/, "");
    expect([path, dirname(path)].some((one) => sources.has(one))).toBe(true);
  });
});

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** Without comments, which may name anything. */
const code = (file: string): string => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

/** @param what whether imports of types alone count, too */
const specifiers = (file: string, what: "all" | "values" = "all"): string[] =>
  [...read(file).matchAll(/^(?:import|export)\b( type\b)?[^;]*?from "([^"]+)"|\bawait import\("([^"]+)"\)/gm)].flatMap(
    ([, type, first, name = first]) => (name === undefined || (type !== undefined && what === "values") ? [] : [name]),
  );

const packages = (file: string): string[] => specifiers(file).filter((name) => !name.startsWith("."));

function ownImports(file: string, what?: "all" | "values"): string[] {
  return specifiers(file, what)
    .filter((name) => name.startsWith("."))
    .map((name) => relative(ROOT, join(ROOT, dirname(file), name)));
}

function within(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

const floorOf = (file: string): string =>
  Object.keys(FLOORS)
    .filter((folder) => within(file, folder))
    .sort((a, b) => b.length - a.length)[0] ?? "";

function foldersOf(paths: string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) folders.add(folder);
  return [...folders].sort();
}

/** The file or folder directly in a folder that a path leads through. */
const childOf = (folder: string, path: string): string => join(folder, relative(folder, path).split("/")[0] ?? "");

const circles = (graph: Map<string, string[]>): string[] =>
  [...graph.keys()].filter((start) => reach(graph, start).has(start));

/** Everything that can be come to from a place, itself only where a way leads back. */
function reach(graph: Map<string, string[]>, start: string): Set<string> {
  const seen = new Set<string>();
  const queue = [...(graph.get(start) ?? [])];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    queue.push(...(graph.get(place) ?? []));
  }
  return seen;
}
