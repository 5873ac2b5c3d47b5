import { FORMATS } from "../../feed/feed.ts";
import { type JsonSchema, refTo } from "./schemas.ts";

/** A response as OpenAPI 3.1 describes it (§4.8.17). */
export interface AnswerDescription {
  description: string;
  content?: Record<string, { schema: JsonSchema }>;
}

/** What a method of a path does, asks for and answers (OpenAPI 3.1 §4.8.10). */
export interface Operation {
  summary: string;
  parameters?: object[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, AnswerDescription>;
  /** Absent: the publish token is asked for. An empty list: it is not. */
  security?: [];
}

/** The methods that a path answers (OpenAPI 3.1 §4.8.9). */
export type PathItem = Partial<Record<"get" | "put" | "post" | "patch" | "delete" | "options", Operation>>;

/** The `security` of an operation that asks for no publish token. */
export const WITHOUT_TOKEN: [] = [];

export const answersJson = (description: string, schema: JsonSchema): AnswerDescription => ({
  description,
  content: { "application/json": { schema } },
});

/** An answer of problem details (RFC 9457). */
export const answersProblem = (description: string): AnswerDescription => ({
  description,
  content: { "application/problem+json": { schema: refTo("Problem") } },
});

/** @param type the media type of an answer that has no schema: a page, a style sheet, a line of text */
export const answersAs = (type: string, description: string): AnswerDescription => ({
  description,
  content: { [type]: { schema: { type: "string" } } },
});

export const answersPage = (description: string): AnswerDescription => answersAs("text/html", description);
export const answersLine = (description: string): AnswerDescription => answersAs("text/plain", description);

/** @param example fills the parameter's place in a path that is tried */
export const inPath = (
  name: string,
  description: string,
  example: string,
  schema: JsonSchema = { type: "string" },
) => ({
  name,
  in: "path",
  required: true,
  description,
  schema,
  example,
});

export const articleIdParameter = inPath(
  "id",
  "The newsroom's own id of the article, permanent.",
  "2026-03-13-first-boat",
);
export const feedSlug = inPath(
  "slug",
  "The feed's name in its URLs; a family's feed has slashes in it, as in `tag/zurich`.",
  "everything",
);
export const sourceName = inPath("name", "The source's name in feeds/sources.ts.", "gazette");
export const archivePage = inPath("page", "Counted from 1, the oldest.", "1", { type: "integer", minimum: 1 });
export const documentFormat = inPath("format", "RSS 2.0, Atom 1.0 or JSON Feed 1.1.", "rss", { enum: [...FORMATS] });

export const UNAUTHORIZED = answersProblem("The publish token is missing or wrong; 429 after too many wrong ones.");
export const NO_ARTICLE = answersProblem("No article has this id.");
export const CHANGED_MEANWHILE = answersProblem("The article is not what If-Match or If-None-Match expects.");
