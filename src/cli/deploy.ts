import { join } from "node:path";
import { optionsOrExit } from "./command.ts";
import { checkedCatalog } from "./definitions.ts";
import { deploy, Refused } from "./deploy/deploy.ts";
import { parseOptions, USAGE } from "./deploy/options.ts";
import { wranglerIn } from "./deploy/wrangler.ts";
import { printable } from "./printable.ts";
import { reasonOf } from "./reason.ts";

const ROOT = join(import.meta.dirname, "../..");

// wrangler hears of a Ctrl+C, too, and ends; then the file with the secrets is removed, and so does this.
process.on("SIGINT", () => undefined);

const options = optionsOrExit(USAGE, parseOptions(process.argv.slice(2)));
try {
  // Only now: wrangler takes seconds to be read.
  const { unstable_readConfig: readConfig } = await import("wrangler");
  process.exitCode = await deploy(options, {
    wrangler: wranglerIn(ROOT),
    config: readConfig({ config: join(ROOT, "wrangler.toml") }),
    catalogAt: checkedCatalog,
    env: process.env,
    print: (text) => console.log(text),
  });
} catch (error) {
  console.error(`wireproof: ${printable(reasonOf(error))}`);
  process.exitCode = error instanceof Refused ? 1 : 2;
}
