import { decodeHTML } from "entities";
import { SiteFault } from "../sites/site-reader.ts";
import type { SiteStanding, SiteStandings, StandingsQuestion } from "../sites/standings.ts";
import { isObject, tryJson } from "../values/json.ts";

/** The most that WordPress gives at a time (developer.wordpress.org/rest-api/using-the-rest-api/pagination). */
const PER_PAGE = 100;

/** Statuses that only those see who may edit (developer.wordpress.org/reference/functions/get_post_stati). */
const HIDDEN = "future,draft,pending,private,trash";

const PUBLIC = "publish";

/** What a WordPress has by now, by its REST API: with a key of what it does not show, too. */
export const WORDPRESS_STANDINGS: SiteStandings = {
  async count(home, question) {
    const totals = await Promise.all(typesOf(question).map((type) => countOf(home, type, question)));
    return totals.reduce((sum, total) => (sum === undefined || total === undefined ? undefined : sum + total), 0);
  },
  async *list(home, question) {
    const statuses = question.key === undefined ? PUBLIC : `${PUBLIC},${HIDDEN}`;
    for (const type of typesOf(question)) yield* listType(home, type, statuses, question);
  },
};

const typesOf = ({ pages }: StandingsQuestion): string[] => (pages ? ["posts", "pages"] : ["posts"]);

async function countOf(home: string, type: string, question: StandingsQuestion): Promise<number | undefined> {
  const { headers } = await askRest(home, type, { per_page: "1", status: PUBLIC, _fields: "id" }, question);
  const total = headers.get("x-wp-total");
  return total === null || !/^\d+$/.test(total) ? undefined : Number(total);
}

async function* listType(
  home: string,
  type: string,
  statuses: string,
  question: StandingsQuestion,
): AsyncGenerator<SiteStanding[]> {
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const query = { per_page: String(PER_PAGE), page: String(page), status: statuses, orderby: "id", order: "asc" };
    const { headers, body } = await askRest(
      home,
      type,
      { ...query, _fields: "id,guid,link,status,content.protected" },
      question,
    );
    // One that came or went meanwhile moves the others by a place: those are looked at the next time.
    pages = Number(headers.get("x-wp-totalpages") ?? 1);
    yield body.flatMap(toStanding);
  }
}

/** Which address a site has its REST API at depends on its permalinks: `?rest_route=` is there in any case. */
async function askRest(home: string, type: string, query: Record<string, string>, { ask, key }: StandingsQuestion) {
  const url = new URL(home);
  url.searchParams.set("rest_route", `/wp/v2/${type}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = key === undefined ? undefined : { authorization: `Basic ${btoa(key)}` };
  const answer = await ask(url.href, headers);
  if (answer.status !== 200) throw new SiteFault(`it answered ${answer.status} to what posts it has`);
  const body = tryJson(new TextDecoder().decode(answer.body));
  if (!Array.isArray(body)) throw new SiteFault("its list of posts is none");
  return { headers: answer.headers, body: body as unknown[] };
}

function toStanding(post: unknown): SiteStanding[] {
  if (!isObject(post)) return [];
  const guid = isObject(post.guid) ? (post.guid.raw ?? post.guid.rendered) : post.guid;
  const names = [guid, post.link].flatMap((name) =>
    typeof name === "string" && name !== "" ? [name, decodeHTML(name)] : [],
  );
  return names.length === 0 ? [] : [{ names: [...new Set(names)], stands: standOf(post) }];
}

function standOf({ status, content }: Record<string, unknown>): SiteStanding["stands"] {
  if (status === "trash") return "gone";
  // One whose time is still to come is an embargo, and no less shown than another.
  const isShown = status === "publish" || status === "future";
  return isShown && !(isObject(content) && content.protected === true) ? "shown" : "withheld";
}
