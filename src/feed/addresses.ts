import type { Definition, Site } from "./definition.ts";
import type { Format, FormatUrls } from "./feed.ts";

/** Where a feed's documents are served. */
export type Folder = "feeds" | "partner";

export const folderOf = ({ access }: Pick<Definition, "access">): Folder =>
  access === "partner" ? "partner" : "feeds";

/** The URL of one format's document. */
export const documentUrl = (site: Site, slug: string, format: Format, folder: Folder = "feeds"): string =>
  `${site.base}/${folder}/${encodeURI(slug)}.${format}`;

const formatUrls = (url: (format: Format) => string): FormatUrls => ({
  rss: url("rss"),
  atom: url("atom"),
  json: url("json"),
});

/** The URL of each format's document. */
export const documentUrls = (site: Site, slug: string, folder?: Folder): FormatUrls =>
  formatUrls((format) => documentUrl(site, slug, format, folder));

/** Where a family's feeds are, with `{value}` in the value's place. */
export function valueUrls(site: Site, family: Pick<Definition, "slug" | "access">): FormatUrls {
  const { rss, atom, json } = documentUrls(site, `${family.slug}/VALUE`, folderOf(family));
  const withValue = (url: string): string => url.replace(/VALUE(?=\.\w+$)/, "{value}");
  return { rss: withValue(rss), atom: withValue(atom), json: withValue(json) };
}

/** The URL of each format's document of a page of the archive. Pages count from 1, the oldest. */
export const archiveUrls = (site: Site, definition: Definition, page: number): FormatUrls =>
  formatUrls(
    (format) => `${site.base}/${folderOf(definition)}/${encodeURI(definition.slug)}/archive/${page}.${format}`,
  );

/** Where subscribers ask to be sent what is published (WebSub §4): each document names it as its hub. */
export const hubUrl = (site: Site): string => `${site.base}/hub`;

/** The feed's page for people. */
export const pageUrl = (site: Site, slug: string): string => `${site.base}/feeds/${encodeURI(slug)}`;

/**
 * The path of a feed's stylesheet, without the origin: every poller pays for its bytes. An ampersand would need escaping in
 * a processing instruction.
 */
export const stylesheetPath = (site: Site, slug: string): string =>
  new URL(`${pageUrl(site, slug)}.css`).pathname.replaceAll("&", "%26");
