import {
  SAME_ADDRESS,
  SAME_DATE,
  SAME_ENTRIES,
  SAME_ENTRY_TITLE,
  SAME_ID,
  SAME_TEXT,
  SAME_TITLE,
} from "./agreement-rules.ts";
import type { Finding } from "./finding.ts";
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

/** Documents that seem to be formats of one feed: those with the same title, or with entries in common. */
export function formatsOfOneFeed(documents: NamedDocument[]): NamedDocument[][] {
  if (documents.length < 2) return [];
  const groups: { documents: NamedDocument[]; views: View[] }[] = [];
  for (const document of documents) {
    const view = document.view ?? viewOf(document.text);
    if (!view) continue;
    const group = groups.find(
      ({ views }) => views.every(({ format }) => format !== view.format) && views.some((other) => akin(other, view)),
    );
    if (group) {
      group.documents.push(document);
      group.views.push(view);
    } else groups.push({ documents: [document], views: [view] });
  }
  return groups.map((group) => group.documents).filter(({ length }) => length > 1);
}

type Named = { name: string; view: View };

function viewDisagreements(one: Named, other: Named): Finding[] {
  const both = `${one.name} and ${other.name}`;
  const finding = ({ name, severity }: Rule, where: string, message: string): Finding => ({
    ...{ rule: name, severity, where, message },
  });
  const key = shared(one.view, other.view, "id") ? "id" : "url";
  const theirs = new Map(other.view.entries.map((entry) => [entry[key], entry]));
  const mine = new Set(one.view.entries.map((entry) => entry[key]));
  const missing = one.view.entries.filter(
    (entry) => !theirs.has(entry[key]) && !other.view.deleted.has(entry.id ?? ""),
  );
  const extra = other.view.entries.filter((entry) => !mine.has(entry[key]) && !one.view.deleted.has(entry.id ?? ""));
  return [
    ...(one.view.title === other.view.title
      ? []
      : [finding(SAME_TITLE, both, `the title is "${clip(one.view.title)}" and "${clip(other.view.title)}"`)]),
    ...missing.map((entry) =>
      finding(SAME_ENTRIES, other.name, `there is no ${entryNameOf(entry)}, which is in ${one.name}`),
    ),
    ...extra.map((entry) =>
      finding(SAME_ENTRIES, one.name, `there is no ${entryNameOf(entry)}, which is in ${other.name}`),
    ),
    ...one.view.entries.flatMap((entry) => {
      const twin = theirs.get(entry[key]);
      return twin
        ? entryDifferences(entry, twin).map(([rule, message]) =>
            finding(rule, `${both}, ${entryNameOf(entry)}`, message),
          )
        : [];
    }),
  ];
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

const shared = (one: View, other: View, key: "id" | "url"): boolean => {
  const keys = new Set(one.entries.flatMap((entry) => entry[key] ?? []));
  return other.entries.some((entry) => entry[key] !== undefined && keys.has(entry[key]));
};

const akin = (one: View, other: View): boolean =>
  (one.title !== "" && one.title === other.title) || shared(one, other, "id") || shared(one, other, "url");

const entryNameOf = (entry: EntryView): string => `entry ${clip(entry.id ?? entry.url ?? entry.title ?? "")}`;
