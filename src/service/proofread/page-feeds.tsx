import type { FC } from "hono/jsx";
import type { Site } from "../../feed/definition.ts";
import { counted } from "../pages/frame/wording.ts";
import { FORMAT_NAMES } from "./format-names.ts";
import type { FeedOfPage, PageReport } from "./report.ts";
import { ViewsSection } from "./views-section.tsx";

/** How a feed was found, in words. */
const HOW: Record<string, string> = {
  link: "the page links to it for readers",
  anchor: "the page's text links to it, where readers do not look",
  place: "the page does not name it; it is where many sites have theirs",
};

interface PageFeedsProps {
  site: Site;
  report: PageReport;
  path(rest?: string): string;
}

/** The feeds of a home page: each with its report, and beside one another. */
export const PageFeeds: FC<PageFeedsProps> = ({ site, report: { feeds, more, disagreements }, path }) => (
  <>
    <section aria-labelledby="feeds">
      <h2 id="feeds">Its feeds</h2>
      <ul class="rules">
        {feeds.map((feed) => (
          <li>
            <FeedLine feed={feed} path={path} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="meta">And {counted(more, "more feed")}, not looked at.</p> : null}
    </section>
    {disagreements.length === 0 ? null : (
      <section aria-labelledby="disagreements">
        <h2 id="disagreements">Where its formats disagree</h2>
        <ul class="bullets">
          {disagreements.map(({ where, message }) => (
            <li>
              {where}: {message}
            </li>
          ))}
        </ul>
      </section>
    )}
    <ViewsSection
      site={site}
      views={feeds.flatMap(({ view, format = "", url }) =>
        view ? [{ name: `${FORMAT_NAMES[format] ?? format} at ${new URL(url).pathname}`, view }] : [],
      )}
    />
  </>
);

const FeedLine: FC<{ feed: FeedOfPage; path(rest?: string): string }> = ({ feed, path }) => {
  const { url, title, how, trouble, hash, format = "", errors, warnings } = feed;
  const found = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(Boolean);
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
          {FORMAT_NAMES[format] ?? "no feed"}, {found.join(", ") || "nothing is wrong with it"}
        </span>
      ) : (
        <span class="wrong">it could not be read: {trouble}</span>
      )}
      ; {HOW[how] ?? how}
    </>
  );
};
