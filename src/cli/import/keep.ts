import { type ParsedArticle, type Problem, parseArticle } from "../../article/parse.ts";
import type { ReadItem, Skip } from "../../import/source-reading.ts";
import { connect } from "../service.ts";
import type { ImportOptions } from "./options.ts";

export interface Kept {
  stored: number;
  unchanged: number;
  skipped: Skip[];
  /** What cleaning took out of the articles. */
  notes: string[];
}

export type Keep = (items: ReadItem[], onProgress: (done: number, of: number) => void) => Promise<Kept>;

/** What one request carries: few enough that progress is seen, and well below what a worker accepts. */
const MAX_LINES = 100;
const MAX_BYTES = 8_000_000;

/** Stores in a running worker; undefined without a token for it. */
export function keeper({ to, token }: ImportOptions): Keep | undefined {
  if (token === undefined) return undefined;
  const service = connect(to, token);
  return async (items, onProgress) => {
    const kept = nothing();
    let done = 0;
    for (const batch of batches(items)) {
      const answers = await service.store(batch.map((one) => one.line).join("\n"));
      for (const [index, one] of batch.entries())
        settle(
          kept,
          one.item,
          answers.find((answer) => answer.line === index + 1),
        );
      done += batch.length;
      onProgress(done, items.length);
    }
    return kept;
  };
}

/** Says what a worker would say, as far as that can be known without one, and stores nothing. */
export const judge: Keep = async (items, onProgress) => {
  const kept = nothing();
  for (const [index, item] of items.entries()) {
    const parsed: ParsedArticle = parseArticle(JSON.parse(JSON.stringify(item.article)));
    const answer =
      parsed.status === "parsed"
        ? { status: "created", removed: parsed.removed }
        : { status: "refused", problems: parsed.problems };
    settle(kept, item, answer);
    if (index % MAX_LINES === 0) onProgress(index + 1, items.length);
  }
  return kept;
};

/** One line of the worker's answer, as far as we know it. */
interface Answer {
  status: string;
  problems?: unknown;
  removed?: unknown;
  detail?: unknown;
}

function settle(kept: Kept, item: ReadItem, answer: Answer | undefined): void {
  if (answer?.status === "created" || answer?.status === "changed") kept.stored += 1;
  else if (answer?.status === "unchanged") kept.unchanged += 1;
  else kept.skipped.push({ where: item.where, reason: refusal(answer) });
  for (const { what } of list<{ what: string }>(answer?.removed)) kept.notes.push(`cleaning took out ${what}`);
}

function refusal(answer: Answer | undefined): string {
  if (!answer) return "the worker did not answer for it";
  const problems = list<Problem>(answer.problems).map(({ path, detail }) => `${path || "the article"} ${detail}`);
  return problems.join("; ") || (typeof answer.detail === "string" ? answer.detail : answer.status);
}

interface Line {
  item: ReadItem;
  line: string;
}

function batches(items: ReadItem[]): Line[][] {
  const all: Line[][] = [];
  let bytes = 0;
  for (const item of items) {
    const line = JSON.stringify(item.article);
    const size = Buffer.byteLength(line) + 1;
    const last = all.at(-1);
    if (last && last.length < MAX_LINES && bytes + size <= MAX_BYTES) last.push({ item, line });
    else {
      all.push([{ item, line }]);
      bytes = 0;
    }
    bytes += size;
  }
  return all;
}

const nothing = (): Kept => ({ stored: 0, unchanged: 0, skipped: [], notes: [] });

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
