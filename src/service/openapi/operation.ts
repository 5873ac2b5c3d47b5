import { FORMATS } from "../../feed/feed.ts";
import { ref, type Schema } from "./schemas.ts";

interface Answer {
  description: string;
  content?: Record<string, { schema: Schema }>;
}

export interface Operation {
  summary: string;
  parameters?: object[];
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, Answer>;
  /** An empty list: nobody has to sign in. */
  security?: [];
}

export type Path = Partial<Record<"get" | "put" | "post" | "patch" | "delete", Operation>>;

export const open: [] = [];

export const json = (description: string, schema: Schema): Answer => ({
  description,
  content: { "application/json": { schema } },
});
export const problem = (description: string): Answer => ({
  description,
  content: { "application/problem+json": { schema: ref("Problem") } },
});
export const as = (type: string, description: string): Answer => ({
  description,
  content: { [type]: { schema: { type: "string" } } },
});
export const plain = (description: string): Answer => as("text/plain", description);

export const inPath = (name: string, description: string, example: string, schema: Schema = { type: "string" }) => ({
  name,
  in: "path",
  required: true,
  description,
  schema,
  example,
});

export const id = inPath("id", "The newsroom's own id of the article, permanent.", "2026-03-13-first-boat");
export const slug = inPath("slug", "The feed's name in its URLs.", "everything");
export const page = inPath("page", "Counted from 1, the oldest.", "1", { type: "integer", minimum: 1 });
export const format = inPath("format", "RSS 2.0, Atom 1.0 or JSON Feed 1.1.", "rss", { enum: [...FORMATS] });

export const unauthorized = problem("The publish token is missing or wrong.");
export const notFound = problem("No article has this id.");
export const changedMeanwhile = problem("The article is not what If-Match or If-None-Match expects.");
