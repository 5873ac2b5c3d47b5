import type { Site } from "./definition.ts";

/** The id of an article's entry, minted once: `tag:authority,date:specific` (RFC 4151 §2.1). */
export const mintEntryId = (site: Site, articleId: string): string => tagUri(site, encodeURIComponent(articleId));

/** A tag URI of the site's (RFC 4151 §2.1). */
export const tagUri = ({ tag }: Site, specific: string): string => `tag:${tag.authority},${tag.date}:${specific}`;
