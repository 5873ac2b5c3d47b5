import type { Condition, Definition, Site } from "../../feed/definition.ts";

/** Feeds that stand together in the directory and in the OPML. */
export interface Section {
  /** As `?section=` names it. */
  key: string;
  title: string;
  feeds: Definition[];
}

/** In the order of the directory. */
const TITLES = {
  all: "The whole paper",
  topics: "Running stories",
  sections: "Sections",
  authors: "Authors",
  agencies: "Agencies",
  languages: "Languages",
  selections: "Selections",
} as const;

/** What a definition selects by says where it stands: nobody has to file it. */
export function sectionsOf(definitions: Iterable<Definition>): Section[] {
  const byKey = new Map<string, Definition[]>(Object.keys(TITLES).map((key) => [key, []]));
  for (const definition of definitions) byKey.get(keyOf(definition))?.push(definition);
  return Object.entries(TITLES).flatMap(([key, title]) => {
    const feeds = byKey.get(key) ?? [];
    return feeds.length === 0 ? [] : [{ key, title, feeds }];
  });
}

/** By the key of a group, or by the name of a newspaper's section: "Politics". */
export function findSection(definitions: Definition[], name: string): Section | undefined {
  const wanted = name.normalize().toLowerCase();
  const group = sectionsOf(definitions).find(({ key }) => key === wanted);
  if (group) return group;
  const conditions = (definition: Definition) => positive(definition).filter((one) => "section" in one);
  const isWanted = ({ section }: { section: string }) => section.normalize().toLowerCase() === wanted;
  const feeds = definitions.filter((definition) => conditions(definition).some(isWanted));
  const title = feeds.flatMap(conditions).find(isWanted)?.section;
  return title === undefined ? undefined : { key: wanted, title, feeds };
}

function keyOf(definition: Definition): keyof typeof TITLES {
  const kinds = new Set(positive(definition).map(kindOf));
  if (kinds.size > 1) return "selections";
  const [kind] = kinds;
  if (kind !== undefined) return kind;
  const excluded = definition.select?.none?.map(kindOf) ?? [];
  if (excluded.length === 0) return "all";
  return excluded.every((one) => one === "languages") ? "languages" : "selections";
}

const positive = ({ select = {} }: Definition): Condition[] => [...(select.any ?? []), ...(select.all ?? [])];

function kindOf(condition: Condition): Exclude<keyof typeof TITLES, "all" | "selections"> {
  if ("section" in condition) return "sections";
  if ("tag" in condition) return "topics";
  if ("author" in condition) return "authors";
  return "credit" in condition ? "agencies" : "languages";
}

const CONTENT: Record<Definition["content"], string> = {
  full: "full text",
  summary: "summaries",
  headline: "headlines",
};

/** What is in a feed, in a line. */
export const contentsOf = ({ content }: Definition, entries: number): string =>
  entries === 0
    ? `No stories yet, ${CONTENT[content]}`
    : `${entries === 1 ? "1 story" : `${entries} stories`}, ${CONTENT[content]}`;

/** The masthead's name leads most feeds' titles, and stands above every page already. */
export function shortTitle(site: Site, { title }: Definition): string {
  const rest = title.startsWith(site.title) ? title.slice(site.title.length).replace(/^\s*[:–—|·-]\s*/, "") : title;
  return rest === title || !/^\s*[:–—|·-]\s*/.test(title.slice(site.title.length)) ? title : rest;
}
