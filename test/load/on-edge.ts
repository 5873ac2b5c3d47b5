import { startWorkerd, withFolder } from "../bench/workerd.ts";
import { EDITIONS, type EditionRow, toEdition } from "./editions.ts";
import type { Target } from "./run.ts";

/** The bundle that would be deployed, in workerd, behind a direct socket. */
export const onEdge = <T>(work: (target: Target) => Promise<T>): Promise<T> =>
  withFolder(async (folder) => {
    const workerd = await startWorkerd([{ name: "short", publishes: true }], folder);
    try {
      return await work({
        origin: workerd.origins.short ?? "",
        editions: async () => (await workerd.store.prepare(EDITIONS).all<EditionRow>()).results.map(toEdition),
      });
    } finally {
      await workerd.stop();
    }
  });
