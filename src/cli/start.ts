import { optionsOrExit } from "./command.ts";
import { checkedCatalog } from "./definitions.ts";
import { connect } from "./service.ts";
import { parseOptions, USAGE } from "./start/options.ts";
import { loadSample } from "./start/sample.ts";
import { feedTable } from "./start/table.ts";
import { startWorkerd } from "./start/workerd.ts";
import { ensureSigningKey, publishToken } from "./token.ts";

/** The cron of a deployed worker comes every minute; here we are the cron, and come more often. Milliseconds. */
const SWEEP_INTERVAL = 2_000;

const options = optionsOrExit(USAGE, parseOptions(process.argv.slice(2)));
const base = `http://localhost:${options.port}`;
checkedCatalog();

const token = await publishToken();
await ensureSigningKey();
const workerd = await startWorkerd({ port: options.port, persistTo: options.persistTo, base });
const service = connect(base, token);
try {
  await loadSample(service);
  console.log(await feedTable(service));
  console.log(`\nWireproof runs on ${base} (Ctrl+C stops it). The publish token is in .dev.vars.`);
} catch (error) {
  console.error(`wireproof: ${error instanceof Error ? error.message : error}`);
  workerd.stop();
  process.exitCode = 1;
}
const sweep = setInterval(() => void service.sweep(), SWEEP_INTERVAL);
process.exitCode = (await workerd.ended) || process.exitCode;
clearInterval(sweep);
