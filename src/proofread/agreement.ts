import {
  SAME_ADDRESS,
  SAME_DATE,
  SAME_ENTRIES,
  SAME_ENTRY_TITLE,
  SAME_ID,
  SAME_TEXT,
  SAME_TITLE,
} from "./agreement-rules.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { type EntryView, type View, viewOf } from "./view.ts";
import { clip } from "./xml/forms/form.ts";

/** A document, and what to call it. */
export interface NamedDocument {
  name: string;
  text: string;
  /** What it shows, where that is known already. */
  view?: View;
}

/**
 * Where the formats of one feed disagree: other entries, or another id, title, address, date or text of an entry. The first
 * document is what the others are compared with; documents that cannot be read are left out, for proofreading tells of them.
 */
export function agreement(documents: NamedDocument[]): Finding[] {
  const views = documents.flatMap(({ name, text, ...known }) => {
    const view = known.view ?? viewOf(text);
    return view ? [{ name, view }] : [];
  });
  const [first, ...others] = views;
  return first ? others.flatMap((other) => viewDisagreements(first, other)) : [];
}

/** Documents that seem to be formats of one feed: those with the same title and home, or with entries in common. */
export function formatsOfOneFeed(documents: NamedDocument[]): NamedDocument[][] {
  if (documents.length < 2) return [];
  const groups: (NamedDocument & { view: View })[][] = [];
  for (const document of documents) {
    const view = document.view ?? viewOf(document.text);
    if (!view) continue;
    const viewed = hasView(document) ? document : { ...document, view };
    const group = groups.find(
      (others) =>
        others.every((other) => other.view.format !== view.format) && others.some((other) => akin(other.view, view)),
    );
    if (group) group.push(viewed);
    else groups.push([viewed]);
  }
  return groups.filter(({ length }) => length > 1);
}

const hasView = (document: NamedDocument): document is NamedDocument & { view: View } => document.view !== undefined;

type Named = { name: string; view: View };

function viewDisagreements(one: Named, other: Named): Finding[] {
  const both = `${one.name} and ${other.name}`;
  const key = shared(one.view, other.view, "id") ? "id" : "url";
  const [mine, theirs] = [distinct(one.view, key), distinct(other.view, key)];
  const twins = twinsOf(mine, theirs, key);
  const found = new Set(twins.values());
  const missing = mine.filter((entry) => !twins.has(entry) && !other.view.deleted.has(entry.id ?? ""));
  const extra = theirs.filter((entry) => !found.has(entry) && !one.view.deleted.has(entry.id ?? ""));
  return [
    ...(one.view.title === other.view.title
      ? []
      : [findingOf(SAME_TITLE, both, `the title is "${clip(one.view.title)}" and "${clip(other.view.title)}"`)]),
    ...missing.map((entry) =>
      findingOf(SAME_ENTRIES, other.name, `there is no ${entryNameOf(entry)}, which is in ${one.name}`),
    ),
    ...extra.map((entry) =>
      findingOf(SAME_ENTRIES, one.name, `there is no ${entryNameOf(entry)}, which is in ${other.name}`),
    ),
    ...mine.flatMap((entry) => {
      const twin = twins.get(entry);
      return twin
        ? entryDifferences(entry, twin).map(([rule, message]) =>
            findingOf(rule, `${both}, ${entryNameOf(entry)}`, message),
          )
        : [];
    }),
  ];
}

/** What entries of two formats are matched by. */
type Key = "id" | "url";

/** Entries that can be told apart: of those with one id, or one address, the first counts, and of one with neither nobody can say which it is. */
function distinct({ entries }: View, key: Key): EntryView[] {
  const known = { id: new Set<string>(), url: new Set<string>() };
  return entries.filter((entry) => {
    const { id, url } = entry;
    const by = entry[key] === undefined ? (key === "id" ? "url" : "id") : key;
    const value = entry[by];
    const isKnown = value === undefined || known[by].has(value);
    if (id !== undefined) known.id.add(id);
    if (url !== undefined) known.url.add(url);
    return !isKnown;
  });
}

/** The same entries in another format; where ids are shared, by the address only those of which one has no id. */
function twinsOf(mine: EntryView[], theirs: EntryView[], key: Key): Map<EntryView, EntryView> {
  const twins = new Map<EntryView, EntryView>();
  const taken = new Set<EntryView>();
  const match = (by: Key, ones: EntryView[], others: EntryView[]): void => {
    const free = firstBy(
      others.filter((entry) => !taken.has(entry)),
      by,
    );
    for (const entry of ones) {
      const twin = twins.has(entry) ? undefined : free.get(entry[by] ?? "");
      if (!twin || taken.has(twin)) continue;
      twins.set(entry, twin);
      taken.add(twin);
    }
  };
  if (key === "id") match("id", mine, theirs);
  match("url", mine, theirs.filter(lacksId));
  match("url", key === "id" ? mine.filter(lacksId) : mine, theirs);
  return twins;
}

const lacksId = ({ id }: EntryView): boolean => id === undefined;

function firstBy(entries: EntryView[], key: Key): Map<string, EntryView> {
  const map = new Map<string, EntryView>();
  for (const entry of entries) {
    const value = entry[key];
    if (value && !map.has(value)) map.set(value, entry);
  }
  return map;
}

/** Times are compared by the second, because RSS has no fractions of one. In milliseconds. */
const SECOND = 1000;

function entryDifferences(one: EntryView, other: EntryView): [Rule, string][] {
  const texts = TEXT_RULES.flatMap(([key, rule]): [Rule, string][] => {
    const [a, b] = [one[key], other[key]];
    return a === undefined || b === undefined || a === b ? [] : [[rule, `the ${key} is ${quoteBoth(a, b)}`]];
  });
  const times = (["published", "updated"] as const).flatMap((key): [Rule, string][] => {
    const [a, b] = [one[key], other[key]];
    if (a === undefined || b === undefined || Math.floor(a / SECOND) === Math.floor(b / SECOND)) return [];
    return [[SAME_DATE, `${key} is ${new Date(a).toISOString()} and ${new Date(b).toISOString()}`]];
  });
  return [...texts, ...times];
}

const TEXT_RULES: readonly ["id" | "url" | "title" | "text", Rule][] = [
  ["id", SAME_ID],
  ["url", SAME_ADDRESS],
  ["title", SAME_ENTRY_TITLE],
  ["text", SAME_TEXT],
];

/** Both texts for a message; long ones from shortly before where they part. */
function quoteBoth(a: string, b: string): string {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const from = start > 40 ? start - 20 : 0;
  const excerpt = (text: string) => `"${from > 0 ? "…" : ""}${clip(text.slice(from))}"`;
  return `${excerpt(a)} and ${excerpt(b)}`;
}

const shared = (one: View, other: View, key: Key): boolean => {
  const keys = new Set(one.entries.flatMap((entry) => entry[key] ?? []));
  return other.entries.some((entry) => entry[key] !== undefined && keys.has(entry[key]));
};

const akin = (one: View, other: View): boolean =>
  (one.title !== "" && one.title === other.title && mayBeOfOneSite(one, other)) ||
  shared(one, other, "id") ||
  shared(one, other, "url");

/** Many sites have a feed that is called "News". A feed without entries has none in common with any. */
const mayBeOfOneSite = (one: View, other: View): boolean =>
  one.entries.length === 0 ||
  other.entries.length === 0 ||
  (homeOf(one) !== undefined && homeOf(one) === homeOf(other));

const homeOf = ({ home }: View): string | undefined => home && (URL.parse(home)?.href ?? home);

const entryNameOf = (entry: EntryView): string => `entry ${clip(entry.id ?? entry.url ?? entry.title ?? "")}`;
