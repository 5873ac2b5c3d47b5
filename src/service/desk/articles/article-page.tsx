import type { FC } from "hono/jsx";
import type { Article } from "../../../article/article.ts";
import { differences } from "../../../article/difference.ts";
import { visibility } from "../../../article/lifecycle.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { ReceiptReport } from "../../../partner/receipts.ts";
import { feedPath } from "../../pages/frame/addresses.ts";
import { Exactly, untilTime, When } from "../../pages/frame/time.tsx";
import type { DeskArticle } from "../../store/desk.ts";
import { REVISION_DAYS, type Revision } from "../../store/history.ts";
import type { Served } from "../../store/served.ts";
import { articlePath, DeskPage, deskPath, Post, Table } from "../frame.tsx";
import type { Session } from "../session.ts";
import { Differences } from "../tables/differences.tsx";
import { Deliveries } from "./deliveries.tsx";

interface ArticlePageProps {
  site: Site;
  session: Session;
  found: DeskArticle;
  /** Of all feeds, by slug. */
  definitions: Map<string, Definition>;
  /** Of partners. */
  report: ReceiptReport | null;
  /** The newest first. */
  shown: Revision[];
  /** The one before those. */
  before: Revision | undefined;
  served: Served[];
  /** What has just been done. */
  done: string | undefined;
  now: number;
}

/** An article at the desk: what it is, what can be done with it, what it was. */
export const ArticlePage: FC<ArticlePageProps> = (props) => {
  const { site, session, found, definitions, report, shown, before, now } = props;
  const { article, revision } = found;
  return (
    <DeskPage site={site} session={session} title={article.title} part="/articles">
      <h1 dir="auto">{article.title}</h1>
      <Done done={props.done} />
      <State site={site} article={article} now={now} />
      <Actions {...props} />
      <Facts {...props} />
      {report ? <Deliveries {...{ site, report, definitions, now }} /> : null}
      <section aria-labelledby="revisions">
        <h2 id="revisions">Revisions</h2>
        <p class="meta">Former revisions are kept for {REVISION_DAYS} days.</p>
        {shown.map((one, index) => (
          <RevisionPart {...props} one={one} previous={shown[index + 1] ?? before} />
        ))}
        <p class="meta">
          {before === undefined ? null : (
            <a href={articlePath(site, article.id, `?up_to=${before.revision}`)}>Older revisions</a>
          )}{" "}
          {shown[0]?.revision === revision ? null : <a href={articlePath(site, article.id)}>The latest revision</a>}
        </p>
      </section>
    </DeskPage>
  );
};

const DONE: Record<string, string> = {
  created: "Stored. It is in its feeds in a moment.",
  changed: "Done. The feeds follow in a moment.",
  unchanged: "It is so already: nothing was changed.",
};

const Done: FC<{ done: string | undefined }> = ({ done }) =>
  done !== undefined && Object.hasOwn(DONE, done) ? (
    <p class="done" role="status">
      {DONE[done]}
    </p>
  ) : null;

export const State: FC<{ site: Site; article: Article; now: number }> = ({ site, article, now }) => {
  const visible = visibility(article);
  if (article.status === "canceled")
    return (
      <p class="state">
        <b class="wrong">Taken back</b>
        {article.reason === undefined ? null : <>: {article.reason}</>}
      </p>
    );
  if (article.status === "withheld")
    return (
      <p class="state">
        <b class="wrong">Withheld</b>: it is in no feed.
      </p>
    );
  if (!visible || (visible.until !== undefined && visible.until <= now))
    return (
      <p class="state">
        <b class="wrong">Expired</b>
        {visible?.until === undefined ? (
          " before it began"
        ) : (
          <>
            {" "}
            on <Exactly site={site} at={visible.until} />
          </>
        )}
      </p>
    );
  return (
    <p class="state">
      {visible.from > now ? (
        <>
          <b class="wrong">Embargoed</b>: in sight {untilTime(visible.from, now)},{" "}
          <Exactly site={site} at={visible.from} />
        </>
      ) : (
        <>
          <b class="right">In sight</b> since <Exactly site={site} at={visible.from} />
        </>
      )}
      {visible.until === undefined ? null : (
        <>
          , until <Exactly site={site} at={visible.until} />
        </>
      )}
    </p>
  );
};

const Actions: FC<ArticlePageProps> = ({ site, session, found: { article, revision } }) => {
  if (article.status === "canceled")
    return <p class="meta">To bring it back, restore a revision from before it was taken back.</p>;
  const next = article.status === "usable" ? "withheld" : "usable";
  return (
    <div class="actions">
      <Post site={site} session={session} to={`/articles/${encodeURIComponent(article.id)}/status`}>
        <input type="hidden" name="revision" value={revision} />
        <button type="submit" name="status" value={next} class="quiet">
          {next === "withheld" ? "Withhold" : "Release"}
        </button>
      </Post>
      <a class="action" href={articlePath(site, article.id, "/retract")}>
        Take back…
      </a>
    </div>
  );
};

const Facts: FC<ArticlePageProps> = ({ site, found, definitions, now }) => {
  const { article, entryId, revision, storedAt, dates, memberships } = found;
  return (
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
        {memberships.length === 0 ? "none" : null}
        {memberships.map(({ feed, page, notice }, index) => (
          <>
            {index === 0 ? "" : ", "}
            <a href={isForPartner(definitions, feed) ? deskPath(site, `/partners/${feed}`) : feedPath(site, feed)}>
              {definitions.get(feed)?.title ?? feed}
            </a>
            {notice ? " (its notice)" : ""}
            {page === null ? "" : `, archive page ${page}`}
          </>
        ))}
      </dd>
    </dl>
  );
};

const isForPartner = (definitions: Map<string, Definition>, feed: string): boolean =>
  definitions.get(feed)?.access === "partner";

const RevisionPart: FC<ArticlePageProps & { one: Revision; previous: Revision | undefined }> = (props) => {
  const { site, session, found, served, definitions, now, one, previous } = props;
  const { revision } = one;
  const changes = differences(previous?.article ?? null, one.article);
  const stood = served.filter((row) => row.revision === revision);
  return (
    <section class="revision" aria-labelledby={`revision-${revision}`}>
      <div class="rubric">
        <h3 id={`revision-${revision}`}>
          Revision {revision}
          {revision === found.revision ? ", the current one" : ""}
        </h3>
        {revision === found.revision ? null : (
          <Post site={site} session={session} to={`/articles/${encodeURIComponent(found.article.id)}/restore`}>
            <input type="hidden" name="revision" value={found.revision} />
            <button type="submit" name="restore" value={revision} class="quiet">
              Restore revision {revision}
            </button>
          </Post>
        )}
      </div>
      <p class="meta">
        Stored <When site={site} at={one.stored_at} now={now} />
        {previous === undefined || previous.updated !== one.updated ? "" : " · no reader had to look again"}
        {stood.length === 0 ? " · served in no edition" : null}
      </p>
      <details open={revision === found.revision && previous !== undefined}>
        <summary>
          {changed(
            changes.map(({ path }) => path.slice(1)),
            previous !== undefined,
          )}
        </summary>
        <Differences label={`What revision ${revision} changed`} before="Before" after="After" changes={changes} />
      </details>
      {stood.length === 0 ? null : (
        <details>
          <summary>
            Served in {stood.length === 1 ? "one feed" : `${new Set(stood.map(({ feed }) => feed)).size} feeds`}
          </summary>
          <Table label={`Where revision ${revision} was served`} head={["Feed", "Editions", "From", "Until"]}>
            {stood.map((row) => (
              <tr>
                <th scope="row">{definitions.get(row.feed)?.title ?? row.feed}</th>
                <td>
                  {row.last_edition === null
                    ? `${row.first_edition} to now`
                    : `${row.first_edition} to ${row.last_edition}`}
                </td>
                <td>
                  <Exactly site={site} at={row.first_at} />
                </td>
                <td>{row.last_at === null ? "now" : <Exactly site={site} at={row.last_at} />}</td>
              </tr>
            ))}
          </Table>
        </details>
      )}
    </section>
  );
};

const changed = (fields: string[], compared: boolean): string => {
  if (!compared) return `All of it: ${fields.length} fields`;
  return fields.length === 0 ? "The same fields" : `Changed: ${fields.join(", ")}`;
};
