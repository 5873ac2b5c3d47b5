import { convertFeed } from "../convert-feed.ts";
import { withhold } from "../decide/withhold.ts";
import { readEach } from "../feeds/read-each.ts";
import { type ReadSite, SiteFault, type SitePage, type SiteQuestion } from "../sites/site-reader.ts";
import type { ImportSource } from "../source.ts";
import { isObject, objectsOf } from "../values/json.ts";
import { askGhost, isAdminKey } from "./ask.ts";
import { ghostHome } from "./home.ts";
import { type BesidePost, type GhostPost, toGhostDraft } from "./post.ts";

/** The most that Ghost gives at once since 6.0. */
const POSTS_A_PAGE = 100;

/**
 * Reads a running Ghost: with a key of its Content API what is published, with one of its Admin API drafts and scheduled
 * posts, too. `since`: what was changed from that second on.
 */
export const readGhostSite: ReadSite = async function* (address, question) {
  const { source, since, key = "" } = question;
  if (key === "") throw new SiteFault("Ghost gives nothing without a key: --key KEY, from its Settings, Integrations");
  const home = ghostHome({ base: address }) ?? address;
  const site = { home, isPrivateSite: await asksForPassword(home, question) };
  for (const what of source.postTypes?.includes("page") ? ["posts", "pages"] : ["posts"]) {
    let total: number | undefined;
    // By their ids: what is changed, written or deleted meanwhile moves no other.
    for (let [last, isMore]: [unknown, boolean] = ["", true]; isMore; ) {
      const answer = await askGhost(home, what, queryOf(String(last), since), question);
      const posts = objectsOf(answer[what]);
      const pagination = paginationOf(answer);
      total ??= pagination.total;
      // The Content API has published posts only, and says so of none.
      const all = posts.map((post) => (isAdminKey(key) ? post : { ...post, status: "published" }));
      yield { ...(await readGhostPosts(all, site, source)), total };
      isMore = pagination.isMore && posts.at(-1)?.id !== undefined && posts.at(-1)?.id !== last;
      last = posts.at(-1)?.id;
    }
  }
};

/** A private Ghost sends everybody who comes to its home to a page that asks. */
async function asksForPassword(home: string, { ask }: SiteQuestion): Promise<boolean> {
  const { url } = await ask(`${home}/`);
  return URL.parse(url)?.pathname.endsWith("/private/") ?? false;
}

function queryOf(last: string, since: string | undefined): Record<string, string> {
  const filters = [
    ...(last === "" ? [] : [`id:>'${last}'`]),
    // NQL writes a time as a database does: in UTC, to the second.
    ...(since === undefined ? [] : [`updated_at:>='${new Date(since).toISOString().slice(0, 19).replace("T", " ")}'`]),
  ];
  return {
    include: "authors,tags",
    formats: "html",
    order: "id asc",
    limit: String(POSTS_A_PAGE),
    ...(filters.length > 0 && { filter: filters.join("+") }),
  };
}

function paginationOf(answer: Record<string, unknown>): { isMore: boolean; total?: number } {
  const meta = isObject(answer.meta) ? answer.meta : {};
  const { next, total } = isObject(meta.pagination) ? meta.pagination : {};
  return { isMore: typeof next === "number", total: typeof total === "number" ? total : undefined };
}

/** Posts as a Ghost tells of them in its API and in its webhooks: with their authors, tags and HTML. */
export async function readGhostPosts(
  posts: GhostPost[],
  site: Pick<BesidePost, "home" | "isPrivateSite">,
  source: ImportSource,
): Promise<SitePage> {
  const { drafts, skipped } = readEach(posts, "post", (post, where) => {
    const beside = { ...site, authors: objectsOf(post.authors), tags: objectsOf(post.tags), meta: {} };
    return { draft: toGhostDraft(post, beside, where, source) };
  });
  const facts = { home: site.home && `${site.home}/`, authors: [] };
  const { items, ...page } = await convertFeed("ghost", { facts, drafts, skipped, notes: [] }, source);
  return { ...page, items: items.map((item) => withhold(item, source)) };
}
