import type { FC } from "hono/jsx";
import type { Site } from "../../feed/definition.ts";
import { Exactly } from "../pages/frame/time.tsx";
import { counted } from "../pages/frame/wording.ts";
import { FindingsSection } from "./findings-section.tsx";
import { FORMAT_NAMES } from "./format-names.ts";
import { PageFeeds } from "./page-feeds.tsx";
import { countOf, type DocumentReport, type StoredReport } from "./report.ts";
import { SourceSection } from "./source-section.tsx";
import { ViewsSection } from "./views-section.tsx";

interface ReportProps<Report extends StoredReport = StoredReport> {
  site: Site;
  report: Report;
  /** Milliseconds. */
  expiresAt: number;
  path(rest?: string): string;
}

/** What a proofreading came to, for whoever has its address. */
export const ReportPage: FC<ReportProps> = (props) => {
  const { report, path, site } = props;
  return (
    <div class="proofreader">
      <p class="back">
        <a href={path()}>Proofread another feed</a>
      </p>
      <h1>{verdictOf(report)}</h1>
      <Facts {...props} />
      {report.kind === "page" ? (
        <PageFeeds site={site} report={report} path={path} />
      ) : (
        <>
          <FindingsSection report={report} path={path} />
          <ViewsSection
            site={site}
            views={report.view ? [{ name: FORMAT_NAMES[report.format ?? ""] ?? "", view: report.view }] : []}
          />
          <SourceSection report={report} />
        </>
      )}
    </div>
  );
};

/** What is most to be known. */
function verdictOf(report: StoredReport): string {
  if (report.kind === "page") return `${counted(report.feeds.length, "feed")} at this page`;
  const [errors, warnings] = [countOf(report, "error"), countOf(report, "warning")];
  const what = report.format === undefined ? "It is no feed" : `${nameOfFormat(report)} feed`;
  const found = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(Boolean);
  return `${what}: ${found.length > 0 ? found.join(", ") : "nothing is wrong with it"}`;
}

const nameOfFormat = ({ format = "", version }: DocumentReport): string =>
  [FORMAT_NAMES[format] ?? format, format === "rdf" || format === "entry" ? undefined : version]
    .filter(Boolean)
    .join(" ");

/** Which bytes, from where, as what, and when. */
const Facts: FC<ReportProps> = ({ site, report, expiresAt }) => {
  const { origin } = report;
  return (
    <dl class="facts">
      <dt>Of</dt>
      <dd>
        <Exactly site={site} at={report.at} />; kept until <Exactly site={site} at={expiresAt} />
      </dd>
      <dt>From</dt>
      <dd>
        {origin.kind === "sent" ? (
          (origin.name ?? "what was sent")
        ) : (
          <>
            {origin.hops.map(({ url, status }) => (
              <>
                {url} ({status}), which leads to{" "}
              </>
            ))}
            <a href={origin.url} rel="nofollow noopener">
              {origin.url}
            </a>
          </>
        )}
      </dd>
      <dt>As</dt>
      <dd>
        {origin.contentType ?? (origin.kind === "url" ? "nothing: there was no Content-Type" : "no type was said")}
        {report.kind === "document" ? `, read as ${report.encoding}` : ""}
      </dd>
      <dt>Bytes</dt>
      <dd>
        {report.bytes.toLocaleString("en")}, SHA-256 <code>{report.sha256}</code>
      </dd>
      {report.kind === "document" && report.format !== undefined ? (
        <>
          <dt>Entries</dt>
          <dd>{report.entries.toLocaleString("en")}</dd>
        </>
      ) : null}
    </dl>
  );
};
