import { answersJson, answersProblem, type PathItem, UNAUTHORIZED } from "./operation.ts";
import { refTo } from "./schemas.ts";

const lines = (schema: "ExportLine" | "ImportResult") => ({ "application/x-ndjson": { schema: refTo(schema) } });

/** A newsroom that moves from one service to another. */
export const MOVE_PATHS: Record<string, PathItem> = {
  "/api/site": {
    get: {
      summary: "The masthead: where the newsroom is at home, its language and its time zone",
      responses: { 200: answersJson("The masthead.", refTo("Site")), 401: UNAUTHORIZED },
    },
  },
  "/api/export": {
    get: {
      summary: "Everything that is stored but receipts and counts, one JSON object a line",
      parameters: [
        {
          name: "after",
          in: "query",
          description: "Go on after this article, as the line `more` says.",
          schema: { type: "string" },
        },
        {
          name: "after_value",
          in: "query",
          description: "Go on after the value with this slug, as the line `more` says.",
          schema: { type: "string" },
        },
      ],
      responses: {
        200: {
          description:
            "The masthead, definitions, partners with their keys' hashes, families' values, and articles with their revisions.",
          content: lines("ExportLine"),
        },
        401: UNAUTHORIZED,
      },
    },
  },
  "/api/import": {
    post: {
      summary: "Take an export's lines, as the other store had them; a bad line stops no other",
      requestBody: { required: true, content: lines("ExportLine") },
      responses: {
        200: { description: "One result a line, in the lines' order.", content: lines("ImportResult") },
        400: answersProblem("There is no body."),
        401: UNAUTHORIZED,
      },
    },
  },
};
