import { toRfc3339 } from "../article/time.ts";
import type { Definition, Site } from "./definition.ts";
import { type StoredArticle, toEntry } from "./entry.ts";
import type { Entry, Feed, Format, FormatUrls } from "./feed.ts";

/**
 * A feed of its definition and the articles chosen for it, newest first. No clock: same input, same feed.
 *
 * @param archived how many pages of its archive are published
 */
export function toFeed(site: Site, definition: Definition, articles: StoredArticle[], archived = 0): Feed {
  const language = definition.language ?? site.language;
  const chosen = articles.map((article) => toEntry(article, definition, language));
  // Machines are told first what there is, then what is no more.
  const entries = [...chosen.filter(({ deleted }) => !deleted), ...chosen.filter(({ deleted }) => deleted)];
  return {
    slug: definition.slug,
    id: tagUri(site, `feeds/${definition.slug}`),
    title: definition.title,
    description: definition.description,
    home: definition.home ?? site.home,
    self: documentUrls(site, definition.slug),
    language,
    updated: newest(entries) ?? frozenTime(site),
    publisher: { name: site.title, url: site.home },
    rights: site.rights,
    logo: definition.logo ?? site.logo,
    icon: site.icon,
    ttl: definition.ttl,
    history: archived === 0 ? undefined : { archive: false, previous: archiveUrls(site, definition.slug, archived) },
    entries,
  };
}

/** A page of a feed's archive (RFC 5005 §4): pages count from 1, the oldest. */
export function toArchivePage(site: Site, definition: Definition, articles: StoredArticle[], page: number): Feed {
  const { slug } = definition;
  return {
    ...toFeed(site, definition, articles),
    self: archiveUrls(site, slug, page),
    history: {
      archive: true,
      previous: page === 1 ? undefined : archiveUrls(site, slug, page - 1),
      next: archiveUrls(site, slug, page + 1),
      current: documentUrls(site, slug),
    },
  };
}

export const documentUrl = (site: Site, slug: string, format: Format): string => `${site.base}/feeds/${slug}.${format}`;

const formatUrls = (url: (format: Format) => string): FormatUrls => ({
  rss: url("rss"),
  atom: url("atom"),
  json: url("json"),
});

/** The URL of each format's document. */
export const documentUrls = (site: Site, slug: string): FormatUrls =>
  formatUrls((format) => documentUrl(site, slug, format));

const archiveUrls = (site: Site, slug: string, page: number): FormatUrls =>
  formatUrls((format) => `${site.base}/feeds/${slug}/archive/${page}.${format}`);

/** The feed's page for people. */
export const pageUrl = (site: Site, slug: string): string => `${site.base}/feeds/${slug}`;

/** The id of an article's entry, minted once: `tag:authority,date:specific` (RFC 4151 §2.1). */
export const mintEntryId = (site: Site, articleId: string): string => tagUri(site, encodeURIComponent(articleId));

const tagUri = ({ tag }: Site, specific: string): string => `tag:${tag.authority},${tag.date}:${specific}`;

const newest = (entries: Entry[]): string | undefined =>
  entries.length === 0 ? undefined : toRfc3339(Math.max(...entries.map((entry) => Date.parse(entry.updated))));

/** RFC 4151 §2.1: a date without a day is its first day. */
const frozenTime = ({ tag }: Site): string =>
  toRfc3339(Date.parse(`${tag.date}T00:00:00Z`.replace(/^(\d{4})T/, "$1-01T")));
