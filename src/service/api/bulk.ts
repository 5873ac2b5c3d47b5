import type { Article } from "../../article/article.ts";
import { type Problem, parseArticle, type Removed } from "../../article/parse.ts";
import { MAX_BODY_BYTES, parseJson, readLines } from "../http/body.ts";
import type { Ingest, SaveOutcome } from "../jobs/ingest.ts";
import { logFault } from "../log.ts";

/** One transaction's worth: a bound value of D1 holds 2 MB. */
const MAX_CHUNK_BYTES = 1_500_000;
const MAX_CHUNK_LINES = 500;

/** What came of a line; results come in the lines' order. */
type LineResult =
  | (SaveOutcome & { line: number; removed: Removed[] })
  | { line: number; status: "refused"; problems: Problem[] }
  | { line: number; id: string; status: "failed"; detail: string };

type BulkSaver = Pick<Ingest, "saveAll">;

/**
 * Articles in, one JSON object a line; results out, one a line, as they are stored. Neither side is ever held whole, and a
 * bad line stops no other.
 */
export function saveLines(ingest: BulkSaver, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const results = saveChunks(ingest, body);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await results.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map((result) => `${JSON.stringify(result)}\n`).join("")));
    },
    async cancel() {
      await results.return(undefined);
    },
  });
}

async function* saveChunks(ingest: BulkSaver, body: ReadableStream<Uint8Array>): AsyncGenerator<LineResult[]> {
  let chunk = new Chunk();
  for await (const line of readLines(body, MAX_BODY_BYTES)) {
    const input = "text" in line ? parseJson(line.text) : undefined;
    const problem = "tooLong" in line ? `has more than ${MAX_BODY_BYTES} bytes` : "is not JSON";
    const parsed =
      input === undefined
        ? { status: "problems" as const, problems: [{ path: "", detail: problem }] }
        : parseArticle(input);
    if (parsed.status === "problems") {
      chunk.refused.push({ line: line.number, ...namedId(input), status: "refused", problems: parsed.problems });
    } else {
      const bytes = JSON.stringify(parsed.article).length;
      if (!chunk.takes(parsed.article, bytes)) {
        yield await save(ingest, chunk);
        chunk = new Chunk();
      }
      chunk.add({ line: line.number, article: parsed.article, removed: parsed.removed }, bytes);
    }
    if (chunk.refused.length >= MAX_CHUNK_LINES) {
      yield await save(ingest, chunk);
      chunk = new Chunk();
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

async function save(ingest: BulkSaver, chunk: Chunk): Promise<LineResult[]> {
  const results = chunk.accepted.length === 0 ? [] : await saveOrFail(ingest, chunk.accepted);
  return [...chunk.refused, ...results].sort((a, b) => a.line - b.line);
}

/** The answer has begun, so a broken store is told line by line; what it took before stands. */
async function saveOrFail(ingest: BulkSaver, accepted: Accepted[]): Promise<LineResult[]> {
  try {
    const saved = await ingest.saveAll(accepted.map(({ article }) => article));
    return saved.map((result, index) => ({
      line: accepted[index]?.line ?? 0,
      removed: accepted[index]?.removed ?? [],
      ...result,
    }));
  } catch (error) {
    logFault("bulk save failed", { error: String(error) });
    return accepted.map(({ line, article }) => ({
      line,
      id: article.id,
      status: "failed",
      detail: "The store did not answer; send the line again.",
    }));
  }
}

/** The id of a line that is refused, where it can be read: it names the line to whoever sent it. */
function namedId(input: unknown): { id?: string } {
  const id = (input as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? { id } : {};
}
