import { pageFindings } from "../../proofread/discover/page-findings.ts";
import { fewAtATime } from "../few-at-a-time.ts";
import { type CheckingAs, checkLoaded, checkOne, type InputCheck } from "./check-document.ts";
import type { LoadedDocument } from "./load.ts";
import { type CheckedItem, checkedItem, notRead } from "./report.ts";
import { type PageFeed, searchPage } from "./search-page.ts";

/** Feeds that are proofread at a time. */
const FEW = 4;

/** A page's feeds. Where it has none, it is proofread itself, as what was given for a feed. */
export async function checkPage(page: LoadedDocument, as: CheckingAs): Promise<InputCheck> {
  const { feeds, others } = await searchPage(page, as);
  if (feeds.length === 0) {
    const nowhere = page.url === undefined ? " by a whole URL" : ", and none is at the usual places";
    return {
      items: [{ ...(await checkLoaded(page, as)), what: `a web page: it links to no feed${nowhere}` }],
      documents: [],
    };
  }
  const checks = await fewAtATime(feeds, FEW, (feed) => checkFound(feed, as));
  const notes = others > 0 ? [`${page.name} leads to ${others} feeds more, which were not looked at.`] : [];
  return {
    items: [pageItem(page, feeds), ...checks.flatMap(({ items }) => items)],
    documents: checks.flatMap(({ documents }) => documents),
    notes,
  };
}

/** What was commented is no format of what was published. */
async function checkFound(feed: PageFeed, as: CheckingAs): Promise<InputCheck> {
  if ("trouble" in feed) return { items: [notRead(feed.url, feed.trouble)], documents: [] };
  const { items, documents } = await checkOne(feed.document, as);
  return { items, documents: feed.comments ? [] : documents };
}

/** That a feed is not there is told of the feed; how the page leads to it, of the page. */
const pageItem = ({ name, received }: LoadedDocument, feeds: PageFeed[]): CheckedItem =>
  checkedItem(name, `a web page: ${HOW[feeds[0]?.how ?? "link"]}`, {
    findings: pageFindings(feeds).map((finding) => ({ document: name, ...finding })),
    received,
    feeds: feeds.map(({ url, title, type, how, comments }) => ({ url, title, type, how, comments })),
  });

const HOW: Record<PageFeed["how"], string> = {
  link: "its feeds, by its links to them",
  anchor: 'it has no <link rel="alternate"> for readers; its text links to these feeds',
  place: "it names no feed; these are where sites often have theirs",
};
