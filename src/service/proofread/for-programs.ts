import { findRule } from "../../proofread/table.ts";
import { sarifOf } from "./pending.ts";
import type { DocumentReport } from "./report.ts";

/** The version of what programs are told. */
const REPORT_VERSION = "1";

/** What a report says of a document. Each finding with what the table has to say of its rule. */
export function describeDocument(report: DocumentReport): object {
  const { origin, sha256, bytes, encoding, format, version, entries, findings, counts } = report;
  const from =
    origin.kind === "url" ? { url: origin.url, asked: origin.asked, redirects: origin.hops } : { name: origin.name };
  return {
    ...from,
    content_type: origin.contentType,
    ...{ sha256, bytes, encoding, format, version, entries },
    counts: Object.fromEntries(counts),
    findings: findings.map((finding) => {
      const rule = findRule(finding.rule);
      return {
        ...finding,
        says: rule?.says,
        section: rule?.section,
        specification: rule?.url,
        mend: rule?.mend,
        readers: rule?.readers,
      };
    }),
  };
}

/** The same in SARIF 2.1.0. */
export const sarifOfReport = (documents: DocumentReport[]): object =>
  sarifOf(
    documents.map(({ origin, findings }) => ({
      name: origin.kind === "url" ? origin.url : (origin.name ?? "document"),
      findings,
    })),
    REPORT_VERSION,
  );
