import { Hono } from "hono";
import * as z from "zod";
import { type Catalog, servedFamilies } from "../../feed/catalog.ts";
import type { Actor } from "../../people/actor.ts";
import { answersLines } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Database, Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { ndjson, ndjsonStream } from "../http/ndjson.ts";
import { need } from "../http/need.ts";
import { noteDeed } from "../store/audit.ts";
import { listExportedValues, MAX_PAGE_VALUES } from "../store/exported-values.ts";
import {
  countExported,
  type ExportedRow,
  type ExportPosition,
  listExported,
  listPartnersWithKeys,
} from "../store/exports.ts";
import { listPartners } from "../store/partners.ts";
import { exportLine } from "./answers/moves.ts";
import type { ExportedArticle, ExportedPartner, ExportLine } from "./export-line.ts";
import { toIso } from "./to-iso.ts";

/** The version of the lines. */
export const EXPORT_VERSION = 1;

/** Bytes of the revisions in one line: a bound value of D1 holds 2 MB. */
const MAX_LINE_BYTES = 1_400_000;

/** Pages of one answer, two queries each: D1 allows 1,000 queries an invocation. */
const MAX_PAGES = 400;

/** Pages of values of one answer: together with those of articles, fewer than D1 allows. */
const MAX_VALUE_PAGES = 100;

/**
 * `/api/export`: everything that a newsroom would lose, a line each, as it is read. Neither the store nor this instance holds it whole.
 * What is saved meanwhile may be in it or not.
 */
export function exports(home: Home, catalog: Catalog): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("export"),
    describes(() => ({
      operationId: "exportStore",
      part: "Moving",
      summary: "Everything that is stored but receipts and counts, one JSON object a line",
      description:
        "The masthead, definitions, partners with their keys' hashes, families' values, and articles with their revisions. The last line is of type `end`, or of type `more` with the path of the rest.",
      query: z.object({
        after: z.string().optional().meta({ description: "Go on after this article, as the line `more` says." }),
        after_value: z
          .string()
          .optional()
          .meta({ description: "Go on after the value with this slug, as the line `more` says." }),
      }),
      answers: { 200: answersLines("The lines.", exportLine()) },
    })),
    async (c) => {
      const { after, after_value } = c.req.query();
      const lines =
        after !== undefined
          ? articleLines(home.db, { id: after, revision: 0 })
          : after_value !== undefined
            ? valueAndArticleLines(home.db, catalog, after_value)
            : allLines(home.db, catalog);
      const answer = await begun(lines);
      await noteExport(home.db, c.get("actor"), { after, after_value });
      return ndjson(ndjsonStream(oneByOne(answer)));
    },
  );

  return app;
}

/** Writes into the log what is about to leave: before its first line does, so that none leaves without that. */
async function noteExport(db: Database, by: Actor, from: { after?: string; after_value?: string }): Promise<void> {
  const isWhole = from.after === undefined && from.after_value === undefined;
  const detail = {
    ...from,
    articles: await countExported(db, from.after),
    partners: isWhole ? (await listPartners(db)).length : undefined,
  };
  await noteDeed(db, by, { action: "export.taken", subject: { kind: "store", id: "store" }, detail }, Date.now());
}

async function* allLines(db: Database, catalog: Catalog): AsyncGenerator<ExportLine> {
  const { site, all } = catalog;
  const partners = await listPartnersWithKeys(db);
  yield { type: "export", version: EXPORT_VERSION };
  yield { type: "site", site };
  for (const definition of all.values()) yield { type: "feed", definition };
  for (const definition of servedFamilies(catalog)) yield { type: "family", definition };
  for (const { partner, keys } of partners) yield toPartnerLine(partner, keys);
  yield* valueAndArticleLines(db, catalog, "");
}

/** The values of families by the slugs of their feeds, and behind the last one the articles. */
async function* valueAndArticleLines(db: Database, catalog: Catalog, from: string): AsyncGenerator<ExportLine> {
  const families = new Set(servedFamilies(catalog).map(({ slug }) => slug));
  let after = from;
  for (let pages = 1; pages <= MAX_VALUE_PAGES; pages += 1) {
    const values = await listExportedValues(db, after);
    // Of a family that is defined no more there may be some still.
    for (const value of values) if (families.has(value.family)) yield { type: "value", ...value };
    after = values.at(-1)?.slug ?? after;
    if (values.length < MAX_PAGE_VALUES) return yield* articleLines(db, null);
  }
  yield moreAfter({ after_value: after });
}

/** One article after the other; the last line says that there are no more, or where they are. */
async function* articleLines(db: Database, from: ExportPosition | null): AsyncGenerator<ExportLine> {
  let open: { line: ExportedArticle; bytes: number } | undefined;
  let position = from;
  for (let pages = 1; ; pages += 1) {
    const rows = await listExported(db, position);
    for (const row of rows) {
      const size = new TextEncoder().encode(row.body).length;
      const previous: ExportedArticle | undefined = open?.line;
      const isSame = previous?.id === row.article_id;
      if (previous && open && !(isSame && open.bytes + size <= MAX_LINE_BYTES)) {
        yield previous;
        open = undefined;
        // Between two articles, so that what goes on has the whole of the next.
        if (!isSame && pages > MAX_PAGES) return yield moreAfter({ after: previous.id });
      }
      // What was said of the article stays so, though it be saved meanwhile.
      const begun = previous && isSame ? { ...previous, archived: undefined, revisions: [] } : toArticleLine(row);
      open ??= { line: begun, bytes: 0 };
      open.line.revisions.push(toRevision(row));
      open.bytes += size;
    }
    const last = rows.at(-1);
    if (!last) break;
    position = { id: last.article_id, revision: last.revision };
  }
  if (open) yield open.line;
  yield { type: "end" };
}

const moreAfter = (position: { after: string } | { after_value: string }): ExportLine => ({
  type: "more",
  path: `/api/export?${new URLSearchParams(position)}`,
});

const toArticleLine = (row: ExportedRow): ExportedArticle => ({
  type: "article",
  id: row.article_id,
  entry_id: row.entry_id,
  revision: row.current,
  published: toIso(row.published),
  updated: toIso(row.updated),
  public: row.public === 1,
  archived: row.pages === "{}" ? undefined : JSON.parse(row.pages),
  revisions: [],
});

const toRevision = (row: ExportedRow): ExportedArticle["revisions"][number] => ({
  revision: row.revision,
  stored_at: toIso(row.stored_at),
  superseded_at: timeOrNone(row.superseded_at),
  updated: toIso(row.revision_updated),
  article: JSON.parse(row.body),
});

type WithKeys = Awaited<ReturnType<typeof listPartnersWithKeys>>[number];

const toPartnerLine = (partner: WithKeys["partner"], keys: WithKeys["keys"]): ExportedPartner => ({
  type: "partner",
  ...partner,
  keys: keys.map(({ id, hash, label, feeds, created_at, expires_at, revoked_at, last_used_at }) => ({
    id,
    hash,
    label: label ?? undefined,
    feeds: feeds ?? undefined,
    created_at: toIso(created_at),
    expires_at: timeOrNone(expires_at),
    revoked_at: timeOrNone(revoked_at),
    last_used_at: timeOrNone(last_used_at),
  })),
});

const timeOrNone = (time: number | null): string | undefined => (time === null ? undefined : toIso(time));

/**
 * The same lines, the first of which has been read: while no answer has begun, a store that is down can still be told.
 *
 * @throws as the first read does
 */
async function begun(lines: AsyncGenerator<ExportLine>): Promise<AsyncGenerator<ExportLine>> {
  const first = await lines.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* lines;
  })();
}

/** One line a chunk: an article can be large. */
async function* oneByOne(lines: AsyncGenerator<ExportLine>): AsyncGenerator<ExportLine[]> {
  for await (const line of lines) yield [line];
}
