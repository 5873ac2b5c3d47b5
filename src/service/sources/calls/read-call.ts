import type { Status } from "../../../article/article.ts";
import type { ReadItem } from "../../../import/source-reading.ts";
import { isObject } from "../../../import/values/json.ts";
import type { SignatureForm } from "./signatures.ts";

/** What a source says by a call. Neither: only that there is something to be asked for. */
export interface SourceCall {
  /** A story with its words. */
  item?: ReadItem;
  /** A post with its words, as Ghost tells of it. */
  post?: Record<string, unknown>;
  /** Where a story stands now, by all that it may be known by. */
  stands?: { names: string[]; said: Status };
}

/**
 * What a signed call says, as far as its form says it alike for everybody: Ghost's, a post, or that it is deleted or shown no more; Standard
 * Webhooks', a story as `/api/articles` takes it, in `data` or by itself.
 */
export function readCall(form: SignatureForm, body: unknown): SourceCall {
  if (form === "ghost") return readGhostCall(body);
  return form === "standard" ? readArticleCall(body) : {};
}

/** docs.ghost.org/webhooks: `{post: {current, previous}}`; `previous` has what was changed, and `current` is empty where it is deleted. */
function readGhostCall(body: unknown): SourceCall {
  const said = isObject(body) ? (body.post ?? body.page) : undefined;
  if (!isObject(said)) return {};
  const [current, previous] = [objectOf(said.current), objectOf(said.previous)];
  const names = [current, previous].flatMap(({ id, uuid, url }) => [id, uuid, url]);
  const known = [...new Set(names.filter((name) => typeof name === "string"))];
  if (current.id === undefined) return known.length === 0 ? {} : { stands: { names: known, said: "canceled" } };
  const isShown = ["published", "sent", "scheduled", undefined].some((status) => status === current.status);
  return isShown ? { post: current } : { stands: { names: known, said: "withheld" } };
}

function readArticleCall(body: unknown): SourceCall {
  if (!isObject(body)) return {};
  const article = isObject(body.data) ? (isObject(body.data.article) ? body.data.article : body.data) : body;
  // What is none says only that there is news.
  if (article.id === undefined && article.title === undefined) return {};
  return { item: { where: `the call of ${String(article.id)}`, article, notes: [] } };
}

const objectOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
