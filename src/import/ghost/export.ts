import type { FeedDraft } from "../draft.ts";
import { type ReadDraft, readEach } from "../feeds/read-each.ts";
import type { ImportSource } from "../source.ts";
import { isObject, objectsOf, trimmed } from "../values/json.ts";
import { editorsToHtml } from "./editors.ts";
import { ghostHome } from "./home.ts";
import { type BesidePost, type GhostPost, isPage, toGhostDraft } from "./post.ts";
import { isTrue } from "./values.ts";

/**
 * Ghost's own export, of all its posts whatever their status, and of who wrote them. The site's language is left to the masthead: its API does
 * not tell it with every key, and a story is to be the same by both.
 */
export function readGhostExport(tables: Record<string, unknown>, source: ImportSource): FeedDraft {
  const settings = new Map(objectsOf(tables.settings).map(({ key, value }) => [key, value]));
  const home = ghostHome(source, trimmed(settings.get("url")));
  const find = finderOf(tables);
  const site = { home, isPrivateSite: isTrue(settings.get("is_private")), render: editorsToHtml };
  const read = readEach(
    objectsOf(tables.posts),
    "post",
    (post, where): ReadDraft =>
      isPage(post) && !source.postTypes?.includes("page")
        ? {
            skip: {
              where: `${where} “${trimmed(post.title) ?? ""}”`,
              reason: "it is a page: --pages takes pages as well",
              isNoStory: true,
            },
          }
        : { draft: toGhostDraft(post, { ...site, ...find(post) }, where, source) },
  );
  const notes = home ? [] : ["it does not say where its site is: --base URL says it"];
  return { facts: { home: home && `${home}/`, authors: [] }, ...read, notes };
}

type InTables = Pick<BesidePost, "authors" | "tags" | "meta">;

/** What belongs to a post, found in the tables beside it by its id. */
function finderOf(tables: Record<string, unknown>): (post: GhostPost) => InTables {
  const users = byId(tables.users);
  const tags = byId(tables.tags);
  const wrote = Map.groupBy(objectsOf(tables.posts_authors), idIn("post_id"));
  const tagged = Map.groupBy(objectsOf(tables.posts_tags), idIn("post_id"));
  const metas = new Map(objectsOf(tables.posts_meta).map((meta) => [trimmed(meta.post_id), meta]));
  return (post) => {
    const id = trimmed(post.id);
    const authors = inOrder(wrote.get(id)).map((row) => users.get(trimmed(row.author_id)));
    // Before 1.22 a post had one author, in its own row; and for Ghost each has one.
    if (authors.length === 0)
      authors.push(users.get(trimmed(post.author_id)) ?? (users.size === 1 ? [...users.values()][0] : undefined));
    return {
      authors: authors.filter(isObject),
      tags: inOrder(tagged.get(id))
        .map((row) => tags.get(trimmed(row.tag_id)))
        .filter(isObject),
      meta: metas.get(id) ?? {},
    };
  };
}

const idIn =
  (name: string) =>
  (row: GhostPost): string | undefined =>
    trimmed(row[name]);

const byId = (table: unknown): Map<string | undefined, GhostPost> =>
  new Map(objectsOf(table).map((row) => [trimmed(row.id), row]));

const inOrder = (rows: GhostPost[] = []): GhostPost[] =>
  rows.toSorted((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0));
