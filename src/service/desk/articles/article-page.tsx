import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { ReceiptReport } from "../../../partner/receipt-report.ts";
import { feedPath } from "../../pages/frame/addresses.ts";
import { Exactly, When } from "../../pages/frame/time.tsx";
import type { DeskArticle } from "../../store/desk.ts";
import { REVISION_DAYS, type Revision } from "../../store/history.ts";
import type { Served } from "../../store/served.ts";
import type { EdgeState } from "../../store/taken-back.ts";
import { articlePath, DeskPage, deskPath, Post } from "../frame.tsx";
import type { Session } from "../session.ts";
import { ArticleState } from "./article-state.tsx";
import { Deliveries } from "./deliveries.tsx";
import { EdgeLine } from "./edge-state.tsx";
import { RevisionSection } from "./revision-section.tsx";
import { SharedUrl } from "./shared-url.tsx";

interface ArticlePageProps {
  site: Site;
  session: Session;
  found: DeskArticle;
  /** Where its text is, where it was taken back; null: it was not, or stood nowhere. */
  edge: EdgeState | null;
  /** Another article with its URL. */
  holder?: string;
  /** The definitions of the feeds that are named, by slug. */
  definitions: Map<string, Definition>;
  /** Which partners have which revision; null: no partner's feed carries the article. */
  report: ReceiptReport | null;
  /** The revisions that are shown, the newest first. */
  shown: Revision[];
  /** The revision before those that are shown; undefined where they go back to the oldest kept. */
  before: Revision | undefined;
  /** Where the shown revisions were served. */
  served: Served[];
  /** What the form has done that led here: a key of `DONE`. Anything may stand in the address. */
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
      <ArticleState site={site} article={article} now={now} />
      {props.edge && <EdgeLine site={site} edge={props.edge} />}
      <SharedUrl site={site} holder={props.holder} />
      <Actions {...props} />
      <ArticleFacts {...props} />
      {report ? <Deliveries {...{ site, report, definitions, now }} /> : null}
      <section aria-labelledby="revisions">
        <h2 id="revisions">Revisions</h2>
        <p class="meta">Former revisions are kept for {REVISION_DAYS} days.</p>
        {shown.map((one, index) => (
          <RevisionSection {...props} one={one} previous={shown[index + 1] ?? before} />
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

const Actions: FC<ArticlePageProps> = ({ site, session, found: { article, revision } }) => {
  if (!session.scopes.has("articles:write")) return null;
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

const ArticleFacts: FC<ArticlePageProps> = ({ site, found, definitions, now }) => {
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
            <a
              href={
                isForPartner(definitions, feed) ? deskPath(site, `/partners/${encodeURI(feed)}`) : feedPath(site, feed)
              }
            >
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

/** Partners' feeds have no public page: the desk shows them. */
const isForPartner = (definitions: Map<string, Definition>, feed: string): boolean =>
  definitions.get(feed)?.access === "partner";
