import { contain } from "../../../article/contain.ts";
import { describePolls, judgeReach } from "../../../proofread/reach/reach.ts";
import { FEED_READERS } from "../../../proofread/reach/readers.ts";
import { readersText } from "../../../proofread/reach/rules.ts";
import { type CheckedItem, checkedItem, notRead, type VerifyReport } from "../report.ts";
import { pollAsReaders } from "./poll.ts";

const NOTE =
  "Polled from here, with the headers of readers: a firewall that knows a reader by its address or its TLS may treat the real one otherwise.";

/** Feeds, given as URLs, as readers get them. One request at a time for each. */
export async function checkReach(urls: string[], readers = FEED_READERS): Promise<VerifyReport> {
  const checked = await Promise.all(
    [...new Set(urls)].map((url) =>
      contain<CheckedItem>(
        () => checkUrl(url, readers),
        (fault) => notRead(url, fault),
      ),
    ),
  );
  return { checked, notes: [NOTE] };
}

async function checkUrl(url: string, readers: typeof FEED_READERS): Promise<CheckedItem> {
  const polls = await pollAsReaders(url, readers);
  const names = readers.map(({ name }) => name);
  return checkedItem(url, describePolls(polls), {
    findings: judgeReach(polls).map(({ readers: concerned, seen, ...rule }) => ({
      ...{ document: "polls", where: readersText(concerned, names), message: seen },
      ...rule,
    })),
  });
}
