import type { LineFates } from "./line-fate.ts";
import type { SiteRules } from "./site-rules.ts";

/** Where bytes came from, and what the person who imports them said of them. */
export interface ImportSource {
  /** A file's path or a URL, for people. */
  name: string;
  /** Where it was fetched from: relative addresses resolve against it. */
  url?: string;
  /** The HTTP Content-Type. */
  contentType?: string;
  /** RFC 3339. Only tells which dates lie in the future. */
  now: string;
  /** The file's path within the folder that was imported, with `/` between its parts: generators make addresses, dates and drafts of it. */
  path?: string;
  /** What the settings of the site that the file belongs to say of it. */
  site?: SiteRules;
  /** When the file was last changed, RFC 3339. */
  modified?: string;
  /** What carries no date gets the file's time. */
  fileTime?: boolean;
  /** Page text only: what lines are, by their numbers from 1, whatever the parser would take them for. */
  lines?: LineFates;
  /** The site's own home, absolute: what has no address of its own gets one under it. `base` comes before it. */
  home?: string;
  /** The newsroom's IANA time zone, for times that are written without one; absent: UTC. */
  zone?: string;
  /** Stores as public what says of itself that it is not, or not yet, or no more. */
  publishAll?: boolean;
  /** Page texts and Markdown without an address of their own get this one, and a slug of the headline. */
  base?: string;
  /** RFC 3339: for what carries no date. */
  date?: string;
  /** Every article read from here gets this section, whatever its own. */
  section?: string;
  /** Every article read from here gets this tag beside its own. */
  tag?: string;
  /** WordPress and Ghost: what is read beside posts, by the names of its types: `page`. */
  postTypes?: string[];
}
