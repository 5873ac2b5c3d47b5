import type { AskSite } from "./site-reader.ts";

/** Where an item stands at its site, by all that it may be known by: its id as an entry, its address. */
export interface SiteStanding {
  names: string[];
  stands: "shown" | "withheld" | "gone";
}

export interface StandingsQuestion {
  ask: AskSite;
  /** The site's own key: with one it tells of what it does not show, too. */
  key?: string;
  /** Pages are items, too. */
  pages?: boolean;
}

/** What a site has by now, without its words. */
export interface SiteStandings {
  /** How many items it shows, by one request; undefined: it does not say. */
  count(home: string, question: StandingsQuestion): Promise<number | undefined>;
  /** Where each of its items stands, to the end. @throws SiteFault */
  list(home: string, question: StandingsQuestion): AsyncGenerator<SiteStanding[]>;
}
