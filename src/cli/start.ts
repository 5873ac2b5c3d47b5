import { join } from "node:path";
import site from "../../feeds/site.ts";
import { variablesOf } from "../feed/source.ts";
import type { NodeConfig } from "../node/config.ts";
import { logAs } from "../node/logs.ts";
import { type Running, start } from "../node/main.ts";
import { logFault } from "../service/log.ts";
import { asCalled } from "./called.ts";
import { optionsOrExit } from "./command.ts";
import { checkedCatalog } from "./definitions.ts";
import { connect } from "./service.ts";
import { firstOwnerLink } from "./start/first-owner.ts";
import { parseOptions, USAGE } from "./start/options.ts";
import { ownBase } from "./start/own-base.ts";
import { loadSample } from "./start/sample.ts";
import { secrets, Unfit } from "./start/secrets.ts";
import { feedTable } from "./start/table.ts";
import { whyNot } from "./start/unable.ts";
import { untilTold } from "./start/until-told.ts";

/**
 * Runs the service on this machine until it is told to stop.
 *
 * @param root the project's folder
 */
export async function run(root: string, args: string[]): Promise<void> {
  const { env, stderr } = process;
  const { empty, ...options } = optionsOrExit(USAGE, parseOptions(args, { env, isTerminal: stderr.isTTY }));
  const catalog = checkedCatalog(ownBase(site.base, options));
  const say = (step: string): void => void (stderr.isTTY && stderr.write(`${step}\n`));
  const articles = join(root, "feeds/articles");
  logAs(options.logFormat);
  const told = untilTold();
  process.on("uncaughtException", end);

  let running: Running;
  let firstOwner: string | null;
  try {
    const { metricsToken, ...known } = await secrets(variablesOf(catalog.sources.values()));
    const client = (via: Running["ask"]) => connect(catalog.site.base, known.publishToken, { via });
    const config: NodeConfig = { ...options, secrets: known, metricsToken, sampleFiles: join(articles, "files") };
    say(`Opening the store in ${options.directory} …`);
    running = await start(config, catalog, {
      migrations: join(root, "src/service/store/migrations"),
      onFault: end,
      async fill(ask) {
        if (empty) return;
        say("Loading the sample newsroom …");
        await loadSample(client(ask), { folder: articles, base: catalog.site.base, now: Date.now() });
      },
    });
    say("Publishing …");
    const service = client(running.ask);
    console.log(await feedTable(service, catalog));
    firstOwner = await firstOwnerLink(service);
  } catch (error) {
    console.error(asCalled(`wireproof: ${whyNot(error, options)}`));
    return process.exit(error instanceof Unfit ? 2 : 1);
  }
  const { copy, isNew } = running.store;
  if (copy) console.log(`\nThe store was brought up to date; ${copy} is as it was before.`);
  if (isNew && !empty)
    console.log(
      asCalled("\nThe store is new, and has a sample newsroom in it: `npm start -- --empty` begins without."),
    );
  console.log(`\nWireproof runs on ${catalog.site.base} (Ctrl+C stops it). ${tokenIs()}`);
  if (firstOwner !== null)
    console.log(`\nNobody has joined the desk yet. Its first owner does here, once, within a day:\n${firstOwner}`);
  await told;
  await running.stop();
  process.exit(0);
}

const tokenIs = (): string =>
  process.env.PUBLISH_TOKEN ? "The publish token is PUBLISH_TOKEN's." : "The publish token is in .dev.vars.";

/** A supervisor starts the service anew: what is stored is whole. */
function end(error: Error): never {
  logFault("fault", { error: error.stack ?? String(error) });
  return process.exit(1);
}
