import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { FeedState } from "../../store/feeds.ts";
import { entryPath, feedPath, path } from "./addresses.ts";
import { Alternates, Card } from "./discovery.tsx";
import { Formats } from "./formats.tsx";
import { inLanguage } from "./language.ts";
import { Page, Pager } from "./layout.tsx";
import { pageNumber, portions } from "./portions.ts";
import { Proofread } from "./proof.tsx";
import type { Found } from "./search.ts";
import { contentsOf, type Section, sectionsOf, shortTitle } from "./sections.ts";
import { rhythm, When } from "./time.tsx";

/** What the directory tells of each feed. */
export interface Facts {
  states: Map<string, FeedState>;
  /** When its newest stories changed. Milliseconds. */
  changes: Map<string, number[]>;
  now: number;
}

interface DirectoryProps {
  site: Site;
  definitions: Definition[];
  facts: Facts;
  found: Found | undefined;
  page: string | undefined;
}

export const Directory: FC<DirectoryProps> = ({ site, definitions, facts, found, page }) => {
  const title = `${site.title}: feeds`;
  return (
    <Page
      site={site}
      title={found ? `“${found.query}” in the feeds of ${site.title}` : title}
      head={
        <>
          <Alternates site={site} feeds={definitions} />
          <Card site={site} title={title} description={site.description} url={`${site.base}/`} image={site.icon} />
          {found ? <meta name="robots" content="noindex" /> : null}
        </>
      }
    >
      <div class="lead">
        <div>
          <h1>{found ? "Search the feeds" : "Follow the news"}</h1>
          {found ? null : (
            <p class="dek">
              Every feed below brings our stories to the reader of your choice as they are published, and is proofread
              before it goes out.
            </p>
          )}
        </div>
        <search>
          <form action={path(site, "/")} method="get">
            <label for="q">Search feeds and their latest stories</label>
            <div class="field">
              <input id="q" name="q" type="search" maxlength={100} value={found?.query} />
              <button type="submit">Search</button>
            </div>
          </form>
        </search>
      </div>
      {found ? (
        <Results site={site} definitions={definitions} facts={facts} found={found} />
      ) : (
        <Sections site={site} definitions={definitions} facts={facts} page={page} />
      )}
    </Page>
  );
};

const Sections: FC<Omit<DirectoryProps, "found">> = ({ site, definitions, facts, page }) => {
  const rows = sectionsOf(definitions).flatMap((section) =>
    section.feeds.map((feed) => ({ section, html: String(<Row site={site} feed={feed} facts={facts} />) })),
  );
  const pages = portions(rows.map(({ html }) => html));
  const number = pageNumber(page, pages.length);
  const start = pages.slice(0, number - 1).flat().length;
  const shown = rows.slice(start, start + (pages[number - 1]?.length ?? 0));
  const sections = [...new Set(shown.map(({ section }) => section))];
  return (
    <>
      <div class="groups">
        {sections.map((section) => (
          <Group
            site={site}
            section={section}
            rows={shown.flatMap((row) => (row.section === section ? row.html : []))}
          />
        ))}
      </div>
      <Pager page={number} pages={pages.length} href={(page) => path(site, `/?page=${page}`)} />
    </>
  );
};

/** As wide as it has feeds: three at most stand side by side. */
const Group: FC<{ site: Site; section: Section; rows: string[] }> = ({ site, section: { key, title }, rows }) => (
  <section class={`group n${Math.min(3, rows.length)}`} aria-labelledby={key}>
    <div class="rubric">
      <h2 id={key}>{title}</h2>
      <a href={path(site, `/feeds.opml?section=${key}`)} aria-label={`OPML, ${title}`}>
        OPML
      </a>
    </div>
    <ul class="feeds">{raw(rows.join(""))}</ul>
  </section>
);

const Row: FC<{ site: Site; feed: Definition; facts: Facts }> = ({ site, feed, facts: { states, changes, now } }) => {
  const state = states.get(feed.slug);
  const changed = changes.get(feed.slug) ?? [];
  const [newest] = changed;
  const words = [contentsOf(feed, state?.entries ?? 0), rhythm(changed)].filter((word) => word !== undefined);
  return (
    <li>
      <h3 {...inLanguage(feed.language ?? site.language)}>
        <a href={feedPath(site, feed.slug)}>{shortTitle(site, feed)}</a>
      </h3>
      <p class="dek" {...inLanguage(feed.language ?? site.language)}>
        {feed.description}
      </p>
      <p class="meta">
        {words.join(" · ")}
        {newest === undefined ? null : (
          <>
            {" "}
            · last <When site={site} at={newest} now={now} />
          </>
        )}
      </p>
      <Proofread site={site} state={state} now={now} />
      <Formats site={site} definition={feed} />
    </li>
  );
};

const Results: FC<{ site: Site; definitions: Definition[]; facts: Facts; found: Found }> = ({
  site,
  definitions,
  facts,
  found,
}) => {
  const titles = new Map(definitions.map((feed) => [feed.slug, shortTitle(site, feed)]));
  const stories = found.stories.map(({ entryId, title, published, language, feeds }) => {
    // A feed with full text shows most of it.
    const slug = (definitions.find((feed) => feeds.includes(feed.slug) && feed.content === "full")?.slug ??
      feeds[0]) as string;
    return String(
      <li>
        <h3 {...inLanguage(language ?? site.language)}>
          <a href={entryPath(feedPath(site, slug), entryId)}>{title}</a>
        </h3>
        <p class="meta">
          <When site={site} at={Date.parse(published)} now={facts.now} /> · in{" "}
          {feeds.map((slug) => titles.get(slug)).join(", ")}
        </p>
      </li>,
    );
  });
  const [shown = []] = portions(stories);
  return (
    <>
      <p role="status" class="count">
        {count(found.feeds.length, "feed")} and {count(found.total, "current story", "current stories")} for “
        {found.query}”{shown.length < found.total ? `; the newest ${shown.length} are shown` : ""}.{" "}
        <a href={path(site, "/")}>Show all feeds</a>
      </p>
      {found.feeds.length === 0 ? null : (
        <section class="group n3" aria-labelledby="found-feeds">
          <div class="rubric">
            <h2 id="found-feeds">Feeds</h2>
          </div>
          <ul class="feeds">
            {raw(
              portions(
                found.feeds.map((feed) => String(<Row site={site} feed={feed} facts={facts} />)),
                8_000,
              )[0]?.join("") ?? "",
            )}
          </ul>
        </section>
      )}
      {shown.length === 0 ? null : (
        <section class="group" aria-labelledby="found-stories">
          <div class="rubric">
            <h2 id="found-stories">Stories</h2>
          </div>
          <ul class="stories">{raw(shown.join(""))}</ul>
        </section>
      )}
    </>
  );
};

const count = (number: number, one: string, many = `${one}s`): string =>
  number === 0 ? `no ${many}` : `${number} ${number === 1 ? one : many}`;
