import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { BROWSER_FILES, bundle, THREADS } from "../node/bundle.js";
import { makeBrowserFiles } from "../node/make-browser-files.js";
import { licencesOf } from "./pack/licences.ts";
import { COMMANDS, isPacked, type PackageManifest, packedManifest } from "./pack/manifest.ts";

/**
 * What `npm pack` takes (`prepack`), and what it leaves (`postpack`): the commands as files that Node reads as they are, with all that they
 * import, so that the package has no dependencies, and no TypeScript, which Node does not read below `node_modules`.
 */
const ROOT = join(import.meta.dirname, "../..");
const OUT = join(ROOT, "dist/cli");
const MANIFEST = join(ROOT, "package.json");
/** The clone's own, while the package's stands in its place: npm packs the one that is there. */
const KEPT = join(ROOT, "dist/package.json");
/** The package's users have definitions of their own, which are read when the service starts. */
const ownFeeds: Plugin = {
  name: "own-feeds",
  setup({ onResolve }) {
    const path = join(ROOT, "src/cli/pack/own-feeds.ts");
    onResolve({ filter: /\/feeds\/(?:index|site|sources)\.ts$/ }, ({ importer }) =>
      importer === path ? null : { path },
    );
  },
};

// One that was left behind is older than the clone's own.
if (existsSync(KEPT) && isPacked(JSON.parse(readFileSync(MANIFEST, "utf8")))) renameSync(KEPT, MANIFEST);
rmSync(join(ROOT, "dist"), { recursive: true, force: true });
if (!process.argv.includes("--undo")) await pack();

async function pack(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const entries = [
    ...COMMANDS.map((name) => (name === "start" ? "cli/pack/start.ts" : `cli/${name}.ts`)),
    "cli/pack/feed.ts",
    ...THREADS,
  ];
  const forBrowsers = await makeBrowserFiles(ROOT, join(OUT, BROWSER_FILES));
  const { metafile } = await bundle(
    entries.map((entry) => join(ROOT, "src", entry)),
    OUT,
    {
      absWorkingDir: ROOT,
      metafile: true,
      legalComments: "none",
      // Of a bundle the file is the command's, whichever of its modules asks.
      define: { "import.meta.main": "false" },
      plugins: [ownFeeds],
    },
  );
  writeFileSync(join(OUT, "LICENCES.txt"), licencesOf(ROOT, [...Object.keys(metafile?.inputs ?? {}), ...forBrowsers]));
  const before = readFileSync(MANIFEST, "utf8");
  writeFileSync(KEPT, before);
  writeFileSync(MANIFEST, `${JSON.stringify(packedManifest(JSON.parse(before) as PackageManifest), null, 2)}\n`);
}
