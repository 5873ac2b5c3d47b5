import type { FC, PropsWithChildren } from "hono/jsx";
import { onceEach } from "../../../article/once-each.ts";
import { pageUrl } from "../../../feed/addresses.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Family } from "../../../feed/family.ts";
import type { ArchiveYear } from "../../store/archive-years.ts";
import type { FamilyFeed } from "../../store/family-values.ts";
import type { FeedState } from "../../store/feeds.ts";
import { archivePath, entryPath, feedPath } from "../frame/addresses.ts";
import { nounsOf } from "../frame/family-words.ts";
import { inLanguage } from "../frame/language.ts";
import { Page, Pager } from "../frame/layout.tsx";
import { htmlSize, MAX_PORTION_BYTES, pageNumber, portions } from "../frame/portions.ts";
import { rhythm } from "../frame/time.tsx";
import { ArchiveYears } from "./archive-years.tsx";
import { Alternates, Card, DataFeed } from "./discovery.tsx";
import type { FeedItem } from "./items.ts";
import { contentsOf, shortTitle } from "./labels.ts";
import { MORE_BYTES, MoreIn } from "./more-in.tsx";
import { Proofread } from "./proof.tsx";
import { FullStory, Story, storySize, storyText } from "./story.tsx";
import { Subscribe } from "./subscribe.tsx";

/** A list of stories that is longer than one page may be. */
export interface ListProps {
  site: Site;
  definition: Definition;
  items: FeedItem[];
  now: number;
  /** What `?page=` says. */
  page: string | undefined;
}

/** What stands beside the list of stories takes so much of the page's 30 KB. Bytes. */
const ASIDE_BYTES = 4_500;

interface FeedPageProps extends ListProps {
  state: FeedState | undefined;
  changes: number[];
  /** Of its archive. */
  years: ArchiveYear[];
  /** Whose it is one of; absent: it has a definition of its own. */
  family: Family | undefined;
  /** Families' feeds in which its stories stand, too. */
  related: FamilyFeed[];
}

/** A feed for people: its latest stories, and how to follow it. */
export const FeedPage: FC<FeedPageProps> = (props) => {
  const { site, definition, items, state, changes, years, family, related, now } = props;
  const linked = state?.linked ?? 0;
  const entries = state?.asleep ? items.length : (state?.entries ?? 0);
  const facts = [contentsOf(definition, entries), rhythm(changes)].filter((fact) => fact !== undefined);
  return (
    <Page
      site={site}
      title={`${definition.title} · feed`}
      head={<FeedHead site={site} definition={definition} items={items} />}
    >
      {family === undefined ? null : (
        <p class="back">
          <a href={feedPath(site, family.slug)}>All {nounsOf(family)}</a>
        </p>
      )}
      <FeedHeading site={site} definition={definition}>
        <p class="meta">{facts.join(" · ")}</p>
        <Proofread site={site} state={state} now={now} long />
        <a class="follow" href="#subscribe">
          Follow this feed
        </a>
      </FeedHeading>
      <div class="columns">
        <div class="river">
          <h2>Latest stories</h2>
          {items.length === 0 ? <p>Nothing has been published here yet.</p> : null}
          <StoryList
            {...props}
            list={feedPath(site, definition.slug)}
            bytes={MAX_PORTION_BYTES - ASIDE_BYTES - MORE_BYTES}
            beyond={linked > 0 ? archivePath(site, definition.slug, linked) : undefined}
          />
          <MoreIn site={site} related={related} />
          <ArchiveLinks site={site} slug={definition.slug} pages={linked} years={years} />
        </div>
        <Subscribe site={site} definition={definition} />
      </div>
    </Page>
  );
};

const FeedHead: FC<{ site: Site; definition: Definition; items: FeedItem[] }> = ({ site, definition, items }) => (
  <>
    <Alternates site={site} feeds={[definition]} />
    <Card
      site={site}
      title={definition.title}
      description={definition.description}
      url={pageUrl(site, definition.slug)}
      image={site.icon}
    />
    <DataFeed site={site} definition={definition} items={items} />
  </>
);

/** What a page of a feed begins with. */
export const FeedHeading: FC<PropsWithChildren<{ site: Site; definition: Definition }>> = ({
  site,
  definition,
  children,
}) => (
  <div class="heading">
    <h1 {...inLanguage(definition.language ?? site.language)}>{shortTitle(site, definition)}</h1>
    <p class="dek" {...inLanguage(definition.language ?? site.language)}>
      {definition.description}
    </p>
    {children}
  </div>
);

const StoryList: FC<ListProps & { list: string; bytes: number; beyond?: string }> = ({
  list,
  bytes,
  beyond,
  ...props
}) => {
  const { items, page } = props;
  const pages = portions(items, storySize, bytes);
  const number = pageNumber(page, pages.length);
  return (
    <>
      <StoryPortion {...props} items={pages[number - 1] ?? []} list={list} />
      <Pager page={number} pages={pages.length} href={(number) => `${list}?page=${number}`} beyond={beyond} />
    </>
  );
};

/** As many stories as one page shows. */
export const StoryPortion: FC<Omit<ListProps, "page"> & { list: string }> = ({ site, definition, items, now, list }) =>
  items.map((item) => (
    <Story site={site} item={item} list={list} language={definition.language ?? site.language} now={now} />
  ));

const ArchiveLinks: FC<{ site: Site; slug: string; pages: number; years: ArchiveYear[] }> = ({
  site,
  slug,
  pages,
  years,
}) =>
  pages === 0 ? null : (
    <section class="archive" aria-labelledby="archive">
      <h2 id="archive">Archive</h2>
      <p>
        Everything older is kept, in {pages === 1 ? "one page that does" : `${pages} pages that do`} not change:{" "}
        <a href={archivePath(site, slug, pages)}>the newest of it</a>.
      </p>
      <ArchiveYears site={site} slug={slug} years={years} />
    </section>
  );

/** A story's text, cut into pages. */
const storyPages = onceEach((item: FeedItem): string[][] =>
  portions(storyText(item), htmlSize, MAX_PORTION_BYTES - MORE_BYTES),
);

/** A story's full text, as the feed holds it. */
export const StoryPage: FC<{
  site: Site;
  definition: Definition;
  item: FeedItem;
  list: string;
  page: string | undefined;
  related: FamilyFeed[];
}> = ({ site, definition, item, list, page, related }) => {
  const pages = storyPages(item);
  const count = Math.max(1, pages.length);
  const number = pageNumber(page, count);
  const self = entryPath(list, item.id);
  return (
    <Page
      site={site}
      title={`${item.title} · ${definition.title}`}
      head={
        <>
          <link rel="canonical" href={item.url} />
          <meta name="robots" content="noindex" />
        </>
      }
    >
      <p class="back">
        <a href={list}>{shortTitle(site, definition)}</a>
      </p>
      <FullStory
        site={site}
        item={item}
        list={list}
        language={definition.language ?? site.language}
        blocks={pages[number - 1] ?? []}
        page={number}
        pages={count}
      />
      <Pager page={number} pages={count} href={(number) => `${self}&page=${number}`} />
      <MoreIn site={site} related={related} />
    </Page>
  );
};
