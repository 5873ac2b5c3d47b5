import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Family } from "../../../feed/family.ts";
import { FamilyRow } from "../families/family-row.tsx";
import { Alternates, Card } from "../feed/discovery.tsx";
import { sitePath } from "../frame/addresses.ts";
import { Page, Pager } from "../frame/layout.tsx";
import { htmlSize, pageNumber, portions } from "../frame/portions.ts";
import { FAMILIES, groupsOf } from "../groups.ts";
import { type DirectoryFacts, FeedRow } from "./feed-row.tsx";
import { Results } from "./results.tsx";
import type { SearchResult } from "./search.ts";

interface DirectoryProps {
  site: Site;
  definitions: Definition[];
  families: Family[];
  facts: DirectoryFacts;
  found: SearchResult | undefined;
  /** What `?page=` says. */
  page: string | undefined;
}

/** The page of all public feeds, or of what a search finds among them. */
export const Directory: FC<DirectoryProps> = ({ site, definitions, families, facts, found, page }) => {
  const title = `${site.title}: feeds`;
  return (
    <Page
      front
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
          <h1>{found ? "Search" : "Follow the news"}</h1>
          {found ? null : (
            <p class="dek">
              Every feed below brings our stories to the reader of your choice as they are published, and is proofread
              before it goes out.
            </p>
          )}
        </div>
        <search>
          <form action={sitePath(site, "/")} method="get">
            <label for="q">Search feeds and stories</label>
            <div class="field">
              <input id="q" name="q" type="search" maxlength={100} value={found?.query} />
              <button type="submit">Search</button>
            </div>
          </form>
        </search>
      </div>
      {found ? (
        <Results site={site} definitions={definitions} families={families} facts={facts} found={found} />
      ) : (
        <Groups site={site} definitions={definitions} families={families} facts={facts} page={page} />
      )}
    </Page>
  );
};

const Groups: FC<Omit<DirectoryProps, "found">> = ({ site, definitions, families, facts, page }) => {
  const rows = [
    ...groupsOf(definitions).flatMap((group) =>
      group.feeds.map((feed) => ({ group, html: String(<FeedRow site={site} feed={feed} facts={facts} />) })),
    ),
    ...families.map((family) => ({ group: FAMILIES, html: String(<FamilyRow site={site} family={family} />) })),
  ];
  const pages = portions(rows, ({ html }) => htmlSize(html));
  const number = pageNumber(page, pages.length);
  const shown = pages[number - 1] ?? [];
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <>
      <div class="groups">
        {groups.map((group) => (
          <Group site={site} group={group} rows={shown.flatMap((row) => (row.group === group ? row.html : []))} />
        ))}
      </div>
      <Pager page={number} pages={pages.length} href={(page) => sitePath(site, `/?page=${page}`)} />
    </>
  );
};

/** A group of feeds as a part of the directory. It is as wide as it has feeds: three at most stand side by side. */
const Group: FC<{ site: Site; group: { key: string; title: string }; rows: string[] }> = ({
  site,
  group: { key, title },
  rows,
}) => (
  <section class={`group n${Math.min(3, rows.length)}`} aria-labelledby={key}>
    <div class="rubric">
      <h2 id={key}>{title}</h2>
      <a href={sitePath(site, `/feeds.opml?section=${key}`)} aria-label={`OPML, ${title}`}>
        OPML
      </a>
    </div>
    <ul class="feeds">{raw(rows.join(""))}</ul>
  </section>
);
