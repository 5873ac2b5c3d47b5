/**
 * The service with its store's binding calls and rows counted: `GET /bench/counts` tells them and starts again from nothing.
 * A request with `x-bench: cold` meets an instance that knows nothing yet. `GET /bench/sweep` sweeps, as the cron trigger does every minute.
 */
import { env } from "cloudflare:workers";
import { type Env, edgeHome } from "../../../src/edge/home.ts";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { newKept } from "../../../src/service/kept.ts";
import { service } from "../../../src/service/service.ts";
import { SITE } from "../../site.ts";
import { DEFINITIONS, emptyFeeds } from "./definitions.ts";

interface Tally {
  /** Binding calls: round trips. */
  calls: number;
  rowsRead: number;
  rowsWritten: number;
  /** By statement. */
  statements: Record<string, [read: number, written: number]>;
  /** To the publisher's queue. */
  messages: number;
  /** Of the publisher. */
  runs: number;
  milliseconds: number;
}

const none = (): Tally => ({
  calls: 0,
  rowsRead: 0,
  rowsWritten: 0,
  statements: {},
  messages: 0,
  runs: 0,
  milliseconds: 0,
});

const tallies = { requests: none(), publisher: none() };
const known = new WeakMap<D1PreparedStatement, { inner: D1PreparedStatement; sql: string }>();

function note<T>(who: keyof typeof tallies, sql: string, result: D1Result<T>): D1Result<T> {
  const tally = tallies[who];
  const { rows_read, rows_written } = result.meta;
  tally.rowsRead += rows_read;
  tally.rowsWritten += rows_written;
  const [read, written] = tally.statements[sql] ?? [0, 0];
  tally.statements[sql] = [read + rows_read, written + rows_written];
  return result;
}

function watchStatement(who: keyof typeof tallies, inner: D1PreparedStatement, sql: string): D1PreparedStatement {
  const all = async <T>() => {
    tallies[who].calls += 1;
    return note(who, sql, await inner.all<T>());
  };
  const statement = {
    bind: (...values: unknown[]) => watchStatement(who, inner.bind(...values), sql),
    all,
    run: all,
    first: async <T>() => (await all<T>()).results[0] ?? null,
  } as D1PreparedStatement;
  known.set(statement, { inner, sql });
  return statement;
}

type Session = Pick<D1DatabaseSession, "prepare" | "batch">;

const watch = (who: keyof typeof tallies, db: D1Database): D1Database =>
  ({
    withSession(from) {
      const session = db.withSession(from);
      return { ...watchSession(who, session), getBookmark: () => session.getBookmark() };
    },
  }) as D1Database;

const watchSession = (who: keyof typeof tallies, db: Session): Session => ({
  prepare: (sql) => watchStatement(who, db.prepare(sql), sql),
  batch: async <T>(statements: D1PreparedStatement[]) => {
    tallies[who].calls += 1;
    const batch = statements.map((statement) => known.get(statement) ?? { inner: statement, sql: "?" });
    const results = await db.batch<T>(batch.map(({ inner }) => inner));
    return results.map((result, index) => note(who, batch[index]?.sql ?? "?", result));
  },
});

const watchQueue = (who: keyof typeof tallies, queue: Queue): Queue =>
  ({
    send: (...message) => {
      tallies[who].messages += 1;
      return queue.send(...message);
    },
  }) as Queue;

const bindings = env as unknown as Env & { FEEDS?: number };
const catalog = parseCatalog(SITE, [...DEFINITIONS, ...emptyFeeds(bindings.FEEDS ?? 0)]);
const homeOf = (who: keyof typeof tallies) => {
  const { DB, PUBLISH_QUEUE } = bindings;
  return edgeHome({ ...bindings, DB: watch(who, DB), PUBLISH_QUEUE: watchQueue(who, PUBLISH_QUEUE) }, false);
};
const kept = newKept(homeOf("requests"));
const requests = service(homeOf("requests"), catalog, kept);
// What it publishes is known to the instance that answers requests.
const publisher = service(homeOf("publisher"), catalog, kept);

export default {
  async fetch(request) {
    if (request.url.endsWith("/bench/sweep")) {
      await publisher.sweep();
      return new Response();
    }
    if (request.url.endsWith("/bench/counts")) {
      const told = Response.json(tallies);
      Object.assign(tallies, { requests: none(), publisher: none() });
      return told;
    }
    const asked = request.headers.has("x-bench") ? service(homeOf("requests"), catalog) : requests;
    return asked.fetch(request);
  },
  async queue() {
    const start = Date.now();
    await publisher.publish();
    tallies.publisher.runs += 1;
    tallies.publisher.milliseconds += Date.now() - start;
  },
} satisfies ExportedHandler<Env>;
