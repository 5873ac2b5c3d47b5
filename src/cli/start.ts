import { parseArgs } from "node:util";
import { checkedCatalog } from "./definitions.ts";
import { connect } from "./service.ts";
import { loadSample } from "./start/sample.ts";
import { feedTable } from "./start/table.ts";
import { startWorkerd } from "./start/workerd.ts";
import { ensureSigningKey, publishToken } from "./token.ts";

const USAGE = `npm start -- [--port N] [--persist-to DIR]

Starts the worker on this machine, on a store of its own, with a sample newsroom in it if the store is empty.

  --port N           listen on port N (8787)
  --persist-to DIR   keep the store in DIR (.wrangler/state)`;

/** The cron of a deployed worker comes every minute; here we are the cron, and come more often. Milliseconds. */
const SWEEP_INTERVAL = 2_000;

const options = readOptions();
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

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: "string" }, "persist-to": { type: "string" }, help: { type: "boolean" } },
    });
    if (values.help) exit(USAGE, 0);
    const port = Number(values.port ?? 8787);
    if (!Number.isInteger(port) || port < 1 || port > 65535) exit(`--port ${values.port} is no port`, 2);
    return { port, persistTo: values["persist-to"] ?? ".wrangler/state" };
  } catch (error) {
    return exit(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, 2);
  }
}

function exit(message: string, code: number): never {
  if (code === 0) console.log(message);
  else console.error(message);
  process.exit(code);
}
