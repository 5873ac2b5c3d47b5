import { type TermKind, termKey } from "./listing.ts";
import type { Bind } from "./statement.ts";

/** How a story stands: one of these at a time. `usable`: it may be seen now. */
export const LISTED_STATUSES = ["usable", "embargoed", "expired", "withheld", "canceled", "draft"] as const;

export type ListedStatus = (typeof LISTED_STATUSES)[number];

/** Which articles; what is absent, whichever. */
export interface ArticleFilter {
  /** As FTS5 takes it (`match.ts`). */
  match?: string;
  status?: ListedStatus;
  section?: string;
  tag?: string;
  author?: string;
  source?: string;
  /** The slug of a feed that has it, or will, or has its notice. */
  feed?: string;
  /** Those with these ids. */
  among?: string[];
  /** No drafts. */
  published?: boolean;
}

/** What a filter asks for, in two ways. */
export interface ListCondition {
  /** SQL: a SELECT of the `n` of all that meet it, by an index. Absent: they are too many to begin with. */
  rows?(bind: Bind): string;
  /** SQL: whether a row `l` of `listing` meets it. */
  holds(bind: Bind): string;
}

/** All but the query. */
export function conditionsOf(filter: Omit<ArticleFilter, "match">, now: number): ListCondition[] {
  const { status, section, tag, author, source, feed, among, published } = filter;
  return [
    ...(among === undefined ? [] : [amongIds(among)]),
    ...(status === undefined ? [] : [inStatus(status, now)]),
    ...(section === undefined ? [] : [withTerm("section", section)]),
    ...(tag === undefined ? [] : [withTerm("tag", tag)]),
    ...(author === undefined ? [] : [withTerm("author", author)]),
    ...(source === undefined ? [] : [fromSource(source)]),
    ...(feed === undefined ? [] : [inFeed(feed)]),
    ...(published ? [NO_DRAFT] : []),
  ];
}

const NO_DRAFT: ListCondition = { holds: () => "l.status <> 'draft'" };

const amongIds = (ids: string[]): ListCondition => ({
  rows: (bind) =>
    `SELECT a.rowid AS n FROM json_each(${bind(JSON.stringify(ids))}) wanted JOIN article a ON a.id = wanted.value`,
  holds: (bind) => `l.article_id IN (SELECT value FROM json_each(${bind(JSON.stringify(ids))}))`,
});

export const withTerm = (kind: TermKind, label: string): ListCondition => {
  const has = (bind: Bind) => `t.kind = ${bind(kind)} AND t.key = ${bind(termKey(label))}`;
  return {
    rows: (bind) => `SELECT t.n FROM listing_term t WHERE ${has(bind)}`,
    holds: (bind) => `EXISTS (SELECT 1 FROM listing_term t WHERE ${has(bind)} AND t.n = l.n)`,
  };
};

function inStatus(status: ListedStatus, now: number): ListCondition {
  if (status === "usable")
    return {
      holds: (bind) => `l.visible_from <= ${bind(now)} AND (l.visible_until IS NULL OR l.visible_until > ${bind(now)})`,
    };
  if (status === "embargoed")
    return {
      rows: (bind) => `SELECT n FROM listing INDEXED BY listing_from WHERE visible_from > ${bind(now)}`,
      holds: (bind) => `l.visible_from > ${bind(now)}`,
    };
  if (status === "expired")
    return {
      rows: (bind) => `SELECT n FROM listing INDEXED BY listing_until WHERE visible_until <= ${bind(now)}`,
      holds: (bind) => `l.visible_until <= ${bind(now)}`,
    };
  return withTerm("status", status);
}

const fromSource = (source: string): ListCondition => ({
  rows: (bind) =>
    `SELECT a.rowid AS n FROM source_item i INDEXED BY source_item_named JOIN article a ON a.id = i.article_id
     WHERE i.source = ${bind(source)}`,
  holds: (bind) =>
    `EXISTS (SELECT 1 FROM source_item i WHERE i.article_id = l.article_id AND i.source = ${bind(source)})`,
});

const inFeed = (feed: string): ListCondition => ({
  rows: (bind) =>
    `SELECT a.rowid AS n FROM membership m JOIN article a ON a.id = m.article_id WHERE m.feed = ${bind(feed)}`,
  holds: (bind) => `EXISTS (SELECT 1 FROM membership m WHERE m.feed = ${bind(feed)} AND m.article_id = l.article_id)`,
});
