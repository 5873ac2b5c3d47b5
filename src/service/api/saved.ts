import type { Removed } from "../../article/parse.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import type { SaveOutcome } from "../jobs/ingest.ts";

/**
 * What came of a save, as the API says it: 201 or 200 with the revision as ETag; 409 where the article was refused; 412 where the
 * precondition does not hold, with the revision that does.
 *
 * @param removed what was cleaned out of the article's HTML
 */
export function answerSaved(saved: SaveOutcome, removed: Removed[]): Response {
  if (saved.status === "refused") return problem(409, "The article was not stored.", saved.problems);
  const { revision } = saved;
  if (saved.status === "conflict") {
    const headers: Record<string, string> = revision > 0 ? { etag: `"${revision}"` } : {};
    const now = revision > 0 ? `Its revision is ${revision}` : "It is not stored";
    return problem(412, `Somebody else has changed the article. ${now}.`, undefined, headers);
  }
  const status = saved.status === "created" ? 201 : 200;
  return Response.json({ ...saved, removed }, { status, headers: { ...NO_STORE, etag: `"${revision}"` } });
}
