import { type Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import * as z from "zod";
import { polls } from "../../audience/count-record.ts";
import { daysBetween } from "../../audience/days.ts";
import { type Kind, kindOf } from "../../audience/products.ts";
import { type Readers, summarize } from "../../audience/summary.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Database, Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { listCounts, type StoredCount } from "../store/audience.ts";
import { audienceReport } from "./answers/audience.ts";
import { audienceQuerySchema, parseAudienceQuery } from "./audience-query.ts";
import { toCsv } from "./csv.ts";

/** Rows of one answer, 250 bytes each: a year of a feed, or a month of a large newsroom. */
const MAX_ROWS = 50_000;

const COUNTED =
  "Polls of the feeds' documents that reached the service. What a cache in front of it answered runs no code and is not in here.";

type Row = StoredCount & { kind: Kind };

const COLUMNS: (keyof Row)[] = [
  "day",
  "feed",
  "format",
  "product",
  "kind",
  "polls_200",
  "polls_226",
  "polls_304",
  "polls_other",
  "bytes_sent",
  "bytes_saved",
  "subscribers",
  "polls_unconditional",
  "bytes_unconditional",
  "polls_soon",
];

/** The counts that have not come to the store yet. */
export interface AudienceCounts {
  /** Stores them, as far as that can be done. */
  flush(db: Database): Promise<void>;
}

/** `/api/audience`: who polls, by day, feed, format and product, as JSON or CSV. */
export function audienceApi(home: Home, catalog: Catalog, counts: AudienceCounts): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("audience:read"),
    describes(() => ({
      operationId: "getAudience",
      part: "Audience",
      summary: "Who polls: by day, feed, format and reader",
      description: "As JSON or as CSV. Numbers are of whole days, in UTC.",
      query: audienceQuerySchema,
      answers: {
        200: {
          description: "The counts.",
          content: { "application/json": { schema: audienceReport() }, "text/csv": { schema: z.string() } },
        },
        422: answersProblem("What is wrong with the range."),
      },
    })),
    async (c) => {
      const query = parseAudienceQuery(c.req.query(), catalog, Date.now());
      if (query.status === "problems") return problem(422, "The query cannot be answered.", query.problems);
      const { range } = query;
      // Takes what this instance has counted into the answer: on one machine that is everything up to now.
      await counts.flush(home.db);
      const found = await listCounts(home.db, range, MAX_ROWS + 1);
      if (found.length > MAX_ROWS)
        return problem(422, `There are more than ${MAX_ROWS} rows.`, [{ path: "/from", detail: "ask for fewer days" }]);
      const rows = found.map((row): Row => ({ ...row, kind: kindOf(row.product) }));
      if ((query.format ?? preferred(c)) === "csv") return c.body(toCsv(COLUMNS, rows), 200, CSV);
      const readers = found.filter((row): row is StoredCount & Readers => row.subscribers !== null);
      const { products, total } = summarize(daysBetween(range.from, range.to), found, readers);
      const answer = { ...range, counted: COUNTED, total: { polls: polls(total), ...total }, products, rows };
      return c.json(answer, 200, HEADERS);
    },
  );

  return app;
}

const HEADERS = { ...NO_STORE, vary: "accept" };
const CSV = {
  ...HEADERS,
  "content-type": "text/csv; charset=utf-8; header=present",
  "content-disposition": 'attachment; filename="audience.csv"',
};

/** What the client likes best by its Accept (RFC 9110 §12.5.1): JSON, unless it prefers CSV. */
const preferred = (c: Context): "json" | "csv" =>
  accepts(c, { header: "Accept", supports: ["application/json", "text/csv"], default: "application/json" }) ===
  "text/csv"
    ? "csv"
    : "json";
