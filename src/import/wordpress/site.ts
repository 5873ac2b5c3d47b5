import { contain } from "../../article/contain.ts";
import { toArticle } from "../decide/to-article.ts";
import { withhold } from "../decide/withhold.ts";
import { type ReadSite, SiteFault, type SitePage, type SiteQuestion } from "../sites/site-reader.ts";
import type { ImportSource } from "../source.ts";
import { skipUnreadable } from "../source-reading.ts";
import { isObject } from "../values/json.ts";
import { ListPlace, MAX_PER_PAGE } from "./list-place.ts";
import { draftOf, factsOf } from "./post.ts";
import { type AskApi, findApi, jsonOf } from "./rest-api.ts";
import { restPost } from "./rest-post.ts";

/** Small hosts cannot make so many at once; fewer than this they must be able to. */
const MIN_PER_PAGE = 5;
/**
 * WordPress compares with what its own clock showed: when it is set back, an hour has two times. What is read twice is stored once.
 */
const CLOCK_MARGIN = 3_600_000;

/**
 * A WordPress by its REST API: posts, and of the other types what `source.postTypes` names. Without a key, what everybody may see;
 * with one (`NAME:APPLICATION-PASSWORD`), drafts and private posts, too, which come as withheld.
 */
export const readWordPressSite: ReadSite = async function* (home, question) {
  const api = await findApi(home, question.ask, question.key);
  const bases = await restBases(api, question.source.postTypes ?? []);
  if (bases.missing.length > 0)
    yield { items: [], skipped: [], notes: bases.missing.map((type) => `it has no post type ${type} in its REST API`) };
  const seen = new Set<unknown>();
  for (const base of ["posts", ...bases.found])
    for (const filter of filtersSince(question.since)) yield* readList(api, base, filter, home, question, seen);
};

/** A post that was scheduled comes out without being changed, so it is asked for by its date as well. */
function filtersSince(since: string | undefined): Record<string, string>[] {
  if (since === undefined) return [{}];
  const from = new Date(Date.parse(since) - CLOCK_MARGIN).toISOString().replace(/\.\d+/, "");
  return [{ modified_after: from }, { after: from }];
}

async function* readList(
  api: AskApi,
  base: string,
  filter: Record<string, string>,
  home: string,
  question: SiteQuestion,
  seen: Set<unknown>,
): AsyncGenerator<SitePage> {
  const place = new ListPlace();
  for (let size = MAX_PER_PAGE; ; ) {
    const answer = await api(`/wp/v2/${base}`, {
      ...{
        per_page: String(size),
        offset: String(place.offset),
        orderby: "id",
        order: "asc",
        _embed: "author,wp:term,wp:featuredmedia",
      },
      ...(question.key === undefined ? {} : { context: "edit", status: "any,trash" }),
      ...filter,
    });
    const list = jsonOf(answer);
    if ((answer.status >= 500 || (answer.status === 200 && !Array.isArray(list))) && size > MIN_PER_PAGE) {
      size = Math.max(MIN_PER_PAGE, Math.floor(size / 4));
      continue;
    }
    if (answer.status !== 200 || !Array.isArray(list)) throw new SiteFault(whyNot(answer.status, list));
    const said = Number(answer.headers.get("x-wp-total") ?? Number.NaN);
    if (place.isMoved(Number.isFinite(said) ? said : undefined)) continue;
    const fresh = list.filter(isObject).filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    yield { ...(await pageOf(fresh, home, question.source)), total: place.total };
    if (place.isEndAfter(list.length, size)) return;
  }
}

async function pageOf(posts: Record<string, unknown>[], home: string, source: ImportSource): Promise<SitePage> {
  const page: SitePage = { kind: "wordpress", items: [], skipped: [], notes: [] };
  for (const post of posts) {
    const where = `post ${String(post.id)}`;
    await contain<void>(
      async () => {
        const converted = await toArticle(draftOf(restPost(post)), factsOf(home), source);
        if (converted.status === "read") page.items.push(withhold(converted.item, source));
        else page.skipped.push(converted.skip);
      },
      (fault) => {
        page.skipped.push(skipUnreadable(where, fault));
      },
    );
  }
  return page;
}

/** Where the API has the posts of a type: `/wp/v2/pages` for `page`. */
async function restBases(api: AskApi, types: string[]): Promise<{ found: string[]; missing: string[] }> {
  const others = types.filter((type) => type !== "post");
  if (others.length === 0) return { found: [], missing: [] };
  const known = jsonOf(await api("/wp/v2/types", {}));
  const baseOf = (type: string): string | undefined => {
    const entry = isObject(known) && isObject(known[type]) ? known[type] : undefined;
    return typeof entry?.rest_base === "string" ? entry.rest_base : undefined;
  };
  return {
    found: others.flatMap((type) => baseOf(type) ?? []),
    missing: others.filter((type) => baseOf(type) === undefined),
  };
}

/** WordPress says what is wrong in the answer's `message`. */
function whyNot(status: number, answer: unknown): string {
  const message = isObject(answer) && typeof answer.message === "string" ? `: ${answer.message}` : "";
  return status === 200 ? "it answered with no list of posts" : `it answered ${status}${message}`;
}
