import type { Article } from "./article.ts";

/** A field that differs between two revisions. A side is absent where that revision has no such field. */
export interface Difference {
  /** RFC 6901. */
  path: string;
  before?: unknown;
  after?: unknown;
}

/** What changed from one revision to the next, field by field; all of the first one is new. */
export function differences(before: Article | null, after: Article): Difference[] {
  const old: Partial<Record<string, unknown>> = { ...before };
  const now: Partial<Record<string, unknown>> = { ...after };
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ path: `/${field}`, before: old[field], after: now[field] }));
}
