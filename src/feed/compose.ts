import { onceEachWay } from "../article/once-each.ts";
import { toRfc3339 } from "../article/time.ts";
import { archiveUrls, documentUrls, folderOf, hubUrl, stylesheetPath } from "./addresses.ts";
import type { Definition, Site } from "./definition.ts";
import { type StoredArticle, toEntry } from "./entry.ts";
import type { Entry, Feed } from "./feed.ts";
import { tagUri } from "./identity.ts";
import { toPartnerEntry } from "./partner-entry.ts";

/**
 * A feed of its definition and the articles chosen for it, newest first. No clock: same input, same feed.
 *
 * @param archived how many pages of its archive are published
 */
export function toFeed(site: Site, definition: Definition, articles: StoredArticle[], archived = 0): Feed {
  const language = definition.language ?? site.language;
  const chosen = entriesOf(site, definition, articles);
  // Machines are told first what there is, then what is no more.
  const entries = [...chosen.filter(({ deleted }) => !deleted), ...chosen.filter(({ deleted }) => deleted)];
  return {
    slug: definition.slug,
    id: tagUri(site, `feeds/${encodeURI(definition.slug)}`),
    title: definition.title,
    description: definition.description,
    home: definition.home ?? site.home,
    self: documentUrls(site, definition.slug, folderOf(definition)),
    hub: hubUrl(site),
    language,
    updated: newestUpdate(site, entries),
    publisher: { name: site.title, url: site.home },
    rights: site.rights,
    logo: definition.logo ?? site.logo,
    icon: site.icon,
    ttl: definition.ttl,
    stylesheet: definition.partner === undefined ? stylesheetPath(site, definition.slug) : undefined,
    history: archived === 0 ? undefined : { archive: false, previous: archiveUrls(site, definition, archived) },
    entries,
  };
}

const entryOf = onceEachWay<StoredArticle, Entry>();

/** Feeds that show an article in one shape have one entry of it, the same object: what is made of that is made once. */
function entriesOf(site: Site, definition: Definition, articles: StoredArticle[]): Entry[] {
  const { content, kind, partner, profile, attribution, link_parameters } = definition;
  const language = definition.language ?? site.language;
  // All that an entry is made of beside its article.
  const shape = JSON.stringify(
    partner === undefined
      ? { content, kind, language }
      : { content, language, partner, profile, attribution, link_parameters, site: [site.title, site.home] },
  );
  return articles.map((article) =>
    entryOf(article, shape, () =>
      partner === undefined
        ? toEntry(article, definition, language)
        : toPartnerEntry(article, definition, partner, site),
    ),
  );
}

/**
 * A page of a feed's archive (RFC 5005 §4): pages count from 1, the oldest. It names no hub: what is new comes with the subscription
 * document, which it names.
 */
export function toArchivePage(site: Site, definition: Definition, articles: StoredArticle[], page: number): Feed {
  const { slug } = definition;
  return {
    ...toFeed(site, definition, articles),
    self: archiveUrls(site, definition, page),
    hub: undefined,
    history: {
      archive: true,
      previous: page === 1 ? undefined : archiveUrls(site, definition, page - 1),
      next: archiveUrls(site, definition, page + 1),
      current: documentUrls(site, slug, folderOf(definition)),
    },
  };
}

/** When a feed of these entries was updated: RFC 3339. */
export const newestUpdate = (site: Site, entries: Entry[]): string =>
  entries.length === 0 ? frozenTime(site) : toRfc3339(Math.max(...entries.map((entry) => Date.parse(entry.updated))));

/** The date in the site's tag URIs, as a time. A date without a day means the first one (RFC 4151 §2.1). */
const frozenTime = ({ tag }: Site): string =>
  toRfc3339(Date.parse(`${tag.date}T00:00:00Z`.replace(/^(\d{4})T/, "$1-01T")));
