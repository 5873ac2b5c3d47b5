import { ORIGINS } from "../../feed/source.ts";
import { answersJson, answersProblem, type PathItem, sourceName, UNAUTHORIZED } from "./operation.ts";
import { count, type JsonSchema, object, oneValue } from "./schemas.ts";

const time: JsonSchema = { type: "string", format: "date-time" };
const text: JsonSchema = { type: "string" };

const BROUGHT = { created: count, changed: count, taken_back: count };

const SOURCE_FIELDS: Record<string, JsonSchema> = {
  name: text,
  kind: { enum: [...ORIGINS] },
  url: text,
  status: {
    ...oneValue("new", "well", "failing", "ended"),
    description: "`ended`: it says that it is gone for good (410).",
  },
  asked_at: time,
  succeeded_at: time,
  next_at: { ...time, description: "When it is asked next. Absent: it calls itself, or has ended." },
  failures: { ...count, description: "Since the last success." },
  fault: { ...text, description: "Why it failed the last time." },
  moved_to: { ...text, description: "Where it says that it has moved for good (301)." },
  ...BROUGHT,
  refused: { ...count, description: "Items that were not taken in, as many as are kept at most." },
};

const SOURCE: JsonSchema = {
  type: "object",
  properties: SOURCE_FIELDS,
  required: ["name", "kind", "status", "failures"],
};
const NO_SOURCE = answersProblem("No source has this name.");

/** Where articles come from that stay in another system. */
export const SOURCE_PATHS: Record<string, PathItem> = {
  "/api/sources": {
    get: {
      summary: "Every source of feeds/sources.ts, and how it is doing",
      responses: {
        200: answersJson("The sources.", object({ sources: { type: "array", items: SOURCE } })),
        401: UNAUTHORIZED,
      },
    },
  },
  "/api/sources/{name}": {
    get: {
      summary:
        "A source, what it refused, and the stories whose source's words are kept out, because they were changed here",
      parameters: [sourceName],
      responses: {
        200: answersJson("The source.", {
          type: "object",
          properties: {
            ...SOURCE_FIELDS,
            refusals: { type: "array", items: object({ item: text, reason: text, at: time }) },
            kept_out: { type: "array", items: object({ id: text, since: time }) },
          },
          required: ["name", "refusals", "kept_out"],
        }),
        401: UNAUTHORIZED,
        404: NO_SOURCE,
      },
    },
    post: {
      summary:
        "A source calls: signed as Standard Webhooks (with a story in `data`), Ghost, GitHub (`X-Hub-Signature-256`), WP Webhooks or WooCommerce do, in the token's place; with the token, the source is asked now",
      parameters: [sourceName],
      requestBody: { required: false, content: { "application/json": { schema: { type: "object" } } } },
      responses: {
        200: answersJson("What it said was taken in.", object({ status: text, source: text, ...BROUGHT })),
        202: answersJson("The source is being asked.", object({ status: text, source: text, ...BROUGHT })),
        401: answersProblem("The signature is missing, wrong or of another time; 429 after too many wrong ones."),
        403: answersProblem("The source has no secret."),
        404: NO_SOURCE,
        409: answersProblem("The source is never asked: it calls itself."),
        413: answersProblem("The call has too many bytes."),
        422: answersProblem("The story was not taken in."),
      },
    },
  },
};
