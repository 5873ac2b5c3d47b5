import { type Detected, detectBytes } from "./detect.ts";
import { type NextDocument, nextOfJson, nextOfXml } from "./feeds/next-document.ts";
import { readDetected } from "./read.ts";
import { type ReadSite, type SiteAnswer, SiteFault, type SitePage } from "./sites/site-reader.ts";
import type { ImportSource } from "./source.ts";
import type { ReadItem } from "./source-reading.ts";

/** Documents of one feed: 20,000 entries by tens, as WordPress gives them. */
const MAX_DOCUMENTS = 2000;

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5";

/**
 * Reads what stands at an address, and, where it is a feed, on through all that it links to as older: its archives, its pages.
 * Of an entry that comes again the first is kept, which is the newest. With `since`, until something older was read.
 */
export const readFeedSite: ReadSite = async function* (address, { ask, source, since, all }) {
  const seen = new Set<unknown>();
  const asked = new Set<string>();
  for (let next: string | undefined = address; next !== undefined; ) {
    if (asked.size === MAX_DOCUMENTS) throw new SiteFault(`it goes on after ${MAX_DOCUMENTS} documents`);
    asked.add(next);
    const answer: SiteAnswer = await ask(next, { accept: ACCEPT });
    const isBehindTheLast = isNumbered(next) && asked.size > 1 && answer.status === 404;
    if (isBehindTheLast) return;
    if (answer.status !== 200) throw new SiteFault(`${asked.size === 1 ? "it" : next} answered ${answer.status}`);
    const place: ImportSource = {
      ...source,
      name: next,
      url: answer.url,
      contentType: answer.headers.get("content-type") ?? undefined,
    };
    const found = detectBytes(answer.body, place);
    const reading = await readDetected(found, place);
    if (reading.kind === "unknown" && asked.size > 1) throw new SiteFault(`${next}: ${reading.skipped[0]?.reason}`);
    const items = reading.items.filter(({ article }) => !seen.has(article.id));
    for (const { article } of items) seen.add(article.id);
    const isReadOn = items.length > 0 && (since === undefined || items.every((item) => isAfter(item, since)));
    next = isReadOn ? olderThan(found.detected, answer.url, all ?? false) : undefined;
    yield { ...reading, items } satisfies SitePage;
    if (next !== undefined && asked.has(next)) return;
  }
};

/** Where the entries before those of a document are: where it says, else where WordPress has them. */
function olderThan(detected: Detected, url: string, all: boolean): string | undefined {
  const found: NextDocument =
    "root" in detected ? nextOfXml(detected.root) : detected.kind === "json feed" ? nextOfJson(detected.feed) : NOWHERE;
  if (found.address !== undefined) return webAddress(found.address, url);
  return all && found.isWordPress ? numberedAfter(url) : undefined;
}

const NOWHERE: NextDocument = { isWordPress: false };

function webAddress(address: string, base: string): string | undefined {
  const url = URL.parse(address, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href.replace(/#.*$/s, "") : undefined;
}

const isNumbered = (url: string): boolean => URL.parse(url)?.searchParams.has("paged") ?? false;

function numberedAfter(url: string): string {
  const next = new URL(url);
  next.searchParams.set("paged", String(Math.max(1, Number(next.searchParams.get("paged")) || 1) + 1));
  return next.href;
}

function isAfter({ article }: ReadItem, since: string): boolean {
  const date = Date.parse(String(article.updated_at ?? article.published_at));
  return !Number.isFinite(date) || date >= Date.parse(since);
}
