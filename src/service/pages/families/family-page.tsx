import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import { pageUrl } from "../../../feed/addresses.ts";
import type { Site } from "../../../feed/definition.ts";
import type { Family } from "../../../feed/family.ts";
import { type CountedFeed, MAX_STORIES_COUNTED } from "../../store/family-values.ts";
import { Card } from "../feed/discovery.tsx";
import { feedPath, sitePath } from "../frame/addresses.ts";
import { familyName, invitation, nounOf, nounsOf } from "../frame/family-words.ts";
import { Page } from "../frame/layout.tsx";
import { htmlSize, portions } from "../frame/portions.ts";
import { ValueName } from "../frame/value-name.tsx";
import type { Listing } from "./listing.ts";

/** A family for people: its feeds, each a link to its page, and a search for one. */
export const FamilyPage: FC<{ site: Site; family: Family; listing: Listing }> = ({ site, family, listing }) => {
  const { query, isFirst } = listing;
  const { rows, next } = cut(site, listing);
  const title = `${site.title}: ${nounsOf(family)}`;
  const path = feedPath(site, family.slug);
  const isPart = query !== undefined || !isFirst;
  return (
    <Page
      site={site}
      title={query === undefined ? title : `“${query}” in the ${nounsOf(family)} of ${site.title}`}
      head={
        <>
          <Card
            site={site}
            title={title}
            description={invitation(family)}
            url={pageUrl(site, family.slug)}
            image={site.icon}
          />
          {isPart ? <meta name="robots" content="noindex" /> : null}
        </>
      }
    >
      <div class="lead">
        <div>
          <h1>{familyName(family)}</h1>
          <p class="dek">{invitation(family)}</p>
        </div>
        <search>
          <form action={path} method="get">
            <label for="q">Search the {nounsOf(family)}</label>
            <div class="field">
              <input id="q" name="q" type="search" dir="auto" maxlength={100} value={query} />
              <button type="submit">Search</button>
            </div>
          </form>
        </search>
      </div>
      <p role="status" class="count">
        {countLine(family, listing, rows.length, next !== null)}
        {isPart ? (
          <>
            {" "}
            <a href={path}>Show all</a>
          </>
        ) : null}
      </p>
      {rows.length === 0 ? null : (
        <section aria-labelledby="values">
          <div class="rubric">
            <h2 id="values">{familyName(family)}</h2>
            <a
              href={sitePath(site, `/feeds.opml?section=${encodeURIComponent(family.slug)}`)}
              aria-label={`OPML, ${familyName(family)}`}
            >
              OPML
            </a>
          </div>
          <ul class="values">{raw(rows.join(""))}</ul>
        </section>
      )}
      {next === null || query !== undefined ? null : (
        <nav class="pager" aria-label="Pages">
          <a href={`${path}?after=${encodeURIComponent(next.slice(family.slug.length + 1))}`} rel="next">
            More {nounsOf(family)}
          </a>
        </nav>
      )}
    </Page>
  );
};

/** As many feeds as a page has room for, and the one after which the next page goes on. */
function cut(site: Site, { feeds, next }: Listing): { rows: string[]; next: string | null } {
  const rows = feeds.map((feed) => String(<ValueRow site={site} feed={feed} />));
  const [shown = []] = portions(rows, htmlSize);
  return { rows: shown, next: shown.length < rows.length ? (feeds[shown.length - 1]?.slug ?? null) : next };
}

/** A feed in the list. */
const ValueRow: FC<{ site: Site; feed: CountedFeed }> = ({ site, feed: { slug, labels, stories } }) => (
  <li>
    <a href={feedPath(site, slug)}>
      <ValueName labels={labels} />
    </a>{" "}
    <span class="meta">
      {stories > MAX_STORIES_COUNTED ? `${MAX_STORIES_COUNTED}+ stories` : counted(stories, "story", "stories")}
    </span>
  </li>
);

function countLine(family: Family, { query, isFirst }: Listing, shown: number, isCut: boolean): string {
  const number = shown === 0 ? `No ${nounOf(family)}` : counted(shown, nounOf(family), nounsOf(family));
  if (query !== undefined) return `${number} for “${query}”${isCut ? "; there are more" : ""}.`;
  if (isFirst && !isCut) return shown === 0 ? `${number} has enough stories yet.` : `${number}.`;
  return "In the order of the alphabet.";
}
