// Plain JavaScript: what it makes is what Node reads of the rest, which has JSX in it.
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBrowserFiles } from "./make-browser-files.js";

/** The files of the threads beside the main one. */
export const THREADS = [
  "node/threads/writer.ts",
  "node/threads/reader.ts",
  "node/threads/back.ts",
  "node/threads/publisher.ts",
  "node/threads/sender.ts",
  "node/threads/composer.ts",
  "node/threads/parser.ts",
  "node/threads/proofreader.ts",
];

const ENTRIES = ["cli/start.ts", "node/main.ts", ...THREADS];

/** Where in its folder is what browsers load. */
export const BROWSER_FILES = "browser";

/** What the bundle is made of. */
const SOURCES = ["src", "feeds", "package-lock.json"];
const CODE = /\.(ts|tsx|js)$/;

/** Bundles that nobody has started from for so long are removed. Milliseconds. */
const UNUSED = 24 * 60 * 60 * 1000;

/**
 * The service as files that Node reads as they are: made where the sources are others than those that one was made of.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} the folder of the files, named as the entries are
 */
export async function bundled(root) {
  const name = fingerprint(root);
  const made = caches(root)
    .map((cache) => join(cache, name))
    .find((folder) => existsSync(join(folder, "start.js")));
  if (!made) return make(root, name);
  const now = new Date();
  try {
    utimesSync(made, now, now);
  } catch {
    // Made when the image was, and not ours to touch.
  }
  return made;
}

async function make(root, name) {
  const cache = writableCache(root);
  const folder = join(cache, name);
  for (const old of readdirSync(cache)) {
    const other = join(cache, old);
    // Another start's may be moved meanwhile.
    const { mtimeMs = Date.now() } = statSync(other, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > UNUSED) rmSync(other, { recursive: true, force: true });
  }
  // Made beside its place, and then moved there: nobody starts from half a bundle.
  const outdir = mkdtempSync(join(cache, "new-"));
  await makeBrowserFiles(root, join(outdir, BROWSER_FILES));
  await bundle(
    ENTRIES.map((entry) => join(root, "src", entry)),
    outdir,
  );
  // Who starts it may be another user than who made it; where nobody else may look, its parent says so.
  chmodSync(outdir, 0o755);
  try {
    renameSync(outdir, folder);
  } catch (error) {
    // Another start was first.
    rmSync(outdir, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/**
 * Makes files that Node reads as they are.
 *
 * @param {string[]} entryPoints source files; the threads' are among them, for they are started by name
 * @param {string} outdir where each goes, under its own name
 * @param {import("esbuild").BuildOptions} [settings] what else is asked of esbuild
 */
export async function bundle(entryPoints, outdir, settings = {}) {
  const { build, stop } = await import("esbuild");
  // It lives for this one build: collecting its garbage is a third of the work.
  process.env.GOGC ??= "off";
  const built = await build({
    entryPoints,
    outdir,
    entryNames: "[name]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    // What is wrong is thrown, with all that it would print.
    logLevel: "silent",
    // Packages in CommonJS ask for Node's own modules by it.
    banner: { js: 'import { createRequire as madeFor } from "node:module"; const require = madeFor(import.meta.url);' },
    ...settings,
  });
  await stop();
  return built;
}

const ownCache = (root) => join(root, "node_modules/.cache/wireproof");

const temporaryCache = () => join(tmpdir(), `wireproof-${process.getuid?.() ?? "user"}`);

/** Where bundles may be: what lies among the system's temporary files, somebody else may have put there for us to run. */
const caches = (root) => [ownCache(root), ...(isOurs(temporaryCache()) ? [temporaryCache()] : [])];

/** In `node_modules`, where tools keep such things; where that cannot be written to, among the system's temporary files. */
function writableCache(root) {
  const own = ownCache(root);
  try {
    mkdirSync(own, { recursive: true });
    accessSync(own, constants.W_OK);
    return own;
  } catch {
    const other = temporaryCache();
    mkdirSync(other, { recursive: true, mode: 0o700 });
    if (!isOurs(other)) throw new Error(`${other} belongs to another user: set TMPDIR to a folder of your own`);
    return other;
  }
}

function isOurs(folder) {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
}

/** Of what is in the sources: times change with a copy, and images keep but whole seconds of them. */
function fingerprint(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const path = join(root, source);
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? readdirSync(path, { recursive: true, encoding: "utf8" }).sort() : [""];
    for (const file of files) {
      if (isFolder && !CODE.test(file)) continue;
      const content = readFileSync(join(path, file));
      hash.update(`${source}/${file} ${content.byteLength}\n`).update(content);
    }
  }
  return hash.digest("hex").slice(0, 16);
}
