import { reasonOf } from "../reason.ts";
import { connect, type Masthead, type ServiceClient } from "../service.ts";
import { findToken, NO_TOKEN } from "../token.ts";
import type { ImportOptions } from "./options.ts";
import { rehearsing } from "./rehearsing.ts";
import { type Judge, judgingAlone, storing } from "./store.ts";

/** Milliseconds that a service is waited for which asks for patience, in all and in one go: as long as a restart or a full queue takes. */
const MAX_WAIT = 300_000;

/** Who stores what a run brings, or says what would be. */
export interface Target {
  judge: Judge;
  /** Takes an export's lines; absent: nobody is asked. */
  exports?: Pick<ServiceClient, "takeExport">;
  masthead: Masthead;
  /** Why nobody could be asked, for people. */
  unasked: string[];
}

/**
 * The service, which knows the newsroom's home and time zone. A dry run does without one, and says so.
 *
 * @throws where stories are to be stored, and there is no token or nobody who answers
 */
export async function openTarget({
  to,
  token = findToken(),
  dryRun,
}: Pick<ImportOptions, "to" | "token" | "dryRun">): Promise<Target> {
  if (!token) {
    if (dryRun) return alone(NO_TOKEN);
    throw new Error(NO_TOKEN);
  }
  const service = connect(to, token, { waits: MAX_WAIT });
  if (!dryRun) {
    const masthead = (await service.site()) ?? {};
    return { judge: storing(service), exports: service, masthead, unasked: [] };
  }
  try {
    const masthead = await service.site();
    if (!masthead) return alone(`the service at ${to} is older than the question`);
    return { judge: rehearsing(service, masthead.unique_urls), masthead, unasked: [] };
  } catch (fault) {
    return alone(reasonOf(fault));
  }
}

const alone = (why: string): Target => ({
  judge: judgingAlone,
  masthead: {},
  unasked: [`Nothing is known of what is stored, nor of the newsroom's home and time zone: ${why}`],
});
