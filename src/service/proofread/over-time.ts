import type { PolledDocument } from "../../proofread/series/poll.ts";
import { polledDocument } from "../../proofread/series/polled-document.ts";
import { seriesFindings } from "../../proofread/series/series.ts";
import type { Database } from "../home.ts";
import { listPolls, savePoll } from "../store/proofread-polls.ts";
import type { ExaminedDocument } from "./examination.ts";
import { toldFaults } from "./examine.ts";
import { MAX_POLL, MOST_SHOWN } from "./limits.ts";
import type { FoundSeries } from "./report.ts";

/**
 * What shows only over time of a document that came by an address: it is compared with what was there when it was proofread before,
 * whoever had that done.
 *
 * @returns undefined: there is nothing to compare it with
 */
export async function lookOverTime(
  db: Database,
  { report: { origin, at, format }, text }: ExaminedDocument,
): Promise<FoundSeries | undefined> {
  if (origin.kind !== "url" || format === undefined) return undefined;
  const { url, etag, lastModified } = origin;
  const former = (await listPolls(db, url)).map((body) => JSON.parse(body) as PolledDocument);
  const poll = polledDocument(text, { at, url, status: 200, etag, lastModified }, former.at(-1)?.document);
  const body = JSON.stringify(poll);
  if (body.length > MAX_POLL) return undefined;
  await savePoll(db, url, at, body);
  const [first] = former;
  if (!first) return undefined;
  return { times: former.length + 1, since: first.at, ...toldFaults(seriesFindings([...former, poll], MOST_SHOWN)) };
}
