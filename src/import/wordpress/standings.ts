import { decodeHTML } from "entities";
import type { SiteAnswer } from "../sites/site-reader.ts";
import { SiteFault } from "../sites/site-reader.ts";
import type { SiteStanding, SiteStandings, StandingsQuestion } from "../sites/standings.ts";
import { isObject } from "../values/json.ts";
import { ListPlace, MAX_PER_PAGE } from "./list-place.ts";
import { type AskApi, findApi, jsonOf } from "./rest-api.ts";

/** What a WordPress has by now, by its REST API: with a key of what it does not show, too. */
export const WORDPRESS_STANDINGS: SiteStandings = {
  async count(home, question) {
    const api = await findApi(home, question.ask, question.key);
    let shown = 0;
    for (const type of typesOf(question)) {
      const total = totalOf(await api(`/wp/v2/${type}`, { per_page: "1", _fields: "id" }));
      if (total === undefined) return undefined;
      shown += total;
    }
    return shown;
  },
  async *list(home, question) {
    const api = await findApi(home, question.ask, question.key);
    for (const type of typesOf(question)) yield* listType(api, type, question.key !== undefined);
  },
};

const typesOf = ({ pages }: StandingsQuestion): string[] => (pages ? ["posts", "pages"] : ["posts"]);

const totalOf = ({ headers }: SiteAnswer): number | undefined => {
  const total = headers.get("x-wp-total");
  return total !== null && /^\d+$/.test(total) ? Number(total) : undefined;
};

async function* listType(api: AskApi, type: string, hasKey: boolean): AsyncGenerator<SiteStanding[]> {
  const place = new ListPlace();
  for (;;) {
    const answer = await api(`/wp/v2/${type}`, {
      ...{ per_page: String(MAX_PER_PAGE), offset: String(place.offset), orderby: "id", order: "asc" },
      _fields: "id,guid,link,status,content.protected",
      ...(hasKey && { context: "edit", status: "any,trash" }),
    });
    const list = jsonOf(answer);
    if (answer.status !== 200 || !Array.isArray(list))
      throw new SiteFault(`it answered ${answer.status} to what ${type} it has`);
    if (place.isMoved(totalOf(answer))) continue;
    yield list.flatMap(toStanding);
    if (place.isEndAfter(list.length, MAX_PER_PAGE)) return;
  }
}

function toStanding(post: unknown): SiteStanding[] {
  if (!isObject(post)) return [];
  const guid = isObject(post.guid) ? post.guid.rendered : undefined;
  const names = [typeof guid === "string" ? decodeHTML(guid) : undefined, post.link];
  const known = names.filter((name): name is string => typeof name === "string" && name !== "");
  return known.length === 0 ? [] : [{ names: known, stands: standOf(post) }];
}

function standOf({ status, content }: Record<string, unknown>): SiteStanding["stands"] {
  if (status === "trash") return "gone";
  // One whose time is still to come is an embargo, and no less shown than another.
  const isShown = status === "publish" || status === "future";
  return isShown && !(isObject(content) && content.protected === true) ? "shown" : "withheld";
}
