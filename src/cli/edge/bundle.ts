import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../../..");
const WRANGLER = join(ROOT, "node_modules/wrangler/bin/wrangler.js");

/** A module of a worker's, as Miniflare takes it: code, or a text that the code imports. */
export interface BundledModule {
  type: "ESModule" | "Text";
  path: string;
  contents: string;
}

/**
 * The worker that `wrangler deploy` would send, its entry first.
 *
 * @param entry its entry module
 * @throws what wrangler says where it cannot be bundled
 */
export async function deployedBundle(entry: string): Promise<BundledModule[]> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-"));
  try {
    await promisify(execFile)(
      process.execPath,
      [WRANGLER, "deploy", entry, "--config", "wrangler.toml", "--dry-run", "--outdir", folder],
      { cwd: ROOT, env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" } },
    );
    const names = (await readdir(folder))
      .filter((name) => /\.(js|sql|txt)$/.test(name))
      .sort((a, b) => rank(a) - rank(b));
    return await Promise.all(
      names.map(async (path) => ({
        type: path.endsWith(".js") ? "ESModule" : "Text",
        path,
        contents: await readFile(join(folder, path), "utf8"),
      })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const rank = (name: string): number => (name.endsWith(".js") ? 0 : 1);
