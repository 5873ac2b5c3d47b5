import { Hono } from "hono";
import { contain } from "../../article/contain.ts";
import type { Problem } from "../../article/parse.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Actor } from "../../people/actor.ts";
import type { Scope } from "../../people/scopes.ts";
import { answersLines, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { MAX_BODY_BYTES, parseJson, readLines } from "../http/body.ts";
import { ndjson, ndjsonStream } from "../http/ndjson.ts";
import { need } from "../http/need.ts";
import { problem } from "../http/problem.ts";
import { type HandedArticle, takeIn } from "../jobs/take-in.ts";
import { takeInPartner } from "../jobs/take-in-partner.ts";
import { takeInValues } from "../jobs/take-in-values.ts";
import type { TakeUp } from "../jobs/take-up.ts";
import { logThrown } from "../log.ts";
import { type Deed, noteDeed } from "../store/audit.ts";
import type { ExportedValue } from "../store/exported-values.ts";
import { allOrEach, tellFailure } from "./all-or-each.ts";
import { exportLine, importResult } from "./answers/moves.ts";
import type { ExportLine } from "./export-line.ts";
import { parseExportLine, toHandedArticle, toStoredPartner } from "./parse-export.ts";

/** One transaction's worth: a bound value of D1 holds 2 MB. */
const MAX_CHUNK_BYTES = 1_500_000;
const MAX_CHUNK_LINES = 200;

/** An export parts what is more over several lines; a single revision is always less. */
const MAX_LINE_BYTES = 1_900_000;
const TOO_LONG = { path: "/revisions", detail: `have more than ${MAX_LINE_BYTES} bytes: part them over several lines` };

/** What came of a line; results come in the lines' order. */
interface ImportResult {
  line: number;
  type?: string;
  id?: string;
  /** `different`: a definition, the masthead or a value's slug is another one here, and stays. */
  status: "created" | "changed" | "unchanged" | "different" | "refused" | "failed";
  revision?: number;
  problems?: Problem[];
  notices?: Problem[];
  detail?: string;
}

interface Waiting {
  line: number;
  article: HandedArticle;
}

interface WaitingValue {
  line: number;
  value: ExportedValue;
}

/**
 * `/api/import`: the lines of an export, as another store had them. Neither side is ever held whole, and a bad line stops no other.
 * The same lines again change nothing.
 */
export function imports(home: Home, catalog: Catalog, takeUp: TakeUp): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.post(
    "/",
    need("export"),
    describes(() => ({
      operationId: "importStore",
      part: "Moving",
      summary: "Take an export's lines, as the other store had them",
      description:
        "A bad line stops no other, and the same lines again change nothing. Articles and values need `articles:write`, too, and partners with their keys `partners`.",
      body: { content: { "application/x-ndjson": { schema: exportLine() } } },
      answers: {
        200: answersLines("One result a line, in the lines' order.", importResult()),
        400: answersProblem("There is no body."),
      },
    })),
    async (c) => {
      const { body } = c.req.raw;
      if (!body) return problem(400, "The body is empty: send an export's lines.");
      return ndjson(ndjsonStream(noteResults(takeLines(body, c.var), c.get("actor"))));
    },
  );

  /** The same results. When the last one has been told, or nobody listens any longer, the log says what came of the lines. */
  async function* noteResults(chunks: AsyncGenerator<ImportResult[]>, by: Actor): AsyncGenerator<ImportResult[]> {
    const results: Partial<Record<ImportResult["status"], number>> = {};
    let whole = false;
    try {
      for await (const chunk of chunks) {
        for (const { status } of chunk) results[status] = (results[status] ?? 0) + 1;
        yield chunk;
      }
      whole = true;
    } finally {
      const deed: Deed = {
        action: "import.taken",
        subject: { kind: "store", id: "store" },
        detail: { results, whole },
      };
      // What came of the lines has been told, and nobody listens any longer.
      await contain(
        () => noteDeed(home.db, by, deed, Date.now()),
        (fault) => logThrown("import not in the log", fault),
      );
    }
  }

  async function* takeLines(
    body: ReadableStream<Uint8Array>,
    { actor: by, scopes }: Bringer,
  ): AsyncGenerator<ImportResult[]> {
    let done: ImportResult[] = [];
    let values: WaitingValue[] = [];
    let waiting: Waiting[] = [];
    let bytes = 0;
    const flush = async (): Promise<ImportResult[]> => {
      // The values first: the articles come into their feeds.
      const results = [...done, ...(await takeValues(values)), ...(await takeWaiting(waiting, by))];
      [done, values, waiting, bytes] = [[], [], [], 0];
      return results.sort((a, b) => a.line - b.line);
    };
    for await (const line of readLines(body, MAX_BODY_BYTES)) {
      const { number } = line;
      const parsed = parseExportLine("text" in line ? parseJson(line.text) : undefined);
      if (parsed.status === "problems") {
        done.push({ line: number, type: parsed.type, id: parsed.id, status: "refused", problems: parsed.problems });
      } else if (lacks(scopes, parsed.line)) {
        const problems = [{ path: "", detail: `the key may not bring this: it lacks ${lacks(scopes, parsed.line)}` }];
        done.push({ line: number, ...named(parsed.line), status: "refused", problems });
      } else if (parsed.line.type === "article") {
        const read = toHandedArticle(parsed.line);
        if (read.status === "problems") {
          done.push({ line: number, type: "article", id: parsed.line.id, status: "refused", problems: read.problems });
        } else {
          const { article } = read;
          const size = new TextEncoder().encode(JSON.stringify(article)).length;
          if (size > MAX_LINE_BYTES) {
            done.push({ line: number, type: "article", id: article.id, status: "refused", problems: [TOO_LONG] });
            continue;
          }
          const isFull = waiting.length === MAX_CHUNK_LINES || (waiting.length > 0 && bytes + size > MAX_CHUNK_BYTES);
          // A second line of an article adds to what the first has stored.
          if (isFull || waiting.some((one) => one.article.id === article.id)) yield await flush();
          waiting.push({ line: number, article });
          bytes += size;
        }
      } else if (parsed.line.type === "value") {
        if (values.length === MAX_CHUNK_LINES) yield await flush();
        const { type: _, ...value } = parsed.line;
        values.push({ line: number, value });
      } else done.push({ line: number, type: parsed.line.type, ...(await takeOther(parsed.line, by)) });
      if (done.length >= MAX_CHUNK_LINES) yield await flush();
    }
    yield await flush();
  }

  async function takeWaiting(waiting: Waiting[], by: Actor): Promise<ImportResult[]> {
    if (waiting.length === 0) return [];
    const take = async (lines: Waiting[]): Promise<ImportResult[]> => {
      const articles = lines.map(({ article }) => article);
      const taken = await takeIn(home, catalog, takeUp, articles, by);
      return taken.map((one, index) => ({ line: lines[index]?.line ?? 0, type: "article", ...one }));
    };
    return allOrEach(waiting, take, ({ line, article }, failure) => ({
      line,
      type: "article",
      id: article.id,
      ...failure,
    }));
  }

  const takeValues = async (waiting: WaitingValue[]): Promise<ImportResult[]> => {
    if (waiting.length === 0) return [];
    const take = async (lines: WaitingValue[]): Promise<ImportResult[]> => {
      const values = lines.map(({ value }) => value);
      const taken = await takeInValues(home, catalog, takeUp, values);
      return taken.map((one, index) => ({ line: lines[index]?.line ?? 0, type: "value", ...one }));
    };
    return allOrEach(waiting, take, ({ line, value }, failure) => ({
      line,
      type: "value",
      id: value.slug,
      ...failure,
    }));
  };

  const takePartner = (
    line: Extract<ExportLine, { type: "partner" }>,
    by: Actor,
  ): Promise<Omit<ImportResult, "line">> =>
    contain<Omit<ImportResult, "line">>(
      async () => {
        const { partner, keys } = toStoredPartner(line);
        return takeInPartner(home.db, partner, keys, by);
      },
      (fault) => ({ id: line.slug, ...tellFailure(fault) }),
    );

  async function takeOther(
    line: Exclude<ExportLine, { type: "article" | "value" }>,
    by: Actor,
  ): Promise<Omit<ImportResult, "line">> {
    if (line.type === "partner") return takePartner(line, by);
    if (line.type === "site") return compare(line.site, catalog.site);
    if (line.type !== "feed" && line.type !== "family") return { status: "unchanged" };
    const id = String(line.definition.slug);
    return { id, ...compare(line.definition, (line.type === "feed" ? catalog.all : catalog.families).get(id)) };
  }

  return app;
}

/** Who brings the lines. */
interface Bringer {
  actor: Actor;
  scopes: ReadonlySet<Scope>;
}

/** What one has to be allowed for a line beside the import: it makes what is made otherwise with that. */
const NEEDED: Partial<Record<ExportLine["type"], Scope>> = {
  article: "articles:write",
  value: "articles:write",
  partner: "partners",
};

/** What whoever brings a line is not allowed; undefined: nothing. */
function lacks(scopes: ReadonlySet<Scope>, { type }: ExportLine): Scope | undefined {
  const needed = NEEDED[type];
  return needed === undefined || scopes.has(needed) ? undefined : needed;
}

/** A line's kind and name, as its result has them. */
const named = (line: ExportLine): Pick<ImportResult, "type" | "id"> => ({
  type: line.type,
  id: "id" in line ? line.id : "slug" in line ? line.slug : undefined,
});

/** Definitions are files, which no request changes: what differs is said. */
function compare(there: Record<string, unknown>, here: object | undefined): Pick<ImportResult, "status" | "problems"> {
  if (!here) return { status: "different", problems: [{ path: "", detail: "is not among the definitions here" }] };
  const own: Record<string, unknown> = { ...here };
  const names = [...new Set([...Object.keys(there), ...Object.keys(own)])];
  const problems = names.flatMap((name) => {
    const [a, b] = [JSON.stringify(there[name]), JSON.stringify(own[name])];
    return a === b ? [] : [{ path: `/${name}`, detail: `is ${a ?? "absent"} there, and ${b ?? "absent"} here` }];
  });
  return problems.length === 0 ? { status: "unchanged" } : { status: "different", problems };
}
