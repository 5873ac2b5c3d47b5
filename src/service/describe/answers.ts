import * as z from "zod";
import type { AnswerDescription } from "./describes.ts";
import { problemDetails } from "./schemas.ts";

/** @param more headers, an example */
export const answersJson = (
  description: string,
  schema: z.ZodType,
  { example, headers }: { example?: unknown; headers?: AnswerDescription["headers"] } = {},
): AnswerDescription => ({ description, headers, content: { "application/json": { schema, example } } });

/** Lines of JSON, each as the schema says. */
export const answersLines = (description: string, schema: z.ZodType): AnswerDescription => ({
  description,
  content: { "application/x-ndjson": { schema } },
});

/** An answer of problem details (RFC 9457). */
export const answersProblem = (description: string, headers?: AnswerDescription["headers"]): AnswerDescription => ({
  description,
  headers,
  content: { "application/problem+json": { schema: problemDetails() } },
});

/** @param type the media type of an answer that has no schema: a page, a style sheet, a line of text */
export const answersAs = (
  type: string,
  description: string,
  headers?: AnswerDescription["headers"],
): AnswerDescription => ({
  description,
  headers,
  content: { [type]: { schema: z.string() } },
});

export const answersPage = (description: string): AnswerDescription => answersAs("text/html", description);
export const answersLine = (description: string): AnswerDescription => answersAs("text/plain", description);

/** The revision's tag, as If-Match takes it. */
export const REVISION_TAG = {
  ETag: { description: 'The revision\'s number in quotes, as If-Match takes it: `"3"`.', schema: { type: "string" } },
} as const satisfies AnswerDescription["headers"];

export const RETRY_AFTER = {
  "Retry-After": { description: "Seconds until it is worth asking again.", schema: { type: "integer" } },
} as const satisfies AnswerDescription["headers"];

/** A 429 or 503 that says when to come again. */
export const answersLater = (description: string): AnswerDescription => answersProblem(description, RETRY_AFTER);

/** Of a body of JSON that is parsed by a schema. */
export const badBody = (): Record<400 | 413 | 422, AnswerDescription> => ({
  400: answersProblem("The body is not JSON, or the path is not percent-encoded UTF-8."),
  413: answersProblem("The body is too long."),
  422: answersProblem("Every problem of the body, each with its path."),
});

export const noArticle = (): AnswerDescription => answersProblem("No article has this id.");
export const changedMeanwhile = (): AnswerDescription =>
  answersProblem("The article is not what If-Match or If-None-Match expects; the ETag is that of the one there is.", {
    ETag: REVISION_TAG.ETag,
  });
