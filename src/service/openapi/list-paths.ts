import { MAX_LISTED_ARTICLES } from "../jobs/article-query.ts";
import { LIST_TIMES } from "../store/list-articles.ts";
import { LISTED_STATUSES } from "../store/list-conditions.ts";
import { answersJson, answersProblem, type Operation, UNAUTHORIZED } from "./operation.ts";
import { count, type JsonSchema, object } from "./schemas.ts";

const text: JsonSchema = { type: "string" };
const time: JsonSchema = { type: "string", format: "date-time" };
const array = (items: JsonSchema): JsonSchema => ({ type: "array", items });

/** What only some articles have. */
const OPTIONAL = ["section", "language", "embargo_until", "expires_at", "source", "found"];

const parameter = (name: string, description: string, schema: object = text) => ({
  name,
  in: "query",
  description,
  schema,
});

const LISTED = object(
  {
    id: text,
    entry_id: text,
    revision: count,
    title: text,
    url: text,
    status: text,
    section: text,
    tags: array(text),
    authors: array(text),
    language: text,
    published_at: time,
    updated_at: time,
    stored_at: time,
    embargo_until: time,
    expires_at: time,
    feeds: array(text),
    source: text,
    found: {
      ...object({ text, marks: array(array(count)) }),
      description: "A piece of its text with words of q, and from where to where these stand, in UTF-16 units.",
    },
  },
  OPTIONAL,
);

/** `GET /api/articles`: the list of what is stored. */
export const LIST_ARTICLES: Operation = {
  summary: "List what is stored: filtered, searched, page by page",
  parameters: [
    parameter("q", "Words of title, summary and text, which all must be there; in quotes, as they follow one another."),
    parameter("status", "How it stands; usable: it may be seen now.", { enum: [...LISTED_STATUSES] }),
    parameter("section", "Its section, without regard to case."),
    parameter("tag", "One of its tags, without regard to case."),
    parameter("author", "The name of one of its authors, without regard to case."),
    parameter("source", "The name of the source that it came from."),
    parameter("feed", "The slug of a feed that has it, or will have it."),
    parameter(
      "left_out_by",
      "A partner whose feeds would have it, but for its rights or the rules of the partner's system.",
    ),
    parameter("undelivered", "true, or a partner: what its feeds say of it has not been picked up yet."),
    parameter("from", "A day (UTC) or a time: of what the list is sorted by; by rank, of its publication."),
    parameter("to", "A day (UTC) or a time, inclusive."),
    parameter(
      "sort",
      "The latest first by this time, or the best match first; by rank where there is a q, else stored.",
      {
        enum: [...LIST_TIMES, "rank"],
      },
    ),
    parameter("after", "Where a list goes on; taken from next."),
    parameter("limit", "Articles of a page.", {
      type: "integer",
      minimum: 1,
      maximum: MAX_LISTED_ARTICLES,
      default: 50,
    }),
  ],
  responses: {
    200: answersJson(
      "A page of the list. The Link header has the next one, too (RFC 8288).",
      object(
        {
          articles: array(LISTED),
          count: { ...count, description: "How many there are, where that is soon counted: 5001 is more than 5,000." },
          filling: { type: "boolean", description: "True: not all that is stored is in the lists yet." },
          next: { ...text, description: "The path of the next page. A page may have few articles, and a next." },
        },
        ["count", "filling", "next"],
      ),
    ),
    401: UNAUTHORIZED,
    422: answersProblem("Every problem of the query, each with its path."),
  },
};
