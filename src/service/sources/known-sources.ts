import type { Catalog } from "../../feed/catalog.ts";
import type { Source } from "../../feed/source.ts";
import type { Database } from "../home.ts";
import { countRefusals } from "../store/source-refusals.ts";
import { listSources, type SourceState } from "../store/sources.ts";

/** A source as it is defined, and as it stands. */
export interface KnownSource {
  source: Source;
  /** Undefined: nobody has taken it up yet. */
  state: SourceState | undefined;
  /** Of its items, how many are refused; as many as are kept at most. */
  refused: number;
}

/** Every source, in the order of `feeds/sources.ts`. */
export async function listKnownSources(db: Database, { sources }: Catalog): Promise<KnownSource[]> {
  if (sources.size === 0) return [];
  const [states, refused] = await Promise.all([listSources(db, [...sources.keys()]), countRefusals(db)]);
  const known = new Map(states.map((state) => [state.name, state]));
  return [...sources.values()].map((source) => ({
    source,
    state: known.get(source.name),
    refused: refused.get(source.name) ?? 0,
  }));
}

/** How a source is doing. `ended`: it says that it is gone for good, and is asked no more. */
export type Doing = "new" | "well" | "failing" | "ended";

export function doingOf({ state }: Pick<KnownSource, "state">): Doing {
  if (state?.gone_at) return "ended";
  if (state && state.failures > 0) return "failing";
  return state?.succeeded_at ? "well" : "new";
}

/** Whether somebody should look at it. */
export const isInTrouble = (known: Pick<KnownSource, "state">): boolean =>
  ["failing", "ended"].includes(doingOf(known));
