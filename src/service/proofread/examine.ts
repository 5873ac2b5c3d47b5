import { createHash } from "node:crypto";
import { agreement, formatsOfOneFeed } from "../../proofread/agreement.ts";
import type { Finding } from "../../proofread/finding.ts";
import { proofread } from "../../proofread/proofread.ts";
import { viewOf } from "../../proofread/view.ts";
import type { Home } from "../home.ts";
import { Asking } from "../sources/asking.ts";
import { type FetchedDocument, fetchDocument } from "./fetch-document.ts";
import { foldSource } from "./fold.ts";
import type { Given } from "./given.ts";
import { ASKING, MAX_FEEDS_OF_PAGE, MAX_FINDINGS, MAX_MESSAGE, MOST_SHOWN } from "./limits.ts";
import { type DiscoveredFeed, decodeDocument, discoverFeeds } from "./pending.ts";
import type { DocumentOrigin, DocumentReport, FeedOfPage, PageReport, StoredReport } from "./report.ts";
import { countOf } from "./report.ts";
import { shownView } from "./shown-view.ts";

/** What came of a proofreading: the report that was asked for, and before it those that it refers to. */
export type Examination =
  | { status: "examined"; reports: [StoredReport, ...DocumentReport[]] }
  | { status: "unread"; why: string };

interface ExaminedBytes {
  bytes: Uint8Array;
  origin: DocumentOrigin;
}

/**
 * Proofreads what was given: a document, or of a home page all the feeds that it leads to.
 *
 * @param base the service's own address
 */
export async function examine(
  given: Given,
  home: Pick<Home, "fetchOut">,
  base: string,
  at: number,
): Promise<Examination> {
  if (given.kind === "document") {
    const { bytes, name, contentType } = given;
    return {
      status: "examined",
      reports: [(await examineDocument({ bytes, origin: { kind: "sent", name, contentType } }, at)).report],
    };
  }
  const asking = new Asking(home, base, ASKING);
  const fetched = await fetchDocument(asking, given.url);
  if ("trouble" in fetched) return { status: "unread", why: fetched.trouble };
  const feeds = feedsOfPage(fetched);
  if (feeds.length === 0) return { status: "examined", reports: [(await examineDocument(fetched, at)).report] };
  return examinePage(fetched, feeds, asking, at);
}

/** A document's report, and its text, with which others are compared. */
interface Examined {
  report: DocumentReport;
  text: string;
}

async function examineDocument({ bytes, origin }: ExaminedBytes, at: number): Promise<Examined> {
  const { contentType } = origin;
  const url = origin.kind === "url" ? origin.url : undefined;
  const { text, encoding, faults } = decodeDocument(bytes, contentType);
  const { format, version, entries, findings, counts } = await proofread(text, { url, contentType, most: MOST_SHOWN });
  for (const { rule } of faults) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const shown = [...faults, ...findings].slice(0, MAX_FINDINGS).map(clipped);
  const report: DocumentReport = {
    kind: "document",
    ...headOf({ bytes, origin }, at),
    encoding,
    format,
    version,
    entries,
    findings: shown,
    counts: [...counts],
    source: foldSource(text, shown),
    view: shownView(viewOf(text)),
  };
  return { report, text };
}

/** A page that leads to feeds; none where it is a document itself. */
function feedsOfPage({ bytes, origin }: FetchedDocument): DiscoveredFeed[] {
  const { text } = decodeDocument(bytes, origin.contentType);
  return looksLikePage(text) ? discoverFeeds(text, origin.url) : [];
}

/** What begins as HTML does, whatever it says it is. */
const looksLikePage = (text: string): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html|<head|<body)\b/i.test(
    text.slice(0, 4_000),
  );

async function examinePage(
  page: FetchedDocument,
  found: DiscoveredFeed[],
  asking: Asking,
  at: number,
): Promise<Examination> {
  const feeds: FeedOfPage[] = [];
  const examined: Examined[] = [];
  for (const feed of found.slice(0, MAX_FEEDS_OF_PAGE)) {
    const { url, title, how } = feed;
    const fetched = await fetchDocument(asking, url);
    if ("trouble" in fetched) {
      feeds.push({ url, title, how, trouble: fetched.trouble, errors: 0, warnings: 0 });
      continue;
    }
    const one = await examineDocument(fetched, at);
    const { hash, format, view } = one.report;
    examined.push(one);
    feeds.push({
      url,
      title,
      how,
      hash,
      format,
      view,
      errors: countOf(one.report, "error"),
      warnings: countOf(one.report, "warning"),
    });
  }
  const documents = examined.map(({ report, text }) => ({ name: nameOf(report.origin), text }));
  const disagreements = formatsOfOneFeed(documents).flatMap(agreement).slice(0, MAX_FINDINGS).map(clipped);
  const head = headOf(page, at);
  const report: PageReport = {
    kind: "page",
    ...head,
    // The same page with other feeds is another report.
    hash: hashOf([head.hash, ...feeds.map(({ hash, url, trouble }) => hash ?? `${url} ${trouble}`)]),
    feeds,
    more: Math.max(0, found.length - MAX_FEEDS_OF_PAGE),
    disagreements,
  };
  return { status: "examined", reports: [report, ...examined.map((one) => one.report)] };
}

/** What people call a document by where it came from. */
const nameOf = (origin: DocumentOrigin): string =>
  origin.kind === "url" ? origin.url : (origin.name ?? "the document");

function headOf({ bytes, origin }: ExaminedBytes, at: number) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const from = origin.kind === "url" ? [origin.asked, origin.url] : ["", origin.name ?? ""];
  return { hash: hashOf([sha256, ...from, origin.contentType ?? ""]), at, origin, sha256, bytes: bytes.byteLength };
}

/** Half of a hash: nobody finds two documents for one of 160 bits, and addresses are to be sent. */
const hashOf = (parts: string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 40);

function clipped(finding: Finding): Finding {
  const { message } = finding;
  return message.length <= MAX_MESSAGE ? finding : { ...finding, message: `${message.slice(0, MAX_MESSAGE)}…` };
}
