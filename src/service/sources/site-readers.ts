import { type ReadSite, SiteFault } from "../../import/sites/site-reader.ts";
import { WORDPRESS_STANDINGS } from "../../import/wordpress/standings.ts";
import type { SiteReaders } from "./reading.ts";

// biome-ignore lint/correctness/useYield: it reads nothing
const unread: ReadSite = async function* () {
  throw new SiteFault("this version reads none of its kind");
};

/** The readers of running sites. */
export const SITE_READERS: SiteReaders = {
  wordpress: { read: unread, standings: WORDPRESS_STANDINGS },
  ghost: { read: unread, standings: WORDPRESS_STANDINGS },
};
