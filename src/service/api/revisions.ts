import { Hono } from "hono";
import * as z from "zod";
import { differences } from "../../article/difference.ts";
import { restoredArticle } from "../../article/restored.ts";
import { seesDrafts } from "../../people/sees-drafts.ts";
import { answersJson, answersProblem, changedMeanwhile, noArticle, REVISION_TAG } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { articleParam, preconditions } from "../describe/parameters.ts";
import { ordinal } from "../describe/schemas.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import type { Ingest } from "../jobs/ingest.ts";
import { findArticle, findSeenArticle } from "../store/articles.ts";
import { listDeedsTo } from "../store/audit-log.ts";
import { findRevision, listRevisions, REVISION_DAYS } from "../store/history.ts";
import { listServed, type Served } from "../store/served.ts";
import { revisionList, saved } from "./answers/articles.ts";
import { preconditionOf } from "./precondition.ts";
import { answerSaved } from "./saved.ts";
import { toIso } from "./to-iso.ts";

/** Revisions in one answer: each may hold a megabyte. */
const PAGE = 20;

/** `/api/articles/{id}/revisions`: what an article was, when, and which readers were served it. */
export function revisions(home: Home, ingest: Ingest): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/:id/revisions",
    need("articles:read"),
    describes(() => ({
      operationId: "listRevisions",
      part: "Articles",
      summary: "What an article was, when, and which feeds' readers were served it",
      description: "The newest first.",
      params: { id: articleParam() },
      query: z.object({ up_to: ordinal().optional().meta({ description: "A revision: start there." }) }),
      answers: {
        200: answersJson("The revisions.", revisionList()),
        404: noArticle(),
        422: answersProblem("`up_to` is no revision."),
      },
    })),
    async (c) => {
      const id = c.req.param("id");
      const found = await findSeenArticle(home.db, id, c.get("scopes"));
      if (!found) return problem(404, "No article has this id.");
      const upTo = parseRevisionNumber(c.req.query("up_to"));
      if (upTo === null) return problem(422, "up_to is no revision.", [{ path: "/up_to", detail: "is no revision" }]);
      // One more than is shown: the oldest shown is compared with it.
      const list = await listRevisions(home.db, id, upTo ?? found.revision, PAGE + 1, seesDrafts(c.get("scopes")));
      const shown = list.slice(0, PAGE);
      const served = await listServed(home.db, id, shown.at(-1)?.revision ?? 0, shown[0]?.revision ?? 0);
      const newest = shown[0];
      const deeds = await listDeedsTo(
        home.db,
        { kind: "article", id },
        { from: shown.at(-1)?.stored_at, to: newest?.stored_at },
      );
      const makers = new Map(deeds.map(({ actor, detail }) => [detail?.revision, actor]));
      const body = {
        id,
        entry_id: found.entryId,
        kept_days: REVISION_DAYS,
        revisions: shown.map(({ revision, stored_at, updated, article }, index) => ({
          revision,
          stored_at: toIso(stored_at),
          by: makers.get(revision),
          updated: toIso(updated),
          significant: revision === 1 || list[index + 1]?.updated !== updated,
          status: article.status,
          changes: differences(list[index + 1]?.article ?? null, article),
          served: served.filter((one) => one.revision === revision).map(describeServed),
        })),
        next:
          list.length > PAGE
            ? `/api/articles/${encodeURIComponent(id)}/revisions?up_to=${list[PAGE]?.revision}`
            : undefined,
      };
      return c.json(body, 200, NO_STORE);
    },
  );

  /** Stores an old revision again as a new one: history is never rewritten. */
  app.post(
    "/:id/revisions/:revision/restore",
    need("articles:write"),
    describes(() => ({
      operationId: "restoreRevision",
      part: "Articles",
      summary: "Store an earlier revision again, as a new one",
      description: "Corrections that were told stay told, and a story that is withheld stays so.",
      params: { id: articleParam(), revision: ordinal().meta({ description: "Counted from 1.", examples: [1] }) },
      headers: preconditions(),
      answers: {
        200: answersJson("Stored.", saved(), { headers: REVISION_TAG }),
        404: answersProblem("The article has no such revision, or it is no longer kept."),
        409: answersProblem("The article was not stored."),
        412: changedMeanwhile(),
      },
    })),
    async (c) => {
      const revision = parseRevisionNumber(c.req.param("revision"));
      const id = c.req.param("id");
      const [found, old] = revision
        ? await Promise.all([findArticle(home.db, id), findRevision(home.db, id, revision)])
        : [null, null];
      if (!found || !old) return problem(404, "The article has no such revision, or it is no longer kept.");
      const precondition = preconditionOf(c.req.raw);
      return answerSaved(
        await ingest
          .by(c.get("actor"))
          .save(restoredArticle(old, found.article), precondition, { restored: revision ?? undefined }),
        [],
      );
    },
  );

  return app;
}

/** A revision's number as a URL has it; `undefined` where there is none, null where it is none. */
function parseRevisionNumber(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

const describeServed = ({ feed, first_edition, first_at, last_edition, last_at }: Served) => ({
  feed,
  from_edition: first_edition,
  from: toIso(first_at),
  to_edition: last_edition ?? undefined,
  until: last_at === null ? undefined : toIso(last_at),
});
