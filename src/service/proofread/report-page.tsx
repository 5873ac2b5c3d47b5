import type { FC } from "hono/jsx";
import { counted } from "../../article/counted.ts";
import type { Site } from "../../feed/definition.ts";
import type { DocumentReport, StoredReport } from "../examination.ts";
import { Exactly } from "../pages/frame/time.tsx";
import { BesideSection, viewsOf } from "./beside-section.tsx";
import { FindingsSection } from "./findings-section.tsx";
import { PageFeeds } from "./page-feeds.tsx";
import { countOfSeverity } from "./report.ts";
import { SourceSection } from "./source-section.tsx";
import { ViewsSection } from "./views-section.tsx";
import { foundInWords, PROOFREAD_FORMATS } from "./words.ts";

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
        <DocumentSections site={site} report={report} path={path} />
      )}
    </div>
  );
};

/** What is most to be known. */
function verdictOf(report: StoredReport): string {
  if (report.kind === "page")
    return `${counted(report.feeds.length, "feed")} ${report.is === "list" ? "in this list" : "at this page"}`;
  const found = foundInWords(countOfSeverity(report, "error"), countOfSeverity(report, "warning"));
  return `${nameOfFormat(report)}: ${found}`;
}

function nameOfFormat({ format, version }: DocumentReport): string {
  if (format === undefined) return "No feed";
  const name = PROOFREAD_FORMATS[format];
  return version === undefined || format === "rdf" || format === "entry" ? name : `${name} ${version}`;
}

const DocumentSections: FC<Omit<ReportProps<DocumentReport>, "expiresAt">> = ({ site, report, path }) => {
  const { series, beside, source } = report;
  return (
    <>
      <FindingsSection
        title="What was found"
        id="findings"
        faults={report}
        source={source}
        none="Nothing: every rule is kept."
        path={path}
      />
      {series === undefined ? null : (
        <>
          <FindingsSection
            title="Over time"
            id="over-time"
            faults={series}
            none="Nothing changed that should not."
            path={path}
          />
          <p class="meta">
            {series.times === 2
              ? "Compared with the time before, of"
              : `Compared with the last ${series.times - 1} times, since`}{" "}
            <Exactly site={site} at={series.since} />.
          </p>
        </>
      )}
      {beside === undefined ? null : <BesideSection beside={beside} path={path} />}
      <ViewsSection site={site} views={viewsOf(report)} />
      <SourceSection report={report} />
    </>
  );
};

/** Which bytes, from where, as what, and when. */
const Facts: FC<ReportProps> = ({ site, report, expiresAt }) => {
  const { origin, at, bytes, sha256 } = report;
  return (
    <dl class="facts">
      <dt>Of</dt>
      <dd>
        <Exactly site={site} at={at} />; kept until <Exactly site={site} at={expiresAt} />
      </dd>
      <dt>From</dt>
      <dd>
        {origin.kind === "sent" ? (
          (origin.name ?? "a program")
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
        {report.kind === "document" ? `, read as ${report.encoding}${report.packed ? " in gzip" : ""}` : ""}
      </dd>
      <dt>Bytes</dt>
      <dd>
        {bytes.toLocaleString("en")}, SHA-256 <code>{sha256}</code>
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
