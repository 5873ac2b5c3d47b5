import type { SeenFeed, SeenItem } from "../../../verify/read/as-reader.ts";

/** One field that readers see otherwise in ours. */
export interface FieldChange {
  field: string;
  old: string;
  ours: string;
}

/** What subscribers of an old feed would see, were they sent to ours. */
export interface Comparison {
  /** Known again, and the same in every field. */
  same: SeenItem[];
  /** Known again, and not the same. */
  changed: { item: SeenItem; changes: FieldChange[] }[];
  /** The same story with another id: readers have it already, and show it as a new one. */
  twice: { item: SeenItem; ours: SeenItem }[];
  /** In the old feed, and nowhere in ours. */
  lost: SeenItem[];
  /** In the archive of ours (RFC 5005), and no more in the feed itself. Readers keep what they have. */
  archived: SeenItem[];
  /** In ours, and not in the old feed: readers show them as unread. */
  added: SeenItem[];
  /** Of those, how many are older than the old feed's oldest: they are no news. */
  older: number;
  /** Whether the stories that both have stand in the same order at the top. */
  isInOrder: boolean;
  /** What the feeds say of themselves. */
  feed: FieldChange[];
}

/** Stories at the top of which the order is looked at: a screen of a reader's. */
const TOP = 10;

/** Two items of one title are one story if they were published within so much of each other. Milliseconds. */
const SAME_STORY = 86_400_000;

/** @param archive what is in the archive of ours */
export function compareFeeds(old: SeenFeed, ours: SeenFeed, archive: SeenItem[]): Comparison {
  const byId = new Map(ours.items.map((item) => [item.id, item]));
  const inArchive = new Map(archive.map((item) => [item.id, item]));
  const items = onceEach(old.items);
  const known = new Set(items.map(({ id }) => id));
  const added = onceEach(ours.items).filter(({ id }) => !known.has(id));
  const unknown = items.filter(({ id }) => !byId.has(id));
  const twice = unknown.flatMap((item) => {
    const other = [...added, ...archive.filter(({ id }) => !known.has(id))].find((one) => isSameStory(item, one));
    return other ? [{ item, ours: other }] : [];
  });
  const isAgain = new Set(twice.map(({ item }) => item));
  const compared = items.flatMap((item) => {
    const other = byId.get(item.id) ?? inArchive.get(item.id);
    return other ? [{ item, changes: changesOf(item, other) }] : [];
  });
  const again = new Set(twice.map((one) => one.ours));
  const fresh = added.filter((item) => !again.has(item));
  const oldest = items.map(timeOf).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return {
    same: compared.filter(({ changes, item }) => changes.length === 0 && byId.has(item.id)).map(({ item }) => item),
    changed: compared.filter(({ changes }) => changes.length > 0),
    twice,
    lost: unknown.filter((item) => !inArchive.has(item.id) && !isAgain.has(item)),
    archived: unknown.filter((item) => inArchive.has(item.id)),
    added: fresh,
    older: fresh.filter((item) => timeOf(item) < oldest).length,
    isInOrder: isSameOrder(items, ours.items),
    feed: differing({
      title: [old.title, ours.title],
      format: [old.format, ours.format],
      language: old.language && ours.language ? [old.language.toLowerCase(), ours.language.toLowerCase()] : ["", ""],
    }),
  };
}

const onceEach = (items: SeenItem[]): SeenItem[] => [...new Map(items.map((item) => [item.id, item])).values()];

const timeOf = ({ published }: SeenItem): number =>
  published === null ? Number.POSITIVE_INFINITY : Date.parse(published);

/** The same link, or the same title at the same time: what a reader has to know again without an id. */
const isSameStory = (a: SeenItem, b: SeenItem): boolean =>
  (a.link !== "" && bareLink(a.link) === bareLink(b.link)) ||
  (a.title !== "" && a.title === b.title && Math.abs(timeOf(a) - timeOf(b)) < SAME_STORY);

/** Without what moves make of links: the scheme, `www.`, a slash at the end, campaigns. */
const bareLink = (link: string): string =>
  link
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/[?&]utm_[^&#]*/g, "")
    .replace(/#.*$/, "")
    .replace(/\/$/, "");

const changesOf = (old: SeenItem, ours: SeenItem): FieldChange[] =>
  differing({
    link: [old.link, ours.link],
    title: [old.title, ours.title],
    published: old.published === null ? ["", ""] : [toSecond(old.published), toSecond(ours.published)],
    text: [old.text, ours.text],
    enclosures: [toLines(old), toLines(ours)],
  });

/** RFC 822 has no parts of seconds. */
const toSecond = (time: string | null): string => time?.replace(/\.\d+Z$/, "Z") ?? "";

const toLines = ({ enclosures }: SeenItem): string =>
  enclosures
    .map(({ url, type }) => `${url} ${type}`.trim())
    .sort()
    .join("\n");

const differing = (fields: Record<string, [old: string, ours: string]>): FieldChange[] =>
  Object.entries(fields).flatMap(([field, [old, ours]]) => (old === ours ? [] : [{ field, old, ours }]));

function isSameOrder(old: SeenItem[], ours: SeenItem[]): boolean {
  const both = (items: SeenItem[], others: SeenItem[]) => {
    const ids = new Set(others.map(({ id }) => id));
    return items.map(({ id }) => id).filter((id) => ids.has(id));
  };
  return both(old, ours).slice(0, TOP).join("\n") === both(ours, old).slice(0, TOP).join("\n");
}
