import { DatabaseSync } from "node:sqlite";
import { startNode } from "../e2e/node-service.ts";
import { SITE } from "../site.ts";
import { EDITIONS, type EditionRow, toEdition } from "./editions.ts";
import type { Target } from "./run.ts";

/** Documents of some kilobytes: a load test of pollers, not of the wire. */
const DEFINITIONS = [{ slug: "all", title: "Everything", description: "All the news", entries: 10 }];

/** The service on one machine, in a process of its own. */
export async function onNode<T>(work: (target: Target) => Promise<T>): Promise<T> {
  const service = await startNode({ feeds: { site: SITE, definitions: DEFINITIONS } });
  try {
    return await work({
      origin: service.url,
      async editions() {
        using database = new DatabaseSync(service.file, { readOnly: true });
        return (database.prepare(EDITIONS).all() as unknown as EditionRow[]).map(toEdition);
      },
    });
  } finally {
    await service.stop();
  }
}
