import { agreement, formatsOfOneFeed } from "../../proofread/agreement.ts";
import { pageFindings } from "../../proofread/discover/page-findings.ts";
import { viewOf } from "../../proofread/view.ts";
import type { DocumentReport, Examination, ExaminedDocument, FeedOfPage, PageReport } from "../examination.ts";
import { formatsBeside, type ViewedFeed } from "./beside.ts";
import { examineDocument, hashOf, headOf, type ReadBytes, servedAt } from "./examine.ts";
import { MAX_FEEDS_OF_PAGE } from "./limits.ts";
import type { FeedsOf, NamedFeed } from "./named-feeds.ts";
import { countOfSeverity } from "./report.ts";
import { toldFaults } from "./told-faults.ts";

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
  const comparable: (ViewedFeed & { report: DocumentReport })[] = [];
  for (const feed of feeds.slice(0, MAX_FEEDS_OF_PAGE)) {
    const { url, title, how, comments } = feed;
    const read = await fetch(url);
    if ("trouble" in read) {
      looked.push({ url, title, how, comments, trouble: read.trouble, errors: 0, warnings: 0 });
      continue;
    }
    const { text } = read.document;
    const view = viewOf(text);
    const examined = await examineDocument(read, at, view);
    const { report } = examined;
    const { hash, format } = report;
    const [errors, warnings] = [countOfSeverity(report, "error"), countOfSeverity(report, "warning")];
    documents.push(examined);
    // What was commented is no format of what was published.
    if (view && !comments) comparable.push({ name: url, text, view, report });
    looked.push({ url, title, how, comments, hash, format, view: report.view, errors, warnings });
  }
  for (const feed of comparable) {
    const others = comparable.filter((one) => one !== feed);
    const beside = formatsBeside(feed, others, servedAt(page) ?? "");
    // Where no other format is found here, one may be known from its own home page: nothing is said.
    if (beside.formats.length > 0) feed.report.beside = beside;
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
