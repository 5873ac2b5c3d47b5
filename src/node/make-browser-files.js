// Plain JavaScript: whoever makes the service runs it, be it a Node that reads no TypeScript.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What browsers load beside pages, by its name, and the source that it is made of. */
const SOURCES = { "script.js": "src/web/desk.ts", "reference.js": "src/web/reference.ts" };

/** What each file is called where it is served: that name has a hash of what is in it. JSON, by the names above. */
const NAMES = "names.txt";

/** The oldest browsers that editors work with: those of two years ago. */
const TARGET = ["chrome120", "firefox121", "safari17.2"];

/** How many are being made in this process. */
let making = 0;

/**
 * Makes what browsers load, as texts: `script.js.txt` and so on, and `names.txt`. A worker of Cloudflare's takes them in as such.
 *
 * @param {string} root the project's folder
 * @param {string} outdir where they go; made where it is not there
 * @returns {Promise<string[]>} the files that they are made of
 */
export async function makeBrowserFiles(root, outdir) {
  const { build, stop } = await import("esbuild");
  making += 1;
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(SOURCES).map(([name, source]) => ({ in: source, out: name.replace(/\.\w+$/, "") })),
    outdir,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  }).finally(() => {
    making -= 1;
    // What others have in hand would never end.
    return making === 0 ? stop() : undefined;
  });
  mkdirSync(outdir, { recursive: true });
  const texts = outputFiles.map(({ path, text }) => ({ name: path.slice(outdir.length + 1), text }));
  for (const { name, text } of texts) put(join(outdir, `${name}.txt`), text);
  put(
    join(outdir, NAMES),
    JSON.stringify(Object.fromEntries(texts.map(({ name, text }) => [name, named(name, text)]))),
  );
  return Object.keys(metafile.inputs);
}

/** `script.js` as `script-0123456789abcdef.js`. */
function named(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return name.replace(/(?=\.\w+$)/, `-${hash}`);
}

/** Race: several make them at once, and others read them meanwhile. Nobody reads half of one. */
function put(path, text) {
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    // It is the first.
  }
  const part = `${path}.${process.pid}`;
  writeFileSync(part, text);
  renameSync(part, path);
}
