import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../../..");
const WRANGLER = join(ROOT, "node_modules/wrangler/bin/wrangler.js");

/**
 * The worker that `wrangler deploy` would send.
 *
 * @param entry its entry module
 * @throws what wrangler says where it cannot be bundled
 */
export async function deployedBundle(entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-"));
  try {
    await promisify(execFile)(
      process.execPath,
      [WRANGLER, "deploy", entry, "--config", "wrangler.toml", "--dry-run", "--outdir", folder],
      { cwd: ROOT, env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" } },
    );
    const file = (await readdir(folder)).find((name) => name.endsWith(".js"));
    return await readFile(join(folder, file ?? "index.js"), "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}
