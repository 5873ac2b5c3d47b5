import type { PolledDocument } from "../../proofread/series/poll.ts";
import { FeedSeries } from "../../proofread/series/series.ts";
import type { ExaminedDocument, FoundSeries } from "../examination.ts";
import type { Database } from "../home.ts";
import { listPolls, savePoll } from "../store/proofread-polls.ts";
import { MAX_POLL, MOST_SHOWN } from "./limits.ts";
import { toldFaults } from "./told-faults.ts";

/**
 * What shows only over time of a document that came by an address: it is compared with what was there when it was proofread before,
 * whoever had that done.
 *
 * @returns undefined: there is nothing to compare it with
 */
export async function lookOverTime(db: Database, { poll }: ExaminedDocument): Promise<FoundSeries | undefined> {
  const body = poll === undefined ? "" : JSON.stringify(poll);
  if (poll === undefined || body.length > MAX_POLL) return undefined;
  // A page may lead to one document by two addresses: it is not compared with itself.
  const former = (await listPolls(db, poll.url))
    .map((text) => JSON.parse(text) as PolledDocument)
    .filter(({ at }) => at < poll.at);
  await savePoll(db, poll.url, poll.at, body);
  const [first] = former;
  if (!first) return undefined;
  const series = new FeedSeries(MOST_SHOWN);
  for (const one of [...former, poll]) series.add(one);
  const { findings, counts } = series.of(poll.url);
  return { times: former.length + 1, since: first.at, ...toldFaults(findings, counts) };
}
