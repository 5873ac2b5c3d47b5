import type { Site } from "../../../feed/definition.ts";

/** A path of ours, wherever the service is reached: links between pages leave the origin out. */
export const path = (site: Site, rest: string): string => new URL(site.base).pathname.replace(/\/+$/, "") + rest;

export const feedPath = (site: Site, slug: string): string => path(site, `/feeds/${slug}`);

export const archivePath = (site: Site, slug: string, page: number): string =>
  path(site, `/feeds/${slug}/archive/${page}`);

/** An entry's full text is a page of its own: in the feed, or in a page of its archive. */
export const entryPath = (listPath: string, id: string): string => `${listPath}?entry=${encodeURIComponent(id)}`;

/** The host that a reader is sent to. */
export const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, "");
