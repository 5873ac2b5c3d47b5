import type { Finding } from "../../proofread/finding.ts";
import { sarifOf } from "../../proofread/report/sarif.ts";
import { findRule } from "../../proofread/table.ts";
import type { DocumentOrigin, DocumentReport, FoundBeside, FoundFaults, PageReport } from "../examination.ts";

/** The version of the tool in SARIF (§3.19.13). A service is deployed from a clone, and has no other that is known to it. */
const TOOL_VERSION = "1";

/** What programs are told of a document, each finding with what the table has to say of its rule. */
export function describeDocument(report: DocumentReport): object {
  const { origin, sha256, bytes, encoding, format, version, entries, series, beside } = report;
  const from =
    origin.kind === "url" ? { url: origin.url, asked: origin.asked, redirects: origin.hops } : { name: origin.name };
  return {
    ...from,
    content_type: origin.contentType,
    ...{ sha256, bytes, encoding, format, version, entries },
    ...describeFaults(report),
    over_time: series && {
      times: series.times,
      since: new Date(series.since).toISOString(),
      ...describeFaults(series),
    },
    beside: beside && describeBeside(beside),
  };
}

const describeBeside = ({ page, trouble, formats, unread, ...faults }: FoundBeside) => ({
  ...{ page, trouble, unread },
  formats: formats.map(({ url, format }) => ({ url, format })),
  ...describeFaults(faults),
});

/** What programs are told of a home page, or of a list of feeds, beside its feeds' documents. */
export const describePage = (report: PageReport): object => ({
  feeds: report.feeds.map(({ url, title, how, comments, trouble, hash }) => ({
    ...{ url, title, how, comments },
    ...(hash === undefined && { trouble }),
  })),
  more_feeds: report.more,
  ...describeFaults(report),
});

const describeFaults = ({ findings, counts }: FoundFaults) => ({
  findings: findings.map(explained),
  counts: Object.fromEntries(counts),
});

function explained(finding: Finding): object {
  const rule = findRule(finding.rule);
  if (!rule) return finding;
  const { says, section, url, mend, readers } = rule;
  return { ...finding, says, section, specification: url, mend, readers };
}

/** The same in SARIF 2.1.0: a page's own findings stand at the page. */
export const sarifOfReports = (reports: (DocumentReport | PageReport)[]): object =>
  sarifOf(
    reports.map(({ origin, findings, counts }) => ({ name: nameOf(origin), findings, counts: new Map(counts) })),
    TOOL_VERSION,
  );

const nameOf = (origin: DocumentOrigin): string =>
  origin.kind === "url" ? origin.url : (origin.name ?? "a document that was sent");
