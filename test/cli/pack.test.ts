import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../free-port.ts";
import { CLEAN_FEED } from "./clean-feed.ts";
import { oldNode } from "./old-node.ts";

const ROOT = join(import.meta.dirname, "../..");

let folder: string;
/** A copy of the clone, for packing changes its package.json while it goes on. */
let clone: string;
/** Where nothing is but the package. */
let empty: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wireproof-pack-"));
  [clone, empty] = [join(folder, "clone"), join(folder, "empty")];
  for (const part of ["package.json", "package-lock.json", "README.md", "src", "feeds"])
    cpSync(join(ROOT, part), join(clone, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(clone, "node_modules"));
  npm(["pack", "--pack-destination", folder], clone);
  mkdirSync(empty);
  // It has no dependencies but the Node of its platform: nothing is asked for over the network.
  npm(["install", "--offline", "--omit=optional", join(folder, tarball())], empty);
  writeFileSync(join(empty, "good.xml"), CLEAN_FEED);
  writeFileSync(join(empty, "bad.xml"), CLEAN_FEED.replace(">3<", ">many<"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("npm pack", () => {
  it("makes a small package of what it needs, and nothing else", () => {
    expect(statSync(join(folder, tarball())).size).toBeLessThan(2_500_000);
    const files = readdirSync(join(empty, "node_modules/wireproof"), { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => /\.tsx?$/.test(file))).toEqual([]);
    expect(new Set(files.map((file) => file.split("/")[0]))).toEqual(
      new Set(["README.md", "dist", "feeds", "package.json", "src"]),
    );
    expect(readFileSync(join(empty, "node_modules/wireproof/dist/cli/LICENCES.txt"), "utf8")).toMatch(/^saxes .*ISC/m);
    expect(readdirSync(join(empty, "node_modules/wireproof/dist/cli/browser")).sort()).toEqual([
      "names.txt",
      "reference.js.txt",
      "script.js.txt",
    ]);
  });

  it("has no dependencies but a Node for each platform, and runs no script when it is installed", () => {
    const packed = JSON.parse(readFileSync(join(empty, "node_modules/wireproof/package.json"), "utf8"));
    const own = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect([packed.dependencies, packed.devDependencies]).toEqual([undefined, undefined]);
    expect(packed.optionalDependencies).toEqual(own.optionalDependencies);
    expect(Object.keys(packed.scripts)).toEqual([
      "start",
      "import",
      "verify",
      "partners",
      "backup",
      "restore",
      "export",
    ]);
    expect(packed.scripts.import).toBe("node --max-semi-space-size=4 --heap-growing-percent=30 dist/cli/import.js");
  });

  it("leaves the clone as it was", () => {
    expect(readFileSync(join(clone, "package.json"), "utf8")).toBe(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(existsSync(join(clone, "dist"))).toBe(false);
  });
});

describe("npx wireproof, in an empty folder", () => {
  it.each([
    ["good.xml", 0, "ok       good.xml"],
    ["bad.xml", 1, "slash/comments-non-negative"],
    ["none.xml", 2, "there is no such file"],
  ])("verifies %s, and ends with %i", async (file, code, told) =>
    expect(await npx(["verify", file])).toMatchObject({ code, out: expect.stringContaining(told) }),
  );

  it("writes JSON, SARIF and JUnit's XML, each alone", async () => {
    const [json, sarif, junit] = await Promise.all(
      ["--json", "--sarif", "--junit"].map((output) => npx(["verify", output, "bad.xml"])),
    );
    expect([json?.code, sarif?.code, junit?.code]).toEqual([1, 1, 1]);
    expect(JSON.parse(json?.out ?? "").checked[0].findings).toContainEqual(
      expect.objectContaining({ rule: "slash/comments-non-negative" }),
    );
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(JSON.parse(sarif?.out ?? "").runs[0].tool.driver).toMatchObject({ name: "Wireproof", version });
    expect(junit?.out).toMatch(/^<\?xml [\s\S]*<testsuite name="bad\.xml"/);
  });

  it("explains a rule", async () =>
    expect(await npx(["verify", "--explain", "slash/comments-once"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^slash\/comments-once \(error\)/),
    }));

  it.each(["start", "import", "verify", "partners", "backup", "restore", "export"])("helps with %s", async (command) =>
    expect(await npx([command, "--help"])).toEqual({
      code: 0,
      out: expect.stringMatching(new RegExp(`^wireproof ${command} `)),
      err: "",
    }),
  );

  it.each(["edge", "deploy"])("says what %s wants", async (command) =>
    expect(await npx([command])).toMatchObject({ code: 2, err: expect.stringMatching(/wants a clone of the sources/) }),
  );

  it.skipIf(!oldNode)("says so where Node is too old, and none has come with the package", async () =>
    expect(await npx(["verify", "good.xml"], oldNode)).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^wireproof: Node [\d.]+ is too old, and none came with the packages: take 24 or newer\n$/,
      ),
    }),
  );

  it("starts a newsroom: the sample's, where there is no other", async () => {
    const cwd = join(folder, "sample");
    let asked: Awaited<ReturnType<typeof npx>>[] = [];
    const { out, code } = await startIn("sample", [], async (to) => {
      const at = (...args: string[]) => npx(args, process.execPath, cwd);
      asked = await Promise.all([
        at("backup", "store.sqlite"),
        at("verify", "--to", to),
        at("partners", "list", "--to", to),
        at("export", "all.ndjson", "--to", to),
      ]);
      asked.push(await at("import", "all.ndjson", "--to", to));
    });
    expect(asked.map((one) => one.code)).toEqual([0, 0, 0, 0, 0]);
    expect(await npx(["restore", "store.sqlite"], process.execPath, cwd)).toMatchObject({ code: 0, err: "" });
    expect(out).toContain("/feeds/weather.rss");
    expect(out).toContain("`wireproof start --empty` begins without");
    expect(code).toBe(0);
    expect(existsSync(join(folder, "sample/.wireproof/wireproof.sqlite"))).toBe(true);
  });

  it("starts the newsroom that the folder's own feeds/ defines, as a clone's", async () => {
    define("own", {
      "site.ts": `import { defineSite } from "../src/feed/definition.ts";
export default defineSite({ title: "The Pier", description: "News", home: "https://pier.example/",
  base: "http://localhost:8787", tag: { authority: "pier.example", date: "2026-01" }, language: "en" });`,
      "index.ts": `import { defineFeed } from "wireproof/feed";
export const definitions = [defineFeed({ slug: "pier", title: "The whole pier", description: "All" })];`,
    });
    const { out, code } = await startIn("own", ["--empty"]);
    expect(out).toContain("The whole pier");
    expect(out).not.toContain("/feeds/weather.rss");
    expect(code).toBe(0);
  });

  it.each([
    ["is no TypeScript", "export const definitions = [;", /^wireproof: feeds\/index\.ts:\d+: .+\n$/],
    ["throws", "export const definitions = [pier];", /^wireproof: feeds\/index\.ts:1:\d+: pier is not defined\n$/],
    ["defines no feed", 'export const definitions = [{ slug: "x y" }];', /^feeds: "x y": slug: /],
  ])("says in one line where feeds/ %s", async (what, index, told) => {
    const name = `faulty ${what}`;
    define(name, { "site.ts": readFileSync(join(ROOT, "feeds/site.ts"), "utf8"), "index.ts": index });
    expect(await npx(["start"], process.execPath, join(folder, name))).toEqual({
      code: 1,
      out: "",
      err: expect.stringMatching(told),
    });
  });
});

const tarball = (): string => readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? "";

const npm = (args: string[], cwd: string): string =>
  execFileSync("npm", [...args, "--no-audit", "--no-fund"], { cwd, encoding: "utf8", stdio: "pipe" });

const COMMAND = "node_modules/.bin/wireproof";

/** What npx runs there. */
const npx = (
  args: string[],
  node = process.execPath,
  cwd = empty,
): Promise<{ code: ChildProcess["exitCode"]; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(node, [join(empty, COMMAND), ...args], { cwd, env: withoutOurs() }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });

function define(name: string, files: Record<string, string>): void {
  mkdirSync(join(folder, name, "feeds"), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, "feeds", file), text);
}

/** Starts the service there, and tells the one command, as a supervisor does, to end once it runs. */
async function startIn(
  name: string,
  args: string[],
  meanwhile: (url: string) => Promise<void> = async () => {},
): Promise<{ out: string; code: number | null }> {
  const cwd = join(folder, name);
  mkdirSync(cwd, { recursive: true });
  const port = await freePort();
  const words = [join(empty, COMMAND), "start", "--port", String(port), ...args];
  const child = spawn(process.execPath, words, { cwd, env: withoutOurs(), stdio: ["ignore", "pipe", "ignore"] });
  const closed = once(child, "close");
  let out = "";
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (data) => {
      out += data;
      if (out.includes("Wireproof runs on")) resolve();
    });
    child.on("close", () => resolve());
  });
  await meanwhile(`http://localhost:${port}`).finally(() => child.kill("SIGTERM"));
  const [code] = await closed;
  return { out, code };
}

/** Vitest has a base of its own, and a newsroom's token is nobody's here. */
function withoutOurs(): NodeJS.ProcessEnv {
  const { BASE_URL: _, PUBLISH_TOKEN: __, ...env } = process.env;
  return env;
}
