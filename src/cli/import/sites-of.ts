import { readGhostSite } from "../../import/ghost/site.ts";
import { readWordPressSite } from "../../import/wordpress/site.ts";
import type { RunningSite } from "./site.ts";

/** What the command line says of running sites. */
interface SiteOptions {
  wordpress?: string;
  ghost?: string;
  user?: string;
  key?: string;
}

/** The running sites that are named, each with its key; a text says what is wrong. */
export function sitesOf({ wordpress, ghost, user, key }: SiteOptions): RunningSite[] | string {
  if (wordpress !== undefined && ghost !== undefined)
    return "--wordpress and --ghost have keys of their own: import one after the other";
  if (ghost !== undefined) {
    if (user !== undefined) return "--user is a user of --wordpress";
    const given = key ?? process.env.GHOST_KEY;
    if (!given) return "--ghost needs a --key, which Ghost shows under Settings, Integrations";
    return [{ home: ghost, key: given, kind: "ghost", read: readGhostSite }];
  }
  const password = key ?? process.env.WORDPRESS_KEY;
  if (user !== undefined && (password === undefined || wordpress === undefined))
    return "--user is a user of --wordpress, and needs a --key";
  if (key !== undefined && user === undefined) return "--key is of a --ghost, or an application password of a --user";
  if (wordpress === undefined) return [];
  const signed = user === undefined ? undefined : `${user}:${password}`;
  return [{ home: wordpress, key: signed, kind: "wordpress", read: readWordPressSite }];
}
