import type { FC } from "hono/jsx";
import { counted } from "../../article/counted.ts";
import type { Site } from "../../feed/definition.ts";
import type { FeedOfPage, PageReport } from "../examination.ts";
import { FindingsSection } from "./findings-section.tsx";
import { ViewsSection } from "./views-section.tsx";
import { foundInWords, nameOfFormatAt, PROOFREAD_FORMATS } from "./words.ts";

/** How a feed was found. */
const HOW: Record<FeedOfPage["how"], string> = {
  link: "the page links to it for readers",
  anchor: "the page's text links to it, where readers do not look",
  place: "the page does not name it; it is where many sites have theirs",
  list: "the list names it",
};

interface PageFeedsProps {
  site: Site;
  report: PageReport;
  path(rest?: string): string;
}

/** The feeds of a home page or a list: each with its report, and beside one another. */
export const PageFeeds: FC<PageFeedsProps> = ({ site, report, path }) => (
  <>
    <section aria-labelledby="feeds">
      <h2 id="feeds">Its feeds</h2>
      <ul class="rules">
        {report.feeds.map((feed) => (
          <li>
            <FeedLine feed={feed} path={path} />
          </li>
        ))}
      </ul>
      {report.more > 0 ? <p class="meta">And {counted(report.more, "more feed")}, not looked at.</p> : null}
    </section>
    {report.findings.length === 0 ? null : (
      <FindingsSection
        title="How it names them, and where their formats disagree"
        id="findings"
        faults={report}
        none=""
        path={path}
      />
    )}
    <ViewsSection
      site={site}
      views={report.feeds.flatMap(({ view, format, url }) =>
        view && format ? [{ name: nameOfFormatAt(format, url), view }] : [],
      )}
    />
  </>
);

const FeedLine: FC<{ feed: FeedOfPage; path(rest?: string): string }> = ({ feed, path }) => {
  const { url, title, how, comments, trouble, hash, format, errors, warnings } = feed;
  return (
    <>
      {hash === undefined ? <span>{url}</span> : <a href={path(`/${hash}`)}>{url}</a>}
      {title ? (
        <>
          {" "}
          “<bdi>{title}</bdi>”
        </>
      ) : null}
      {": "}
      {trouble === undefined ? (
        <span class={errors > 0 ? "wrong" : "right"}>
          {format === undefined ? "no feed" : PROOFREAD_FORMATS[format]}, {foundInWords(errors, warnings)}
        </span>
      ) : (
        <span class="wrong">it could not be read: {trouble}</span>
      )}
      ; {HOW[how]}
      {comments ? "; it has comments" : ""}
    </>
  );
};
