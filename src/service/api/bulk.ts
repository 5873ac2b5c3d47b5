import type { Article } from "../../article/article.ts";
import type { Problem, Removed } from "../../article/parse.ts";
import { type ParsedLine, parseLine } from "../../article/parse-line.ts";
import { type BodyLine, MAX_BODY_BYTES, readLines } from "../http/body.ts";
import { ndjsonStream } from "../http/ndjson.ts";
import type { Ingest, SaveOutcome } from "../jobs/ingest.ts";
import { allOrEach, type Failure } from "./all-or-each.ts";

/** One transaction's worth: a bound value of D1 holds 2 MB. */
const MAX_CHUNK_BYTES = 1_500_000;
const MAX_CHUNK_LINES = 500;

/** What came of a line; results come in the lines' order. */
type LineResult =
  | (SaveOutcome & { line: number; removed: Removed[] })
  | { line: number; status: "refused"; problems: Problem[] }
  | (Failure & { line: number; id: string });

type BulkSaver = Pick<Ingest, "saveAll">;

/** Parses lines of JSON in their order, here or beside this thread (`Home.parseLines`). */
export type ParseLines = (lines: string[]) => Promise<ParsedLine[]>;

/** Lines that are parsed together, and how many such batches are under way while the store writes. */
const BATCH_LINES = 50;
const BATCH_BYTES = 1_000_000;
const MAX_BATCHES = 8;

/**
 * Articles in, one JSON object a line; results out, one a line, as they are stored. Neither side is ever held whole, and a
 * bad line stops no other.
 */
export function saveLines(
  ingest: BulkSaver,
  body: ReadableStream<Uint8Array>,
  parse: ParseLines = async (lines) => lines.map(parseLine),
): ReadableStream<Uint8Array> {
  return ndjsonStream(saveChunks(ingest, parsedLines(body, parse)));
}

type NumberedLine = ParsedLine & { line: number };

/** The lines, parsed. Some batches ahead of what is asked for are under way: the store and the parser work side by side. */
async function* parsedLines(body: ReadableStream<Uint8Array>, parse: ParseLines): AsyncGenerator<NumberedLine[]> {
  const batches: Promise<NumberedLine[]>[] = [];
  let lines: BodyLine[] = [];
  let size = 0;
  const begin = (): void => {
    const batch = parseBatch(lines, parse);
    // Whoever awaits it is told, though another batch may fail before.
    batch.catch(() => undefined);
    batches.push(batch);
    lines = [];
    size = 0;
  };
  for await (const line of readLines(body, MAX_BODY_BYTES)) {
    lines.push(line);
    size += "text" in line ? line.text.length : 0;
    if (lines.length >= BATCH_LINES || size >= BATCH_BYTES) begin();
    const oldest = batches.length >= MAX_BATCHES ? batches.shift() : undefined;
    if (oldest) yield await oldest;
  }
  begin();
  for (const batch of batches) yield await batch;
}

async function parseBatch(lines: BodyLine[], parse: ParseLines): Promise<NumberedLine[]> {
  const parsed = await parse(lines.flatMap((line) => ("text" in line ? line.text : [])));
  let next = 0;
  return lines.map((line): NumberedLine => {
    const found = "text" in line ? parsed[next++] : undefined;
    return { ...(found ?? { status: "problems", problems: [TOO_LONG] }), line: line.number };
  });
}

const TOO_LONG: Problem = { path: "", detail: `has more than ${MAX_BODY_BYTES} bytes` };

async function* saveChunks(ingest: BulkSaver, batches: AsyncGenerator<NumberedLine[]>): AsyncGenerator<LineResult[]> {
  let chunk = new Chunk();
  for await (const batch of batches) {
    for (const parsed of batch) {
      const { line } = parsed;
      if (parsed.status === "problems") {
        const { id, problems } = parsed;
        chunk.refused.push({ line, ...(id !== undefined && { id }), status: "refused", problems });
      } else {
        const { article, removed, size } = parsed;
        if (!chunk.takes(article, size)) {
          yield await save(ingest, chunk);
          chunk = new Chunk();
        }
        chunk.add({ line, article, removed }, size);
      }
      if (chunk.refused.length >= MAX_CHUNK_LINES) {
        yield await save(ingest, chunk);
        chunk = new Chunk();
      }
    }
  }
  yield await save(ingest, chunk);
}

interface Accepted {
  line: number;
  article: Article;
  removed: Removed[];
}

/** The lines that go into one transaction, and those in between that go into none. */
class Chunk {
  readonly refused: LineResult[] = [];
  readonly accepted: Accepted[] = [];
  readonly #ids = new Set<string>();
  #bytes = 0;

  /** Whether an article fits in. Each id once: a second line of it is a revision of the first, and goes into the next transaction. */
  takes(article: Article, bytes: number): boolean {
    return (
      this.accepted.length === 0 ||
      (this.accepted.length < MAX_CHUNK_LINES && this.#bytes + bytes <= MAX_CHUNK_BYTES && !this.#ids.has(article.id))
    );
  }

  add(line: Accepted, bytes: number): void {
    this.accepted.push(line);
    this.#ids.add(line.article.id);
    this.#bytes += bytes;
  }
}

async function save(ingest: BulkSaver, { accepted, refused }: Chunk): Promise<LineResult[]> {
  const results = accepted.length === 0 ? [] : await allOrEach(accepted, (lines) => saveAccepted(ingest, lines), fail);
  return [...refused, ...results].sort((a, b) => a.line - b.line);
}

async function saveAccepted(ingest: BulkSaver, accepted: Accepted[]): Promise<LineResult[]> {
  const saved = await ingest.saveAll(accepted.map(({ article }) => article));
  return saved.map((result, index) => ({
    line: accepted[index]?.line ?? 0,
    removed: accepted[index]?.removed ?? [],
    ...result,
  }));
}

const fail = ({ line, article }: Accepted, failure: Failure): LineResult => ({ line, id: article.id, ...failure });
