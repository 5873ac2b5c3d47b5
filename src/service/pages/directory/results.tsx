import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Family } from "../../../feed/family.ts";
import { shortTitle } from "../feed/labels.ts";
import { entryPath, feedPath, sitePath } from "../frame/addresses.ts";
import { familyName } from "../frame/family-words.ts";
import { inLanguage } from "../frame/language.ts";
import { htmlSize, MAX_PORTION_BYTES, portions } from "../frame/portions.ts";
import { When } from "../frame/time.tsx";
import { type DirectoryFacts, FeedRow } from "./feed-row.tsx";
import type { SearchResult } from "./search.ts";

/** What the feeds may take of a page of results, in bytes: the stories take the rest. */
const MAX_FOUND_FEEDS_BYTES = 8_000;

interface ResultsProps {
  site: Site;
  definitions: Definition[];
  families: Family[];
  facts: DirectoryFacts;
  found: SearchResult;
}

/** What a search found: feeds, and current stories with the feeds that they stand in. Families have a search of their own. */
export const Results: FC<ResultsProps> = ({ site, definitions, families, facts, found }) => {
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
  const foundFeeds = portions(
    found.feeds.map((feed) => String(<FeedRow site={site} feed={feed} facts={facts} />)),
    htmlSize,
    MAX_FOUND_FEEDS_BYTES,
  );
  const [shown = []] = portions(stories, htmlSize, MAX_PORTION_BYTES - MAX_FOUND_FEEDS_BYTES);
  return (
    <>
      <p role="status" class="count">
        {countOrNo(found.feeds.length, "feed")} and {countOrNo(found.total, "current story", "current stories")} for “
        {found.query}”{shown.length < found.total ? `; the newest ${shown.length} are shown` : ""}.{" "}
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
      {found.feeds.length === 0 ? null : (
        <section class="group n3" aria-labelledby="found-feeds">
          <div class="rubric">
            <h2 id="found-feeds">Feeds</h2>
          </div>
          <ul class="feeds">{raw(foundFeeds[0]?.join("") ?? "")}</ul>
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

const countOrNo = (number: number, one: string, many?: string): string =>
  number === 0 ? `no ${many ?? `${one}s`}` : counted(number, one, many);
