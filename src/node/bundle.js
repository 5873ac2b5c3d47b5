// Plain JavaScript: what it makes is what Node reads of the rest, which has JSX in it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ENTRIES = [
  "cli/start.ts",
  "node/main.ts",
  "node/threads/writer.ts",
  "node/threads/back.ts",
  "node/threads/publisher.ts",
];

/** What the bundle is made of. */
const SOURCES = ["src", "feeds", "package-lock.json"];

/** Bundles that nobody has started from for so long are removed. Milliseconds. */
const UNUSED = 24 * 60 * 60 * 1000;

/**
 * The service as files that Node reads as they are: made where the sources have changed since they were made last.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} the folder of the files, named as the entries are
 */
export async function bundled(root) {
  const cache = cacheFolder(root);
  const folder = join(cache, fingerprint(root));
  if (!existsSync(folder)) await make(root, cache, folder);
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // Made when the image was, and not ours to touch.
  }
  return folder;
}

async function make(root, cache, folder) {
  for (const name of readdirSync(cache)) {
    const other = join(cache, name);
    if (Date.now() - statSync(other).mtimeMs > UNUSED) rmSync(other, { recursive: true, force: true });
  }
  // Made beside its place, and then moved there: nobody starts from half a bundle.
  const outdir = mkdtempSync(join(cache, "new-"));
  const { build, stop } = await import("esbuild");
  await build({
    entryPoints: ENTRIES.map((entry) => join(root, "src", entry)),
    outdir,
    entryNames: "[name]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "error",
    // Packages in CommonJS ask for Node's own modules by it.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  await stop();
  try {
    renameSync(outdir, folder);
  } catch (error) {
    // Another start was first.
    rmSync(outdir, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** In `node_modules`, where tools keep such things; where that cannot be written to, among the system's temporary files. */
function cacheFolder(root) {
  const own = join(root, "node_modules/.cache/wireproof");
  try {
    mkdirSync(own, { recursive: true });
    return own;
  } catch {
    const other = join(tmpdir(), `wireproof-${process.getuid?.() ?? "user"}`);
    mkdirSync(other, { recursive: true, mode: 0o700 });
    return other;
  }
}

/** Changes when a source does. */
function fingerprint(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const path = join(root, source);
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? readdirSync(path, { recursive: true, encoding: "utf8" }).sort() : [""];
    for (const file of files) {
      const { mtimeMs, size } = statSync(join(path, file));
      hash.update(`${source}/${file} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}
