import { MAX_BODY_BYTES } from "../http/body.ts";
import { LIST_ARTICLES } from "./list-paths.ts";
import {
  answersJson,
  answersProblem,
  articleIdParameter,
  CHANGED_MEANWHILE,
  inPath,
  NO_ARTICLE,
  type PathItem,
  UNAUTHORIZED,
} from "./operation.ts";
import { refTo } from "./schemas.ts";

/** Storing, reading and taking back articles, and what they were. */
export const ARTICLE_PATHS: Record<string, PathItem> = {
  "/api/articles": {
    get: LIST_ARTICLES,
    post: {
      summary: "Store any number of articles, one JSON object a line; a bad line stops no other",
      requestBody: { required: true, content: { "application/x-ndjson": { schema: refTo("Article") } } },
      responses: {
        200: {
          description: "One result a line, in the lines' order, as they are stored.",
          content: { "application/x-ndjson": { schema: refTo("LineResult") } },
        },
        400: answersProblem("There is no body."),
        401: UNAUTHORIZED,
      },
    },
  },
  "/api/articles/dry-run": {
    post: {
      summary: "What storing these articles would answer, line by line; nothing is stored",
      requestBody: { required: true, content: { "application/x-ndjson": { schema: refTo("Article") } } },
      responses: {
        200: {
          description: "One result a line, in the lines' order: each as if those before it were stored.",
          content: { "application/x-ndjson": { schema: refTo("LineResult") } },
        },
        400: answersProblem("There is no body."),
        401: UNAUTHORIZED,
        413: answersProblem("The body has more bytes than a dry run takes."),
      },
    },
  },
  "/api/articles/{id}": {
    get: {
      summary: "Read an article; the ETag is its revision",
      parameters: [articleIdParameter],
      responses: {
        200: answersJson(
          "The article as it is stored; of a story that was taken back, whether its text is out of the edge.",
          refTo("StoredArticle"),
        ),
        401: UNAUTHORIZED,
        404: NO_ARTICLE,
      },
    },
    put: {
      summary: "Create or change an article; the same content again is no new revision",
      parameters: [articleIdParameter],
      requestBody: { required: true, content: { "application/json": { schema: refTo("ArticleWithoutId") } } },
      responses: {
        200: answersJson("Changed, or the same content again.", refTo("Saved")),
        201: answersJson("Created.", refTo("Saved")),
        400: answersProblem("The body is not JSON, or the path is not percent-encoded UTF-8."),
        401: UNAUTHORIZED,
        409: answersProblem(
          "Its entry's id is another article's, or would change; or its URL is, where the masthead forbids that.",
        ),
        412: CHANGED_MEANWHILE,
        413: answersProblem(`The body has more than ${MAX_BODY_BYTES} bytes.`),
        422: answersProblem("Every problem of the article, each with its path."),
      },
    },
    delete: {
      summary: "Take an article back: its status becomes canceled",
      parameters: [articleIdParameter, { name: "reason", in: "query", schema: { type: "string" } }],
      responses: {
        200: answersJson("Taken back.", refTo("Saved")),
        401: UNAUTHORIZED,
        404: NO_ARTICLE,
        412: CHANGED_MEANWHILE,
        422: answersProblem("The reason is not one line of text."),
      },
    },
  },
  "/api/articles/{id}/revisions": {
    get: {
      summary: "What an article was, when, and which feeds' readers were served it; the newest first",
      parameters: [
        articleIdParameter,
        { name: "up_to", in: "query", description: "A revision: start there.", schema: { type: "integer" } },
      ],
      responses: {
        200: answersJson("The revisions.", refTo("Revisions")),
        401: UNAUTHORIZED,
        404: NO_ARTICLE,
        422: answersProblem("`up_to` is no revision."),
      },
    },
  },
  "/api/articles/{id}/revisions/{revision}/restore": {
    post: {
      summary: "Store an earlier revision again, as a new one",
      parameters: [articleIdParameter, inPath("revision", "Counted from 1.", "1", { type: "integer", minimum: 1 })],
      responses: {
        200: answersJson("Stored.", refTo("Saved")),
        401: UNAUTHORIZED,
        404: answersProblem("The article has no such revision, or it is no longer kept."),
        412: CHANGED_MEANWHILE,
      },
    },
  },
};
