import { readGhostSite } from "../../import/ghost/site.ts";
import { GHOST_STANDINGS } from "../../import/ghost/standings.ts";
import { readWordPressSite } from "../../import/wordpress/site.ts";
import { WORDPRESS_STANDINGS } from "../../import/wordpress/standings.ts";
import type { SiteReaders } from "./reading.ts";

/** The readers of running sites. */
export const SITE_READERS: SiteReaders = {
  wordpress: { read: readWordPressSite, standings: WORDPRESS_STANDINGS },
  ghost: { read: readGhostSite, standings: GHOST_STANDINGS },
};
