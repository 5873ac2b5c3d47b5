import { agreement, formatsOfOneFeed } from "../../proofread/agreement.ts";
import { pageFindings } from "../../proofread/discover/page-findings.ts";
import type { Examination, ExaminedDocument, FeedOfPage, PageReport } from "../examination.ts";
import { examineDocument, hashOf, headOf, type ReadBytes, toldFaults } from "./examine.ts";
import { MAX_FEEDS_OF_PAGE } from "./limits.ts";
import type { FeedsOf, NamedFeed } from "./named-feeds.ts";
import { countOfSeverity } from "./report.ts";

interface PageParts {
  fetch(url: string): Promise<ReadBytes | { trouble: string }>;
  at: number;
}

/** Proofreads the feeds that a page or a list leads to, each by itself and beside the others. */
export async function examinePage(
  page: ReadBytes,
  { is, feeds }: FeedsOf,
  { fetch, at }: PageParts,
): Promise<Examination> {
  const looked: FeedOfPage[] = [];
  const documents: ExaminedDocument[] = [];
  const comparable: { name: string; text: string }[] = [];
  for (const feed of feeds.slice(0, MAX_FEEDS_OF_PAGE)) {
    const { url, title, how, comments } = feed;
    const read = await fetch(url);
    if ("trouble" in read) {
      looked.push({ url, title, how, comments, trouble: read.trouble, errors: 0, warnings: 0 });
      continue;
    }
    const examined = await examineDocument(read, at);
    const { report } = examined;
    const { hash, format, view } = report;
    const [errors, warnings] = [countOfSeverity(report, "error"), countOfSeverity(report, "warning")];
    documents.push(examined);
    // What was commented is no format of what was published.
    if (!comments) comparable.push({ name: url, text: read.document.text });
    looked.push({ url, title, how, comments, hash, format, view, errors, warnings });
  }
  const head = headOf(page, at);
  const report: PageReport = {
    kind: "page",
    is,
    ...head,
    // The same page with other feeds is another report.
    hash: hashOf([head.hash, ...looked.map(({ hash, url, trouble }) => hash ?? `${url} ${trouble}`)]),
    feeds: looked,
    more: Math.max(0, feeds.length - MAX_FEEDS_OF_PAGE),
    ...toldFaults([
      ...(is === "page" ? pageFindings(feeds.filter(isOfPage)) : []),
      ...formatsOfOneFeed(comparable).flatMap(agreement),
    ]),
  };
  return { status: "examined", report, documents };
}

type FeedNamedByPage = NamedFeed & { how: "link" | "anchor" | "place" };

const isOfPage = (feed: NamedFeed): feed is FeedNamedByPage => feed.how !== "list";
