// Plain JavaScript, and loaded before what imports `feeds/` (`node --import`): a file there that cannot be read, or throws, is told in
// one line, with its place.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FILES = ["site.ts", "index.ts", "sources.ts"].map((name) => new URL(`../../feeds/${name}`, import.meta.url));

try {
  for (const file of FILES) await import(file.href);
} catch (error) {
  console.error(`wireproof: ${(await unreadable()) ?? thrown(error)}`);
  process.exit(1);
}

/** Where the files are no TypeScript, or import what is not there: Node says of neither in which column. */
async function unreadable() {
  const { build } = await import("esbuild");
  const entryPoints = FILES.map((file) => fileURLToPath(file));
  const settings = { bundle: true, write: false, outdir: ROOT, platform: "node", format: "esm", logLevel: "silent" };
  try {
    await build({ ...settings, entryPoints, absWorkingDir: ROOT });
  } catch (failure) {
    const { location, text } = failure.errors?.[0] ?? {};
    if (location) return `${location.file}:${location.line}:${location.column + 1}: ${text}`;
  }
}

/** What one of the files threw, at the first of its places that is in `feeds/`. */
function thrown(error) {
  const message = String(error).split("\n", 1)[0];
  const place = /file:\S*\/feeds\/\S+?:\d+:\d+/.exec(error?.stack ?? "")?.[0];
  return place === undefined ? `feeds: ${message}` : `${relative(ROOT, fileURLToPath(place))}: ${message}`;
}
