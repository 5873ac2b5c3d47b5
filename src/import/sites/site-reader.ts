import type { ImportSource } from "../source.ts";
import type { ReadItem, Skip, SourceKind } from "../source-reading.ts";

/** What a running site answered. Redirects have been followed: `url` is where it came from. */
export interface SiteAnswer {
  url: string;
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** One request of whoever reads a site, with that one's own limits on size, time and addresses. */
export type AskSite = (url: string, headers?: Record<string, string>) => Promise<SiteAnswer>;

/** As much of a site as one request brought. */
export interface SitePage {
  /** What it was read as, and its own title: where any address may be given. */
  kind?: SourceKind;
  title?: string;
  items: ReadItem[];
  skipped: Skip[];
  /** What concerns the site as a whole. */
  notes: string[];
  /** How many items the site says it has. */
  total?: number;
}

export interface SiteQuestion {
  ask: AskSite;
  source: ImportSource;
  /** RFC 3339: only what was changed since then. Absent: everything. */
  since?: string;
  /** A feed: older entries than it links to are asked for, where whatever made it is known to have them. */
  all?: boolean;
  /** The site's own key, where it asks for one. */
  key?: string;
}

/**
 * Reads a running site to its end, a page at a time.
 *
 * @param home the site's address
 * @throws SiteFault where the site cannot be read, or cannot be read on: what was given before stands
 */
export type ReadSite = (home: string, question: SiteQuestion) => AsyncGenerator<SitePage>;

/** Why a site could not be read, as the rest of a sentence: `it answered 403`. */
export class SiteFault extends Error {
  readonly why: string;

  constructor(why: string) {
    super(`the site cannot be read: ${why}`);
    this.why = why;
  }
}
