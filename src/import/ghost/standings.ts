import type { SiteStanding, SiteStandings, StandingsQuestion } from "../sites/standings.ts";
import { isObject, objectsOf } from "../values/json.ts";
import { askGhost, isAdminKey } from "./ask.ts";
import { ghostHome } from "./home.ts";
import type { GhostPost } from "./post.ts";

/** The most that Ghost gives at once since 6.0. */
const MAX_AT_ONCE = 100;

/** What a Ghost has by now: with a key of its Admin API of what it does not show, too. */
export const GHOST_STANDINGS: SiteStandings = {
  async count(home, question) {
    let shown = 0;
    for (const what of typesOf(question)) {
      const { meta } = await ask(home, what, { fields: "id", limit: "1" }, question);
      const { total } = isObject(meta) && isObject(meta.pagination) ? meta.pagination : {};
      if (typeof total !== "number") return undefined;
      shown += total;
    }
    return shown;
  },
  async *list(home, question) {
    for (const what of typesOf(question)) {
      let last = "";
      for (;;) {
        const query = { fields: "id,uuid,url,status,visibility", limit: String(MAX_AT_ONCE), order: "id asc" };
        const behind = last === "" ? query : { ...query, filter: `id:>'${last}'` };
        const posts = objectsOf((await ask(home, what, behind, question))[what]);
        yield posts.map((post) => toStanding(post, isAdminKey(question.key ?? "")));
        const id = posts.at(-1)?.id;
        if (posts.length < MAX_AT_ONCE || typeof id !== "string" || id === last) break;
        last = id;
      }
    }
  },
};

const typesOf = ({ pages }: StandingsQuestion): string[] => (pages ? ["posts", "pages"] : ["posts"]);

const ask = (home: string, what: string, query: Record<string, string>, question: StandingsQuestion) =>
  askGhost(ghostHome({ base: home }) ?? home, what, query, question);

function toStanding({ id, uuid, url, status, visibility = "public" }: GhostPost, hasStatus: boolean): SiteStanding {
  // The Content API has published posts only, and says so of none. One whose time is still to come is an embargo.
  const isPublished = !hasStatus || status === "published" || status === "scheduled";
  return {
    names: [id, uuid, url].filter((name) => typeof name === "string"),
    stands: isPublished && visibility === "public" ? "shown" : "withheld",
  };
}
