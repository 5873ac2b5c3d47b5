import type { Site } from "../../../feed/definition.ts";

/** The path of a page of ours, below the site's own. Links between pages leave the origin out. */
export const sitePath = (site: Site, rest: string): string => new URL(site.base).pathname.replace(/\/+$/, "") + rest;

export const feedPath = (site: Site, slug: string): string => sitePath(site, `/feeds/${encodeURI(slug)}`);

export const archivePath = (site: Site, slug: string, page: number): string =>
  sitePath(site, `/feeds/${encodeURI(slug)}/archive/${page}`);

/**
 * The address of an entry's full text, which is a page of its own below the page that lists it: a feed's, or an archive
 * page's.
 */
export const entryPath = (listPath: string, id: string): string => `${listPath}?entry=${encodeURIComponent(id)}`;

/** A URL's host, as people say it. */
export const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, "");
