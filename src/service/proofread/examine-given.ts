import { commonPlaces, discoverFeeds } from "../../proofread/discover/discover.ts";
import { opmlFeeds } from "../../proofread/discover/opml.ts";
import { documentKind, isFeedKind } from "../../proofread/reach/document-kind.ts";
import { viewOf } from "../../proofread/view.ts";
import type { Examination, Given } from "../examination.ts";
import type { Home, Reach } from "../home.ts";
import { Asking } from "../sources/asking.ts";
import { lookBeside } from "./beside.ts";
import { examineDocument, isWebPage, type ReadBytes, readBytes } from "./examine.ts";
import { examinePage } from "./examine-page.ts";
import { fetchForProof } from "./fetch-for-proof.ts";
import { linkedUrl } from "./given.ts";
import { ASKING, ASKING_BESIDE, MAX_PLACES } from "./limits.ts";
import type { FeedsOf, NamedFeed } from "./named-feeds.ts";
import { clipText } from "./shown-view.ts";

/**
 * Proofreads what was given: a document, or of a home page all the feeds that it leads to.
 *
 * @param base the service's own address
 * @param reach `public` for strangers
 */
export async function examineGiven(
  given: Given,
  home: Pick<Home, "fetchOut">,
  base: string,
  at: number,
  reach: Reach,
): Promise<Examination> {
  const asking = new Asking(home, base, ASKING, reach);
  const read =
    given.kind === "url"
      ? await fetchAndRead(asking, given.url)
      : await readBytes({ bytes: given.bytes, origin: { ...given.origin, kind: "sent" } });
  if ("trouble" in read) return { status: "unread", why: read.trouble };
  const found = await feedsOf(read, asking);
  if (found) return examinePage(read, found, { fetch: (url) => fetchAndRead(asking, url), at });
  const view = viewOf(read.document.text);
  const examined = await examineDocument(read, at, view);
  const { origin, document } = read;
  if (view && origin.kind === "url") {
    const besides = new Asking(home, base, ASKING_BESIDE, reach);
    const feed = { name: origin.url, text: document.text, view };
    const known = [origin.asked, ...origin.hops.map(({ url }) => url), origin.url];
    examined.report.beside = await lookBeside(feed, known, (url) => fetchAndRead(besides, url));
  }
  return { status: "examined", report: examined.report, documents: [examined] };
}

/** @returns undefined: the document itself is to be proofread */
async function feedsOf(read: ReadBytes, asking: Asking): Promise<FeedsOf | undefined> {
  const { origin, document } = read;
  const { text } = document;
  if (origin.kind !== "url") return undefined;
  if (documentKind(text) === "opml") return nonEmpty("list", askable(listed(text), origin.url));
  if (!isWebPage(read)) return undefined;
  const named = askable(discoverFeeds(text, origin.url), origin.url);
  return nonEmpty("page", named.length > 0 ? named : await atCommonPlaces(origin.url, asking));
}

const nonEmpty = (is: FeedsOf["is"], feeds: NamedFeed[]): FeedsOf | undefined =>
  feeds.length === 0 ? undefined : { is, feeds };

const listed = (opml: string): NamedFeed[] =>
  opmlFeeds(opml).map(({ url, title }) => ({ url, title, how: "list" as const }));

/** Those that may be asked for, each with as much of its title as a report shows. */
const askable = (feeds: NamedFeed[], base: string): NamedFeed[] =>
  feeds.flatMap(({ url, title, ...feed }) => {
    const address = linkedUrl(url, base);
    return address === undefined ? [] : [{ ...feed, url: address, title: clipText(title) }];
  });

/** The first place at which a site that names no feed has one. */
async function atCommonPlaces(page: string, asking: Asking): Promise<NamedFeed[]> {
  for (const place of commonPlaces(page).slice(0, MAX_PLACES)) {
    const read = await fetchAndRead(asking, place.url);
    if (!("trouble" in read) && isFeedKind(documentKind(read.document.text))) return [place];
  }
  return [];
}

async function fetchAndRead(asking: Asking, url: string): Promise<ReadBytes | { trouble: string }> {
  const fetched = await fetchForProof(asking, url);
  return "trouble" in fetched ? fetched : readBytes(fetched);
}
