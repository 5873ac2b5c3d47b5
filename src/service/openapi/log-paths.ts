import { MAX_LISTED_DEEDS } from "../store/audit-log.ts";
import { answersJson, answersProblem, type PathItem, UNAUTHORIZED } from "./operation.ts";
import { count, type JsonSchema, object } from "./schemas.ts";

const text: JsonSchema = { type: "string" };

const DEED = object({
  id: { ...count, description: "Counted up: the newest has the highest." },
  at: { ...text, format: "date-time" },
  actor: object({ kind: { enum: ["person", "key", "source", "service"] }, id: text, name: text }),
  action: text,
  subject: object({ kind: text, id: text }),
  detail: { type: "object", description: "What else is known of it: a story's title and revision, counts, reasons." },
});

const LOG = object(
  {
    deeds: { type: "array", items: DEED },
    kept_days: count,
    next: { ...text, description: "Where the older ones are. There may be fewer on a page than its limit." },
  },
  ["next"],
);

const inQuery = (name: string, description: string, schema: object = { type: "string" }) => ({
  name,
  in: "query",
  description,
  schema,
});

/** Who did what. */
export const LOG_PATHS: Record<string, PathItem> = {
  "/api/log": {
    get: {
      summary: "Who did what, the newest first",
      parameters: [
        inQuery("actor", "Who: `person`, `key`, `source` or `service`, or one of them, as in `key:publish-token`."),
        inQuery("action", "What was done, as in `article.withheld`."),
        inQuery("subject", "To what: a kind, as `article`, or one thing, as in `article:2026-03-13-first-boat`."),
        inQuery("from", "From this time, or this day (UTC), on."),
        inQuery("to", "Up to this time, or to the end of this day (UTC)."),
        inQuery("before", "Go on before the deed with this id, as `next` does.", { type: "integer", minimum: 1 }),
        inQuery("limit", "Deeds of one answer.", { type: "integer", minimum: 1, maximum: MAX_LISTED_DEEDS }),
      ],
      responses: {
        200: answersJson("A page of the log.", LOG),
        401: UNAUTHORIZED,
        403: answersProblem("The key lacks `log:read`."),
        422: answersProblem("The query cannot be answered."),
      },
    },
  },
};
