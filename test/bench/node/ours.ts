/** The service on one machine, with the bench's feeds: its configuration and its definitions come with the fork. */
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import type { NodeConfig } from "../../../src/node/config.ts";
import { logAs } from "../../../src/node/logs.ts";
import { start } from "../../../src/node/main.ts";
import { SITE } from "../../site.ts";

/** What the parent sends first. */
export interface Setup {
  config: NodeConfig;
  definitions: DefinitionInput[];
  migrations: string;
}

process.once("message", async ({ config, definitions, migrations }: Setup) => {
  logAs(config.logFormat);
  const onFault = (error: Error): never => {
    console.error(error);
    return process.exit(1);
  };
  const running = await start(config, parseCatalog(SITE, definitions), { migrations, onFault });
  process.send?.(running.url);
  // Whoever measures it is gone.
  process.once("disconnect", () => process.exit(1));
  process.once("SIGTERM", async () => {
    await running.stop();
    process.exit(0);
  });
});
