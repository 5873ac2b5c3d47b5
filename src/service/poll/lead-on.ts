import type { MiddlewareHandler } from "hono";
import { documentUrl } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { addressText, parseAddress } from "../../feed/redirects/address.ts";
import { looksLikeFeed } from "../../feed/redirects/looks-like-feed.ts";
import { isServed } from "../../feed/redirects/served.ts";
import type { Home } from "../home.ts";
import { OPEN_TO_PAGES } from "../http/open-to-pages.ts";
import { plain } from "../http/plain.ts";
import { noFeed } from "./missing.ts";
import { type Lead, leads } from "./successors.ts";

/**
 * How long it is kept that an old address leads elsewhere. Readers take it for good (RFC 9110 §15.4.2); where it was a mistake, caches have
 * forgotten it by the next day.
 */
const KEEP_LEAD = "public, max-age=86400";

/** Keeps account of who asks for old addresses. */
export interface AddressAccount {
  /** @param leadsTo slug and format of the feed that a redirect leads to; null: none knows the address */
  note(address: string, leadsTo: string | null, request: Request): void;
}

/** Middleware that leads readers on who ask for an old address, and notes addresses of feeds at which nothing is. */
export function leadOn(home: Home, catalog: Catalog, account: AddressAccount): MiddlewareHandler {
  const leadOf = leads(home.db, catalog);
  return async (c, next) => {
    const request = c.req.raw;
    const address = /^(GET|HEAD)$/.test(request.method) ? parseAddress(request.url) : null;
    if (!address) return next();
    // Readers poll with GET.
    const isCounted = request.method === "GET";
    const lead = await leadOf(address, Date.now());
    if (lead) {
      if (lead.status === "moved" && isCounted)
        account.note(addressText(address), `${lead.slug}.${lead.format}`, request);
      return answerOf(lead, catalog);
    }
    const isWanted = looksLikeFeed(address) && !isServed(catalog, address);
    // What is asked for by the query alone, the directory would answer.
    if (isWanted && address.path === "/") c.res = noFeed();
    else await next();
    if (isWanted && isCounted && c.res.status === 404) account.note(addressText(address), null, request);
  };
}

function answerOf(lead: NonNullable<Lead>, { site }: Catalog): Response {
  const headers = { ...OPEN_TO_PAGES, "cache-control": KEEP_LEAD };
  if (lead.status === "moved")
    return plain(301, "This feed has moved.", { ...headers, location: documentUrl(site, lead.slug, lead.format) });
  const why = lead.what === null ? "This feed has ended." : `This was a feed of ${lead.what}. There is none any more.`;
  return plain(410, why, headers);
}
