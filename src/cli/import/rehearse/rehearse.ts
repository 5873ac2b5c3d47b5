import { addressText, parseAddress } from "../../../feed/redirects/address.ts";
import { readAsReader, type SeenFeed, type SeenItem } from "../../../verify/read/as-reader.ts";
import { PATIENCE, request } from "../../request.ts";
import { loadFromUrl } from "../../verify/load.ts";
import { atBase } from "../../verify/public.ts";
import { compareFeeds } from "./compare.ts";
import type { Rehearsal } from "./report.ts";

/** Pages of an archive that are looked through for what the feed itself no longer has. */
const MAX_PAGES = 100;

export interface RehearseOptions {
  /** The old feed. */
  url: string;
  /** The running service. */
  to: string;
  /** Our feed; absent: that which a redirect leads to from the old address. */
  slug?: string;
}

/**
 * Compares what subscribers of an old feed see with what ours would show them.
 *
 * @throws one line: one of the two cannot be reached or read, or it is not known which is ours
 */
export async function rehearse({ url, to, slug }: RehearseOptions): Promise<Rehearsal> {
  const old = await readFeed(url);
  const own =
    slug === undefined ? await followRedirect(url, to) : `${to}/feeds/${encodeURI(slug)}.${ENDINGS[old.format]}`;
  const ours = await readFeed(own);
  const ids = new Set(ours.items.map(({ id }) => id));
  const archive = old.items.every(({ id }) => ids.has(id)) ? [] : await readArchive(ours, to);
  return { old: url, ours: own, comparison: compareFeeds(old, ours, archive) };
}

const ENDINGS = { RSS: "rss", Atom: "atom", "JSON Feed": "json" } as const;

async function readFeed(url: string): Promise<SeenFeed> {
  const { text } = await loadFromUrl(url);
  const reading = await readAsReader(text);
  if (reading.status === "failed") throw new Error(`${url} is no feed that readers can read: ${reading.reason}`);
  return reading.feed;
}

/** What the service will say at the old address, once that is its own. It counts no HEAD. */
async function followRedirect(url: string, to: string): Promise<string> {
  const asked = atBase(to, url);
  const { status, headers } = await request(asked, { patience: PATIENCE, method: "HEAD", redirect: "manual" });
  const location = headers.get("location");
  if (status === 301 && location !== null) return atBase(to, location);
  const address = parseAddress(url);
  const path = address ? addressText(address) : url;
  if (status === 410)
    throw new Error(`${path} would be answered 410: the redirects in feeds/site.ts say that it has ended`);
  throw new Error(
    `no redirect leads from ${path} to a feed of ours (${asked} answered ${status}): write one into feeds/site.ts, or name our feed: --with SLUG`,
  );
}

async function readArchive(feed: SeenFeed, to: string): Promise<SeenItem[]> {
  const items: SeenItem[] = [];
  let { earlier } = feed;
  for (let pages = 0; earlier !== undefined && pages < MAX_PAGES; pages += 1) {
    const page = await readFeed(atBase(to, earlier));
    items.push(...page.items);
    earlier = page.earlier;
  }
  return items;
}
