import type { Condition, Definition } from "../../feed/definition.ts";

/** Feeds that stand together in the directory and in the OPML. */
export interface FeedGroup {
  /** What `?section=` of the OPML's address calls it. */
  key: string;
  title: string;
  feeds: Definition[];
}

/** The groups by their keys. The directory shows them in this order. */
const TITLES = {
  all: "The whole paper",
  topics: "Running stories",
  sections: "Sections",
  authors: "Authors",
  agencies: "Agencies",
  languages: "Languages",
  selections: "Selections",
} as const;

/** Where families stand: each has its own page, and the OPML a group of its feeds. */
export const FAMILIES = { key: "families", title: "A feed of each" } as const;

/**
 * Sorts feeds into groups by what their definitions select by, so that nobody has to file them.
 *
 * @returns the groups that have a feed, in the directory's order
 */
export function groupsOf(definitions: Iterable<Definition>): FeedGroup[] {
  const byKey = new Map<string, Definition[]>(Object.keys(TITLES).map((key) => [key, []]));
  for (const definition of definitions) byKey.get(keyOf(definition))?.push(definition);
  return Object.entries(TITLES).flatMap(([key, title]) => {
    const feeds = byKey.get(key) ?? [];
    return feeds.length === 0 ? [] : [{ key, title, feeds }];
  });
}

/**
 * Finds a group by its key, or makes one of the feeds that select a section of the newspaper: "Politics". Case is ignored.
 *
 * @returns undefined where no feed is of such a group or section
 */
export function findGroup(definitions: Definition[], name: string): FeedGroup | undefined {
  const wanted = name.normalize().toLowerCase();
  const group = groupsOf(definitions).find(({ key }) => key === wanted);
  if (group) return group;
  const conditions = (definition: Definition) => positive(definition).filter((one) => "section" in one);
  const isWanted = ({ section }: { section: string }) => section.normalize().toLowerCase() === wanted;
  const feeds = definitions.filter((definition) => conditions(definition).some(isWanted));
  const title = feeds.flatMap(conditions).find(isWanted)?.section;
  return title === undefined ? undefined : { key: wanted, title, feeds };
}

/**
 * A feed that selects by several kinds of things is a selection; one that excludes all other languages is its
 * language's.
 */
function keyOf(definition: Definition): keyof typeof TITLES {
  const kinds = new Set(positive(definition).map(kindOf));
  if (kinds.size > 1) return "selections";
  const [kind] = kinds;
  if (kind !== undefined) return kind;
  const excluded = definition.select?.none?.map(kindOf) ?? [];
  if (excluded.length === 0) return "all";
  return excluded.every((one) => one === "languages") ? "languages" : "selections";
}

/** What an entry must have, or one of what it must have. */
const positive = ({ select = {} }: Definition): Condition[] => [...(select.any ?? []), ...(select.all ?? [])];

function kindOf(condition: Condition): Exclude<keyof typeof TITLES, "all" | "selections"> {
  if ("section" in condition) return "sections";
  if ("tag" in condition) return "topics";
  if ("author" in condition) return "authors";
  return "credit" in condition ? "agencies" : "languages";
}
