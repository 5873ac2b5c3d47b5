import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import site from "../../feeds/site.ts";
import { variablesOf } from "../feed/source.ts";
import { optionsOrExit } from "./command.ts";
import { checkedCatalog } from "./definitions.ts";
import { parseOptions, USAGE } from "./edge/options.ts";
import { connect } from "./service.ts";
import { ownBase } from "./start/own-base.ts";
import { loadSample } from "./start/sample.ts";
import { secrets, Unfit } from "./start/secrets.ts";
import { feedTable } from "./start/table.ts";
import { whyNot } from "./start/unable.ts";

/** The cron of a deployed worker comes every minute; here we are the cron, and come more often. Milliseconds. */
const SWEEP_INTERVAL = 2_000;

/** A terminal's Ctrl+C ends workerd, too, and this process may hear of that end before it hears of its own. Milliseconds. */
const SIGNAL_DELAY = 1_000;

const ADDRESS = "127.0.0.1";

const { port, persistTo } = optionsOrExit(USAGE, parseOptions(process.argv.slice(2)));
const catalog = checkedCatalog(ownBase(site.base, { port }));
const { base } = catalog.site;
// Miniflare's own handlers come after these: it ends workerd with this process, but with the code of a failure.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));

try {
  const known = await secrets(variablesOf(catalog.sources.values()));
  mkdirSync(persistTo, { recursive: true });
  await canListen();
  // Only now: wrangler takes seconds to be read.
  const { startWorkerd } = await import("./edge/workerd.ts");
  const workerd = await startWorkerd({
    address: ADDRESS,
    port,
    persistTo,
    base,
    secrets: known,
    onEnd: () => void setTimeout(() => fail("workerd has ended by itself"), SIGNAL_DELAY),
  });
  // Before it is waited for: of what was stale when the last workerd ended, no message tells.
  setInterval(() => void workerd.sweep(), SWEEP_INTERVAL);
  // Not by the name of localhost: on another address of that name, somebody else may listen on the same port.
  const service = connect(`http://${ADDRESS}:${port}`, known.publishToken);
  if ((await service.feeds()).empty)
    await loadSample(service, { folder: join(import.meta.dirname, "../../feeds/articles"), now: Date.now() });
  console.log(await feedTable(service, catalog));
} catch (error) {
  fail(whyNot(error, { address: ADDRESS, port, directory: persistTo }), error instanceof Unfit ? 2 : 1);
}
console.log(`\nWireproof runs on ${base} in workerd (Ctrl+C stops it). The publish token is in .dev.vars.`);

/** A port that somebody else has is found at once, not after the worker has been made. */
async function canListen(): Promise<void> {
  const server = createServer().listen(port, ADDRESS);
  await once(server, "listening");
  server.close();
  await once(server, "close");
}

function fail(reason: string, code = 1): never {
  console.error(`wireproof: ${reason}`);
  return process.exit(code);
}
