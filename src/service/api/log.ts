import { Hono } from "hono";
import { logQuerySchema, parseLogQuery } from "../audit/query.ts";
import { answersJson, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { LOG_DAYS, type LoggedDeed, listDeeds } from "../store/audit-log.ts";
import { deedList } from "./answers/log.ts";
import { toIso } from "./to-iso.ts";

/** Deeds of one answer where no number is asked for. */
const USUAL_DEEDS = 100;

/** `/api/log`: who did what, the newest first. */
export function logApi(home: Pick<Home, "db">): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("log:read"),
    describes(() => ({
      operationId: "listDeeds",
      part: "Log",
      summary: "Who did what",
      description:
        "The newest first. Deeds about people, sessions and keys are for the scope `people`, those about drafts for `articles:write`; one's own are always there.",
      query: logQuerySchema,
      answers: {
        200: answersJson("A page of the log.", deedList()),
        422: answersProblem("The query cannot be answered."),
      },
    })),
    async (c) => {
      const query = parseLogQuery(c.req.query(), USUAL_DEEDS);
      if (query.status === "problems") return problem(422, "The query cannot be answered.", query.problems);
      const { deeds, next } = await listDeeds(home.db, { ...query.filter, seenBy: c.var }, query.limit, query.before);
      const body = {
        deeds: deeds.map(describeDeed),
        kept_days: LOG_DAYS,
        next: next === null ? undefined : `/api/log?${new URLSearchParams({ ...c.req.query(), before: String(next) })}`,
      };
      return c.json(body, 200, NO_STORE);
    },
  );

  return app;
}

const describeDeed = ({ id, at, actor, action, subject, detail = {} }: LoggedDeed) => ({
  id,
  at: toIso(at),
  actor,
  action,
  subject,
  detail,
});
