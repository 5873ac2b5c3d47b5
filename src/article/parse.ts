import type * as z from "zod";
import type { Article } from "./article.ts";
import { complaint } from "./complaint.ts";
import { contain, ourFault } from "./contain.ts";
import { cleanHtml } from "./html/clean.ts";
import { MAX_ARTICLE_BYTES } from "./limits.ts";
import { pointerTo } from "./pointer.ts";
import { articleSchema } from "./schema.ts";
import { type Stripped, stripTexts } from "./strip.ts";

/** What was taken out of the input, where (RFC 6901), and how often. */
export interface Removed {
  path: string;
  what: string;
  count: number;
}

/** What is wrong with the input, and where (RFC 6901). */
export interface Problem {
  path: string;
  detail: string;
}

export type ParsedArticle =
  | { status: "parsed"; article: Article; removed: Removed[] }
  | { status: "problems"; problems: Problem[] };

/**
 * Unknown JSON to an article, or every problem it has, all at once. Text loses the characters that no document can
 * carry, HTML is cleaned and made absolute, times become UTC; what was taken out is in `removed`.
 */
export const parseArticle = (input: unknown): ParsedArticle =>
  contain(
    () => readArticle(input),
    (fault) => problem("", ourFault("read", fault)),
  );

function readArticle(input: unknown): ParsedArticle {
  const stripped: Stripped[] = [];
  const parsed = parseInput(articleSchema, stripTexts(input, stripped));
  if (parsed.status === "problems") return parsed;
  const article: Article = parsed.data;
  const body = cleanHtml(article.content_html, article.url);
  if (body.status === "refused") return problem("/content_html", body.detail);
  const removed: Removed[] = [
    ...stripped.map(({ path, count }) => ({ path, what: "control characters or broken Unicode", count })),
    ...[...body.removed].map(([what, count]) => ({ path: "/content_html", what, count })),
  ];
  article.content_html = body.isEmpty ? "" : body.html;
  const bytes = new TextEncoder().encode(JSON.stringify(article)).length;
  if (bytes > MAX_ARTICLE_BYTES) return problem("", `is ${bytes} bytes, more than ${MAX_ARTICLE_BYTES}`);
  return { status: "parsed", article, removed };
}

export type ParsedInput<T> = { status: "parsed"; data: T } | { status: "problems"; problems: Problem[] };

/** What comes in by its schema, or every problem it has, in words for people. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): ParsedInput<z.output<T>> {
  const parsed = schema.safeParse(input, { error: complaint });
  if (parsed.success) return { status: "parsed", data: parsed.data };
  return { status: "problems", problems: parsed.error.issues.flatMap(toProblems) };
}

/** An unknown field is a problem at its own path. */
function toProblems(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map(pointerTo).join("");
  if (issue.code !== "unrecognized_keys") return [{ path, detail: issue.message }];
  const details = issue.message.split("\n");
  return issue.keys.map((key, index) => ({ path: path + pointerTo(key), detail: details[index] ?? issue.message }));
}

const problem = (path: string, detail: string): ParsedArticle => ({ status: "problems", problems: [{ path, detail }] });
