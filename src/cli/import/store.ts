import { contain, describeFault } from "../../article/contain.ts";
import { type ParsedArticle, parseArticle } from "../../article/parse.ts";
import { dateUndated } from "../../import/first-seen.ts";
import { type ReadItem, skipUnreadable } from "../../import/source-reading.ts";
import { objectsOf, tryJson } from "../../import/values/json.ts";
import { type LineAnswer, type ServiceClient, whyRefused } from "../service.ts";
import { Claims } from "./claims.ts";
import type { SourceTally } from "./result.ts";

/** Stores some items of a source, and tells its tally what became of each. A source may come in several parts. */
export type StoreItems = (
  items: ReadItem[],
  tally: SourceTally,
  onProgress: (done: number, of: number) => void,
) => Promise<void>;

/** What answers for articles. */
export interface Judge {
  /** Articles as NDJSON; what becomes of each line, or on a dry run would. */
  judge(ndjson: string): Promise<LineAnswer[]>;
  /** When the article with an id was published, where it is stored. */
  publishedAt(id: string): Promise<string | undefined>;
  /** Whether no two articles may have one URL: what a dry run cannot know of lines that it was asked before. */
  refusesSharedUrl?: boolean;
}

/** What one request carries: few enough that progress is seen, and well below what a service accepts, and a dry run. */
const MAX_LINES = 100;
const MAX_BYTES = 8_000_000;

/** Questions that are asked of a service at once. */
const SIDE_BY_SIDE = 8;

/** A run in earnest. */
export const storing = ({ store, publishedAt }: Pick<ServiceClient, "store" | "publishedAt">): Judge => ({
  judge: store,
  publishedAt,
});

/** A dry run without a service: what can be known of an article alone. */
export const judgingAlone: Judge = {
  judge: async (ndjson) =>
    ndjson.split("\n").map((line, index) => ({
      line: index + 1,
      ...contain<Omit<LineAnswer, "line">>(
        () => answerOf(parseArticle(tryJson(line))),
        (fault) => ({ status: "failed", detail: describeFault(fault) }),
      ),
    })),
  publishedAt: async () => undefined,
};

const answerOf = (parsed: ParsedArticle): Omit<LineAnswer, "line"> =>
  parsed.status === "parsed"
    ? { status: "created", removed: parsed.removed }
    : { status: "refused", problems: parsed.problems };

/**
 * Stores the items of one run. Two of its articles with one id are told by name, and the second is not sent.
 *
 * @param now RFC 3339: when what has no date is first seen
 */
export function storeThrough(judge: Judge, now: string): StoreItems {
  const claims = new Claims();
  const undated = new UndatedSoFar(now);
  return async (items, tally, onProgress) => {
    const claimed = items.filter((item) => {
      const skip = contain(
        () => claims.take(item, tally.name),
        (fault) => skipUnreadable(item.where, fault),
      );
      if (skip) tally.skip(skip, item);
      return !skip;
    });
    const dated = await datedBy(judge, claimed, undated.nowFor(tally.name, claimed));
    const lines = linesOf(dated, tally);
    let done = items.length - lines.length;
    for (const batch of batches(lines)) {
      const answers = await judge.judge(batch.map(({ line }) => line).join("\n"));
      const byLine = new Map(answers.map((answer) => [answer.line, answer]));
      for (const [index, { item }] of batch.entries())
        note(item, byLine.get(index + 1), { tally, claims, refusesSharedUrl: judge.refusesSharedUrl });
      done += batch.length;
      onProgress(done, items.length);
    }
  };
}

/** Sources come one after the other: what a later one has without a date is older by a second each. */
class UndatedSoFar {
  readonly #now: number;
  #source = "";
  #before = 0;
  #inSource = 0;

  constructor(now: string) {
    this.#now = Date.parse(now);
  }

  nowFor(source: string, items: ReadItem[]): string {
    if (source !== this.#source)
      [this.#source, this.#before, this.#inSource] = [source, this.#before + this.#inSource, 0];
    for (const { undated } of items) this.#inSource = Math.max(this.#inSource, (undated ?? -1) + 1);
    return new Date(this.#now - this.#before * 1000).toISOString();
  }
}

async function datedBy({ publishedAt }: Judge, items: ReadItem[], now: string): Promise<ReadItem[]> {
  const ids = items.filter(({ undated }) => undated !== undefined).map(({ article }) => String(article.id));
  const stored = new Map<string, string | undefined>();
  for (let start = 0; start < ids.length; start += SIDE_BY_SIDE) {
    const some = ids.slice(start, start + SIDE_BY_SIDE);
    const dates = await Promise.all(some.map(publishedAt));
    for (const [index, id] of some.entries()) stored.set(id, dates[index]);
  }
  return dateUndated(items, (id) => stored.get(id), now);
}

interface Noting {
  tally: SourceTally;
  claims: Claims;
  refusesSharedUrl?: boolean;
}

const IN_STORE = "another article has its URL, too: feeds show both";

function note(item: ReadItem, answer: LineAnswer | undefined, { tally, claims, refusesSharedUrl }: Noting): void {
  const { where, article } = item;
  const status = answer?.status;
  const removed = objectsOf(answer?.removed).map(({ what }) => `cleaning took out ${what}`);
  const other = claims.at(item);
  if (status !== "created" && status !== "changed" && status !== "unchanged") {
    tally.skip({ where, reason: whyNotStored(answer, other) }, item, removed);
  } else if (other !== undefined && refusesSharedUrl && status === "created") {
    tally.skip({ where, reason: sharedUrl(other) }, item, removed);
  } else {
    claims.stand(item, tally.name);
    if (other !== undefined) tally.share({ url: String(article.url), where, other });
    const isTold = other !== undefined || objectsOf(answer?.notices).length === 0;
    tally.store(item, { status, notes: isTold ? removed : [...removed, IN_STORE] });
  }
}

/** @param other the article of this run that has its URL */
function whyNotStored(answer: LineAnswer | undefined, other: string | undefined): string {
  if (!answer) return "the worker did not answer for it";
  const isShared = objectsOf(answer.problems).some(
    ({ path, detail }) => path === "/url" && /^is that of /.test(String(detail)),
  );
  return isShared && other !== undefined ? sharedUrl(other) : whyRefused(answer, "the article");
}

const sharedUrl = (other: string): string => `/url is that of ${other}, and the masthead has one article a URL`;

interface ItemLine {
  item: ReadItem;
  /** Its article as JSON. */
  line: string;
}

/** One that no request can carry is told. */
const linesOf = (items: ReadItem[], tally: SourceTally): ItemLine[] =>
  items.flatMap((item) => {
    const line = JSON.stringify(item.article);
    if (Buffer.byteLength(line) <= MAX_BYTES) return { item, line };
    tally.skip({ where: item.where, reason: `it has more than ${MAX_BYTES} bytes` }, item);
    return [];
  });

function batches(lines: ItemLine[]): ItemLine[][] {
  const all: ItemLine[][] = [];
  let bytes = 0;
  for (const one of lines) {
    const size = Buffer.byteLength(one.line) + 1;
    const last = all.at(-1);
    if (last && last.length < MAX_LINES && bytes + size <= MAX_BYTES) last.push(one);
    else {
      all.push([one]);
      bytes = 0;
    }
    bytes += size;
  }
  return all;
}
