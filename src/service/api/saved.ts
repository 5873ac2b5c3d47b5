import type { Removed } from "../../article/parse.ts";
import { problem } from "../http/problem.ts";
import type { Saved } from "../jobs/ingest.ts";

/** What came of a save, as the API says it: 200 or 201 with the revision as ETag, 409, or 412. */
export function answerSaved(saved: Saved, removed: Removed[]): Response {
  if (saved.status === "refused") return problem(409, "The article was not stored.", saved.problems);
  const { revision } = saved;
  if (saved.status === "conflict") {
    const headers: Record<string, string> = revision > 0 ? { etag: `"${revision}"` } : {};
    const now = revision > 0 ? `Its revision is ${revision}` : "It is not stored";
    return problem(412, `Somebody else has changed the article. ${now}.`, undefined, headers);
  }
  const status = saved.status === "created" ? 201 : 200;
  return Response.json(
    { ...saved, removed },
    { status, headers: { "cache-control": "no-store", etag: `"${revision}"` } },
  );
}
