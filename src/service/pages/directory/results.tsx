import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import { queryParts } from "../../../article/search-query.ts";
import { firstWords } from "../../../article/text.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Family } from "../../../feed/family.ts";
import { quoteOf } from "../../jobs/quote-of.ts";
import { MAX_MATCHED } from "../../store/search-public.ts";
import { shortTitle } from "../feed/labels.ts";
import { archivePath, entryPath, feedPath, sitePath } from "../frame/addresses.ts";
import { familyName } from "../frame/family-words.ts";
import { inLanguage } from "../frame/language.ts";
import { htmlSize, MAX_PORTION_BYTES, portions } from "../frame/portions.ts";
import { Quoted } from "../frame/quoted.tsx";
import { When } from "../frame/time.tsx";
import { type DirectoryFacts, FeedRow } from "./feed-row.tsx";
import { resultPages, type SearchResult } from "./search.ts";

/** Of a headline that is longer, the results show the beginning. */
const MAX_TITLE_LENGTH = 200;

/** What the feeds may take of a page of results, in bytes: the stories take the rest. */
const MAX_FOUND_FEEDS_BYTES = 8_000;

interface ResultsProps {
  site: Site;
  definitions: Definition[];
  families: Family[];
  facts: DirectoryFacts;
  found: SearchResult;
}

/** What a search found: feeds, and stories with the feeds that they stand in. Families have a search of their own. */
export const Results: FC<ResultsProps> = ({ site, definitions, families, facts, found }) => {
  const titles = new Map(definitions.map((feed) => [feed.slug, shortTitle(site, feed)]));
  const parts = queryParts(found.query);
  const stories = found.stories.map((story) => {
    const { entryId, title, published, language, places } = story;
    // A feed with full text shows most of it.
    const full = definitions.find(
      ({ slug, content }) => content === "full" && places.some(({ feed }) => feed === slug),
    );
    const place = places.find(({ feed }) => feed === full?.slug) ?? places[0];
    if (!place) return "";
    const list = place.page === null ? feedPath(site, place.feed) : archivePath(site, place.feed, place.page);
    return String(
      <li>
        <h3 {...inLanguage(language ?? site.language)}>
          <a href={entryPath(list, entryId)}>{firstWords(title, MAX_TITLE_LENGTH)}</a>
        </h3>
        <p class="dek" {...inLanguage(language ?? site.language)}>
          <Quoted {...quoteOf(story, parts)} />
        </p>
        <p class="meta">
          <When site={site} at={Date.parse(published)} now={facts.now} /> · in{" "}
          {places.map(({ feed }) => titles.get(feed)).join(", ")}
        </p>
      </li>,
    );
  });
  const pages = resultPages(found.total);
  const pagePath = (page: number) => sitePath(site, `/?${new URLSearchParams({ q: found.query, page: String(page) })}`);
  const foundFeeds = portions(
    found.feeds.map((feed) => String(<FeedRow site={site} feed={feed} facts={facts} />)),
    htmlSize,
    MAX_FOUND_FEEDS_BYTES,
  );
  const [shown = []] = portions(stories, htmlSize, MAX_PORTION_BYTES - MAX_FOUND_FEEDS_BYTES);
  return (
    <>
      <p role="status" class="count">
        {countFound(found)} for “{found.query}”{pages > 1 ? `; page ${found.page} of ${pages}` : ""}.{" "}
        <a href={sitePath(site, "/")}>Show all feeds</a>
        {families.map((family) => (
          <>
            {" · "}
            <a href={`${feedPath(site, family.slug)}?q=${encodeURIComponent(found.query)}`}>
              {familyName(family)} for “{found.query}”
            </a>
          </>
        ))}
      </p>
      {shown.length === 0 ? null : (
        <section class="group" aria-labelledby="found-stories">
          <div class="rubric">
            <h2 id="found-stories">Stories</h2>
          </div>
          <ul class="stories">{raw(shown.join(""))}</ul>
        </section>
      )}
      {pages <= 1 ? null : (
        <nav class="pager" aria-label="Pages of results">
          {found.page > 1 ? (
            <a href={pagePath(found.page - 1)} rel="prev">
              Former page
            </a>
          ) : null}
          {found.page < pages ? (
            <a href={pagePath(found.page + 1)} rel="next">
              Next page
            </a>
          ) : null}
        </nav>
      )}
      {found.feeds.length === 0 ? null : (
        <section class="group n3" aria-labelledby="found-feeds">
          <div class="rubric">
            <h2 id="found-feeds">Feeds</h2>
          </div>
          <ul class="feeds">{raw(foundFeeds[0]?.join("") ?? "")}</ul>
        </section>
      )}
    </>
  );
};

const countFound = ({ feeds, total, page }: SearchResult): string => {
  const stories = total >= MAX_MATCHED ? `${total} stories or more` : countOrNo(total, "story", "stories");
  return page > 1 ? stories : `${countOrNo(feeds.length, "feed")} and ${stories}`;
};

const countOrNo = (number: number, one: string, many?: string): string =>
  number === 0 ? `no ${many ?? `${one}s`}` : counted(number, one, many);
