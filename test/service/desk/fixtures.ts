import type { Article } from "../../../src/article/article.ts";
import { parseArticle } from "../../../src/article/parse.ts";
import { ALL_SCOPES } from "../../../src/people/scopes.ts";
import type { Session } from "../../../src/service/desk/session.ts";
import type { LoggedDeed } from "../../../src/service/store/audit-log.ts";
import type { DeskArticle } from "../../../src/service/store/desk.ts";
import type { Discrepancy } from "../../../src/verify/discrepancy.ts";

/** The clock of components that are tested by themselves. */
export const NOW = Date.UTC(2026, 2, 1, 12);
export const HOUR = 3_600_000;
export const SESSION: Session = {
  formToken: "token-of-the-form",
  id: "a",
  startedAt: 0,
  endsAt: NOW + HOUR,
  actor: { kind: "person", id: "ada", name: "Ada Quill" },
  person: { id: "ada", login: "ada", name: "Ada Quill", role: "owner" },
  scopes: ALL_SCOPES,
};

/** An article as it is parsed. */
export function parsedArticle(fields: Record<string, unknown> = {}): Article {
  const parsed = parseArticle({
    id: "a",
    url: "https://gazette.example/a",
    title: "Title of a",
    content_html: "<p>Text of a.</p>",
    published_at: "2026-03-01T08:00:00Z",
    ...fields,
  });
  if (parsed.status === "problems") throw new Error(JSON.stringify(parsed.problems));
  return parsed.article;
}

/** An article with what the store knows of it. */
export const deskArticle = (fields: Record<string, unknown> = {}, known: Partial<DeskArticle> = {}): DeskArticle => ({
  article: parsedArticle(fields),
  entryId: "tag:gazette.example,2026:a",
  revision: 2,
  storedAt: NOW - HOUR,
  dates: { published: Date.UTC(2026, 2, 1, 8), updated: Date.UTC(2026, 2, 1, 8), public: true },
  unshown: false,
  memberships: [],
  ...known,
});

export const membershipOf = (feed: string, fields = {}): DeskArticle["memberships"][number] => ({
  feed,
  visible_from: 0,
  visible_until: null,
  notice: 0,
  page: null,
  ...fields,
});

/** A deed of Ada Quill's, done to the article. */
export const deedOf = (fields: Partial<LoggedDeed> = {}): LoggedDeed => ({
  id: 1,
  at: NOW - HOUR,
  actor: SESSION.actor,
  action: "article.changed",
  subject: { kind: "article", id: "a" },
  ...fields,
});

export const discrepancyOf = (fields: Partial<Discrepancy> = {}): Discrepancy => ({
  feed: "all",
  format: "rss",
  entry: "tag:gazette.example,2026:a",
  field: "title",
  stored: "Votes now",
  read: "Votes then",
  reader: "rss-parser",
  ...fields,
});
