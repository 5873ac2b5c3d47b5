import {
  answerOf,
  isFeed,
  type ReachAnswer,
  type ReachHop,
  type ReachPoll,
  type ReachPolls,
  type ReaderPolls,
  redirectOf,
} from "../../../proofread/reach/polls.ts";
import type { FeedReader, Validator } from "../../../proofread/reach/readers.ts";
import { askAsReader } from "./ask.ts";

const FIELDS: Record<Validator, string> = { etag: "if-none-match", "last-modified": "if-modified-since" };

/** A tag that no server has given. */
const STRANGE_TAG = '"wireproof-reach-no-such-tag"';

/** A URL as each reader polls it, one after the other: as one who does not know the feed, and at once again. */
export async function pollAsReaders(url: string, all: readonly FeedReader[]): Promise<ReachPolls> {
  const readers: ReaderPolls[] = [];
  for (const reader of all) {
    const fresh = await pollAs(reader, url, {});
    const answer = answerOf(fresh);
    if (isFeed(answer)) readers.push({ reader, fresh, again: await pollAs(reader, url, validatorsOf(reader, answer)) });
    else readers.push({ reader, fresh });
  }
  const stranger = await pollAsStranger(url, readers);
  return stranger ? { readers, stranger } : { readers };
}

/** As the first reader that was given a tag would, had another been given: with the date that it has. */
async function pollAsStranger(url: string, readers: ReaderPolls[]): Promise<ReachPoll | undefined> {
  for (const { reader, again } of readers) {
    const validators = again?.validators ?? {};
    if (FIELDS.etag in validators) return await pollAs(reader, url, { ...validators, [FIELDS.etag]: STRANGE_TAG });
  }
  return undefined;
}

async function pollAs(reader: FeedReader, url: string, validators: Record<string, string>): Promise<ReachPoll> {
  const isConditional = Object.keys(validators).length > 0;
  const headers = { ...reader.headers, ...(isConditional && reader.conditional), ...validators };
  const hops: ReachHop[] = [];
  let next: string | null | undefined = url;
  while (next && hops.length <= reader.redirects && !hops.some((hop) => hop.url === next)) {
    const outcome = await askAsReader(next, { ...reader, headers });
    hops.push({ url: next, outcome });
    next = "answer" in outcome ? redirectOf(next, outcome.answer) : undefined;
  }
  return { validators, hops };
}

function validatorsOf(reader: FeedReader, { headers }: ReachAnswer): Record<string, string> {
  if (reader.heedsExpiresZero && headers.expires === "0") return {};
  const given = reader.validators.flatMap((name) => (headers[name] ? [[FIELDS[name], headers[name]]] : []));
  return Object.fromEntries(reader.sendsOne ? given.slice(0, 1) : given);
}
