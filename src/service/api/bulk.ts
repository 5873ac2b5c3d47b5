import type { Article } from "../../article/article.ts";
import { type Problem, parseArticle, type Removed } from "../../article/parse.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { CatalogEnv } from "../catalog.ts";
import { MAX_BODY_BYTES, parseJson, readLines } from "../http/body.ts";
import { wakePublisher } from "../jobs/wake.ts";
import { type Saved, saveArticles } from "../store/articles.ts";

/** One transaction's worth: a bound value of D1 holds 2 MB. */
const MAX_CHUNK_BYTES = 1_500_000;
const MAX_CHUNK_LINES = 500;

/** One answer a line, in the lines' order. */
type LineResult =
  | (Saved & { line: number; removed: Removed[] })
  | { line: number; status: "refused"; problems: Problem[] }
  | { line: number; id: string; status: "failed"; detail: string };

/**
 * Articles in, one JSON object a line; results out likewise, as they are stored. Neither side is ever held whole, and a
 * bad line stops no other.
 */
export function saveLines(
  env: CatalogEnv,
  catalog: Catalog,
  body: ReadableStream<Uint8Array>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const results = saveChunks(env, catalog, body);
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

async function* saveChunks(
  env: CatalogEnv,
  catalog: Catalog,
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<LineResult[]> {
  let chunk = new Chunk();
  for await (const line of readLines(body, MAX_BODY_BYTES)) {
    const input = "text" in line ? parseJson(line.text) : undefined;
    const problem = "tooLong" in line ? `has more than ${MAX_BODY_BYTES} bytes` : "is not JSON";
    const parsed =
      input === undefined
        ? { status: "problems" as const, problems: [{ path: "", detail: problem }] }
        : parseArticle(input);
    if (parsed.status === "problems") {
      chunk.refused.push({ line: line.number, ...idOf(input), status: "refused", problems: parsed.problems });
    } else {
      const bytes = JSON.stringify(parsed.article).length;
      if (!chunk.takes(parsed.article, bytes)) {
        yield await save(env, catalog, chunk);
        chunk = new Chunk();
      }
      chunk.add(line.number, parsed.article, parsed.removed, bytes);
    }
    if (chunk.refused.length >= MAX_CHUNK_LINES) {
      yield await save(env, catalog, chunk);
      chunk = new Chunk();
    }
  }
  yield await save(env, catalog, chunk);
}

class Chunk {
  readonly refused: LineResult[] = [];
  readonly articles: { line: number; article: Article; removed: Removed[] }[] = [];
  readonly #ids = new Set<string>();
  #bytes = 0;

  /** An id once: the second is a revision of the first. */
  takes(article: Article, bytes: number): boolean {
    return (
      this.articles.length === 0 ||
      (this.articles.length < MAX_CHUNK_LINES && this.#bytes + bytes <= MAX_CHUNK_BYTES && !this.#ids.has(article.id))
    );
  }

  add(line: number, article: Article, removed: Removed[], bytes: number): void {
    this.articles.push({ line, article, removed });
    this.#ids.add(article.id);
    this.#bytes += bytes;
  }
}

async function save(env: CatalogEnv, catalog: Catalog, chunk: Chunk): Promise<LineResult[]> {
  const results = chunk.articles.length === 0 ? [] : await saveOrFail(env, catalog, chunk);
  return [...chunk.refused, ...results].sort((a, b) => a.line - b.line);
}

/** The answer has begun, so a broken store is told line by line; what it took before stands. */
async function saveOrFail(env: CatalogEnv, catalog: Catalog, chunk: Chunk): Promise<LineResult[]> {
  try {
    const { saved, newlyStale } = await saveArticles(
      env.DB,
      catalog,
      chunk.articles.map(({ article }) => article),
      Date.now(),
    );
    if (newlyStale.length > 0) await wakePublisher(env);
    return saved.map((result, index) => ({ line: 0, removed: [], ...at(chunk, index), ...result }));
  } catch (error) {
    console.error(JSON.stringify({ event: "bulk save failed", error: String(error) }));
    return chunk.articles.map(({ line, article }) => ({
      line,
      id: article.id,
      status: "failed",
      detail: "The store did not answer; send the line again.",
    }));
  }
}

function at(chunk: Chunk, index: number): { line: number; removed: Removed[] } | undefined {
  const { line, removed } = chunk.articles[index] ?? { line: 0, removed: [] };
  return { line, removed };
}

function idOf(input: unknown): { id?: string } {
  const id = (input as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? { id } : {};
}
