import { contain, describeFault } from "../../article/contain.ts";
import { type ParsedArticle, parseArticle } from "../../article/parse.ts";
import { type ReadItem, type Skip, skipUnreadable } from "../../import/source-reading.ts";
import { type LineAnswer, objectsOf, type ServiceClient, whyRefused } from "../service.ts";

/** What became of a source's items. */
export interface StoredItems {
  /** Created or changed; on a dry run, what would be. */
  stored: number;
  unchanged: number;
  skipped: Skip[];
  /** What cleaning took out of the articles. */
  notes: string[];
}

export type StoreItems = (items: ReadItem[], onProgress: (done: number, of: number) => void) => Promise<StoredItems>;

/** What one request carries: few enough that progress is seen, and well below what a worker accepts. */
const MAX_LINES = 100;
const MAX_BYTES = 8_000_000;

/** Stores in a running service, batch by batch. */
export const storeIn =
  (service: Pick<ServiceClient, "store">): StoreItems =>
  async (items, onProgress) => {
    const result = nothingStored();
    let done = 0;
    for (const batch of batches(linesOf(items, result.skipped))) {
      const answers = await service.store(batch.map(({ line }) => line).join("\n"));
      const byLine = new Map(answers.map((answer) => [answer.line, answer]));
      for (const [index, { item }] of batch.entries()) addAnswer(result, item, byLine.get(index + 1));
      done += batch.length;
      onProgress(done, items.length);
    }
    return result;
  };

/** Says what a service would say, as far as that can be known without one, and stores nothing. */
export const judgeOnly: StoreItems = async (items, onProgress) => {
  const result = nothingStored();
  for (const [index, item] of items.entries()) {
    // The service gets what JSON keeps of an article, so that is what is judged.
    const answer = contain(
      () => answerOf(parseArticle(JSON.parse(JSON.stringify(item.article)))),
      (fault) => ({ status: "failed", detail: describeFault(fault) }),
    );
    addAnswer(result, item, answer);
    if (index % MAX_LINES === 0) onProgress(index + 1, items.length);
  }
  return result;
};

const answerOf = (parsed: ParsedArticle): ItemAnswer =>
  parsed.status === "parsed"
    ? { status: "created", removed: parsed.removed }
    : { status: "refused", problems: parsed.problems };

type ItemAnswer = Omit<LineAnswer, "line" | "id">;

function addAnswer(result: StoredItems, item: ReadItem, answer: ItemAnswer | undefined): void {
  if (answer?.status === "created" || answer?.status === "changed") result.stored += 1;
  else if (answer?.status === "unchanged") result.unchanged += 1;
  else result.skipped.push({ where: item.where, reason: whyNotStored(answer) });
  for (const { what } of objectsOf(answer?.removed)) result.notes.push(`cleaning took out ${what}`);
  if (objectsOf(answer?.notices).length > 0) result.notes.push("another article has its URL, too: feeds show both");
}

function whyNotStored(answer: ItemAnswer | undefined): string {
  if (!answer) return "the worker did not answer for it";
  return whyRefused(answer, "the article");
}

interface ItemLine {
  item: ReadItem;
  /** Its article as JSON. */
  line: string;
}

/** JSON is written by recursion: what nests too deep for it is skipped, by name. */
const linesOf = (items: ReadItem[], skipped: Skip[]): ItemLine[] =>
  items.flatMap((item) =>
    contain<ItemLine[]>(
      () => [{ item, line: JSON.stringify(item.article) }],
      (fault) => {
        skipped.push(skipUnreadable(item.where, fault));
        return [];
      },
    ),
  );

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

const nothingStored = (): StoredItems => ({ stored: 0, unchanged: 0, skipped: [], notes: [] });
