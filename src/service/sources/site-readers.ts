import { readGhostSite } from "../../import/ghost/site.ts";
import { GHOST_STANDINGS } from "../../import/ghost/standings.ts";
import type { ReadSite } from "../../import/sites/site-reader.ts";
import type { SiteStandings } from "../../import/sites/standings.ts";
import { readWordPressSite } from "../../import/wordpress/site.ts";
import { WORDPRESS_STANDINGS } from "../../import/wordpress/standings.ts";

/** How the sites of each kind are read. */
export const SITE_READERS: Record<"wordpress" | "ghost", { read: ReadSite; standings: SiteStandings }> = {
  wordpress: { read: readWordPressSite, standings: WORDPRESS_STANDINGS },
  ghost: { read: readGhostSite, standings: GHOST_STANDINGS },
};
