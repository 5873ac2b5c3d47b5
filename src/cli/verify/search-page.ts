import { commonPlaces, type DiscoveredFeed, discoverFeeds } from "../../proofread/discover/discover.ts";
import { documentKind, isFeedKind } from "../../proofread/reach/document-kind.ts";
import { fewAtATime } from "../few-at-a-time.ts";
import { reasonOf } from "../reason.ts";
import type { AskingAs } from "./ask.ts";
import { type LoadedDocument, loadFromUrl } from "./load.ts";

/** A web page, and what it leads to. */
export interface SearchedPage {
  feeds: PageFeed[];
  /** Beyond those that are fetched. */
  others: number;
}

/** A feed that a page leads to, fetched or not. */
export type PageFeed = DiscoveredFeed & ({ document: LoadedDocument } | { trouble: unknown });

/** Of one page: more are looked at one by one. */
const MOST_FEEDS = 20;
/** Requests at a time that a server of anybody's can bear. */
const FEW = 4;

/**
 * The feeds of a web page: those that it links to for readers, whether they are there or not; else those that its text links
 * to; else those at the usual places. Of a page that is a file, only what it links to by whole URLs.
 */
export async function searchPage({ text, url }: LoadedDocument, as: AskingAs): Promise<SearchedPage> {
  const found = discoverFeeds(text, url ?? "file:///");
  const feeds = await fetchAll(found.slice(0, MOST_FEEDS), as);
  const others = Math.max(0, found.length - MOST_FEEDS);
  if (found[0]?.how === "link") return { feeds: onceEach(feeds), others };
  // What only looks like a feed, and is none, is nobody's fault.
  const linked = onceEach(feeds.filter(isFeed));
  if (linked.length > 0 || url === undefined) return { feeds: linked, others };
  return { feeds: onceEach((await fetchAll(commonPlaces(url), as)).filter(isFeed)), others: 0 };
}

const fetchAll = (found: DiscoveredFeed[], as: AskingAs): Promise<PageFeed[]> =>
  fewAtATime(found, FEW, async (feed) => {
    try {
      return { ...feed, document: await loadFromUrl(feed.url, as) };
    } catch (error) {
      return { ...feed, trouble: reasonOf(error) };
    }
  });

/** Whether a text is a feed of any format, well-formed or not. */
const isFeed = (feed: PageFeed): boolean => "document" in feed && isFeedKind(documentKind(feed.document.text));

/** A feed that is served at several addresses, or that they lead to. */
function onceEach(feeds: PageFeed[]): PageFeed[] {
  const seen = new Set<string>();
  return feeds.filter((feed) => {
    if (!("document" in feed)) return true;
    const { url = "", text } = feed.document;
    const isNew = !seen.has(url) && !seen.has(text);
    seen.add(url).add(text);
    return isNew;
  });
}
