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
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ENTRIES = ["cli/start.ts", "node/threads/writer.ts", "node/threads/back.ts", "node/threads/publisher.ts"];

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
  const name = fingerprint(root);
  const own = join(root, "node_modules/.cache/wireproof");
  // The file, not its folder: that may be there, and closed to us.
  if (existsSync(join(own, name, "start.js"))) return used(join(own, name));
  const cache = canWrite(own) ? own : temporaryCache();
  const folder = join(cache, name);
  if (!existsSync(folder)) await make(root, cache, folder);
  return used(folder);
}

function used(folder) {
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
    // Another start's may be moved meanwhile.
    const { mtimeMs = Date.now() } = statSync(other, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > UNUSED) rmSync(other, { recursive: true, force: true });
  }
  // Made beside its place, and then moved there: nobody starts from half a bundle.
  const outdir = mkdtempSync(join(cache, "new-"));
  const { build, stop } = await import("esbuild");
  // It lives for this one build: collecting its garbage is a third of the work.
  process.env.GOGC ??= "off";
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
  // What one user's image has made, another one runs.
  chmodSync(outdir, 0o755);
  try {
    renameSync(outdir, folder);
  } catch (error) {
    // Another start was first.
    rmSync(outdir, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** `node_modules` is where tools keep such things; in an image it may be nobody's to write to. */
function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws where somebody else has a folder of the name: what is in it would be run */
function temporaryCache() {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `wireproof-${user ?? "user"}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  if (user !== undefined && (uid !== user || (mode & 0o022) !== 0)) throw new Error(`${folder} is not ours alone`);
  return folder;
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
