import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import { Exactly, When } from "../../pages/frame/time.tsx";
import type { DeskArticle } from "../../store/desk.ts";
import { seenFeedPath } from "../partner-addresses.ts";

/** Of the article as JSON, what is shown: a text may have a megabyte. UTF-16 units. */
const MAX_JSON = 60_000;

interface FactsProps {
  site: Site;
  found: DeskArticle;
  /** The definitions of its feeds, by slug. */
  definitions: Map<string, Definition>;
  now: number;
}

/** What systems know an article by: ids, addresses, feeds, and all of it as JSON. Folded away. */
export const ArticleFacts: FC<FactsProps> = (props) => {
  const { site, found, now } = props;
  const { article, entryId, revision, storedAt, dates } = found;
  return (
    <details>
      <summary>Ids, addresses and JSON</summary>
      <dl class="facts">
        <dt>Id</dt>
        <dd>{article.id}</dd>
        <dt>URL</dt>
        <dd>
          <a href={article.url} rel="noopener noreferrer">
            {article.url}
          </a>
        </dd>
        <dt>Entry’s id</dt>
        <dd>{entryId}</dd>
        <dt>Revision</dt>
        <dd>
          {revision}, stored <When site={site} at={storedAt} now={now} />
        </dd>
        <dt>Published</dt>
        <dd>
          <Exactly site={site} at={dates.published} />; updated <Exactly site={site} at={dates.updated} />
        </dd>
        <dt>Feeds</dt>
        <dd>
          <Feeds {...props} />
        </dd>
      </dl>
      <AsJson text={JSON.stringify(article, null, 2)} />
    </details>
  );
};

const Feeds: FC<FactsProps> = ({ site, found: { memberships }, definitions }) => (
  <>
    {memberships.length === 0 ? "none" : null}
    {memberships.map(({ feed, page, notice }, index) => (
      <>
        {index === 0 ? "" : ", "}
        <a href={seenFeedPath(site, feed, definitions.get(feed))}>{definitions.get(feed)?.title ?? feed}</a>
        {notice ? " (its notice)" : ""}
        {page === null ? "" : `, archive page ${page}`}
      </>
    ))}
  </>
);

const AsJson: FC<{ text: string }> = ({ text }) => (
  <details>
    <summary>The article as JSON</summary>
    <pre class="json" dir="ltr" tabindex={0}>
      {text.slice(0, MAX_JSON).toWellFormed()}
    </pre>
    {text.length > MAX_JSON ? (
      <p class="meta">
        These are the first {MAX_JSON.toLocaleString("en")} of {text.length.toLocaleString("en")} characters. All of
        them are at <code>GET /api/articles/…</code>.
      </p>
    ) : null}
  </details>
);
