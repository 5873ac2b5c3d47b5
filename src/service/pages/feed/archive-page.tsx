import type { FC } from "hono/jsx";
import { pageUrl } from "../../../feed/addresses.ts";
import type { Site } from "../../../feed/definition.ts";
import { type ArchiveYear, yearOf } from "../../store/archive-years.ts";
import { archivePath, feedPath } from "../frame/addresses.ts";
import { Page, PagerLinks } from "../frame/layout.tsx";
import { pageNumber, portions } from "../frame/portions.ts";
import { ArchiveYears } from "./archive-years.tsx";
import { Card } from "./discovery.tsx";
import { FeedHeading, type ListProps, StoryPortion } from "./feed-page.tsx";
import { storySize } from "./story.tsx";

interface ArchivePageProps extends ListProps {
  /** Of the archive's page, counted from 1, the oldest. */
  number: number;
  pages: number;
  years: ArchiveYear[];
}

/** A page of a feed's archive, browsed. One that is longer than a page for people may be comes in parts. */
export const ArchivePage: FC<ArchivePageProps> = (props) => {
  const { site, definition, items, page, number, pages, years } = props;
  const { slug } = definition;
  const url = `${pageUrl(site, slug)}/archive/${number}`;
  const title = `${definition.title}, archive ${number}`;
  const parts = portions(items, storySize);
  const part = pageNumber(page, parts.length);
  const shown = parts[part - 1] ?? [];
  const [newest] = shown;
  return (
    <Page
      site={site}
      title={title}
      head={<Card site={site} title={title} description={definition.description} url={url} />}
    >
      <FeedHeading site={site} definition={definition}>
        <p class="meta">
          Archive · <a href={feedPath(site, slug)}>Latest stories</a>
        </p>
        <ArchiveYears
          site={site}
          slug={slug}
          years={years}
          current={newest && yearOf(Date.parse(newest.date_modified))}
        />
      </FeedHeading>
      <div class="river alone">
        <h2>Stories</h2>
        <StoryPortion {...props} items={shown} list={archivePath(site, slug, number)} />
        <ArchivePager {...{ site, slug, number, pages, part }} parts={parts.length} />
      </div>
    </Page>
  );
};

interface PagerProps {
  site: Site;
  slug: string;
  number: number;
  pages: number;
  part: number;
  parts: number;
}

/** One way through all parts of all pages, from the newest story to the oldest. */
const ArchivePager: FC<PagerProps> = ({ site, slug, number, pages, part, parts }) => {
  const of = (page: number, query = "") => `${archivePath(site, slug, page)}${query}`;
  const newer =
    part > 1 ? of(number, `?page=${part - 1}`) : number < pages ? of(number + 1, "?page=last") : feedPath(site, slug);
  const older = part < parts ? of(number, `?page=${part + 1}`) : number > 1 ? of(number - 1) : undefined;
  return (
    <PagerLinks label="Pages of the archive" newer={newer} older={older}>
      {`Page ${number} of ${pages}${parts > 1 ? `, part ${part} of ${parts}` : ""}`}
    </PagerLinks>
  );
};
