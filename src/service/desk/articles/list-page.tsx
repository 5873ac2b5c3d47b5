import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import type { Problem } from "../../../article/parse.ts";
import { type QueryPart, queryParts } from "../../../article/search-query.ts";
import { visibility } from "../../../article/visibility.ts";
import type { Site } from "../../../feed/definition.ts";
import type { FoundArticles } from "../../jobs/find-articles.ts";
import { quoteOf } from "../../jobs/quote-of.ts";
import { Quoted } from "../../pages/frame/quoted.tsx";
import { When } from "../../pages/frame/time.tsx";
import { MAX_CANDIDATES } from "../../store/list-articles.ts";
import type { ListedArticle } from "../../store/listed-articles.ts";
import { articlePath, DeskPage, deskPath, Post } from "../frame.tsx";
import type { Session } from "../session.ts";
import { Problems } from "../tables/problems.tsx";
import { MAX_SEVERAL } from "./do-several.ts";
import { type AskedList, Chips, type FilterChoices, ListForm, listPath, STATUS_WORDS } from "./list-filters.tsx";

interface ListPageProps {
  site: Site;
  session: Session;
  asked: AskedList;
  choices: FilterChoices;
  found: FoundArticles;
  /** What is wrong with what was asked for: then nothing was found. */
  problems: Problem[];
  now: number;
}

/** `/desk/articles`: what is stored, to be looked through, searched and worked on. */
export const ListPage: FC<ListPageProps> = (props) => {
  const { site, session, asked, choices, found, problems } = props;
  const { after, ...first } = asked;
  const mayWrite = session.scopes.has("articles:write");
  return (
    <DeskPage site={site} session={session} title="Articles" part="/articles">
      <h1>Articles</h1>
      <ListForm site={site} asked={first} choices={choices} drafts={mayWrite} />
      <Chips site={site} asked={first} choices={choices} />
      {problems.length > 0 ? <Problems problems={problems} /> : <Found {...props} asked={first} />}
      {found.isFilling ? (
        <p class="meta" role="status">
          The lists are still being made: what was stored long ago may not be in them yet.
        </p>
      ) : null}
      <nav class="pager" aria-label="Pages">
        {after === undefined ? null : <a href={deskPath(site, listPath(first))}>To the first page</a>}
        {found.next === null ? null : (
          <a href={deskPath(site, listPath({ ...first, after: found.next }))} rel="next">
            More
          </a>
        )}
      </nav>
    </DeskPage>
  );
};

const Found: FC<ListPageProps> = ({ site, session, asked, choices, found, now }) => {
  const { articles } = found;
  const parts = queryParts(asked.q ?? "");
  const mayWrite = session.scopes.has("articles:write");
  const list = (
    <ul class={mayWrite ? "stories picked" : "stories"}>
      {articles.map((one) => (
        <ListedStory site={site} one={one} parts={parts} mayPick={mayWrite} now={now} />
      ))}
    </ul>
  );
  return (
    <>
      <p class="count" role="status">
        {countWords(found, asked)}
      </p>
      {articles.length === 0 || !mayWrite ? (
        list
      ) : (
        <Post site={site} session={session} to="/articles">
          <input type="hidden" name="list" value={new URLSearchParams(asked).toString()} />
          {list}
          <Several tags={choices.tags} />
        </Post>
      )}
    </>
  );
};

function countWords({ articles, count, next }: FoundArticles, asked: AskedList): string {
  if (articles.length === 0) return next === null ? "No story." : "None among those looked at: there may be more.";
  if (count !== null && count > MAX_CANDIDATES) return `More than ${MAX_CANDIDATES.toLocaleString("en")} stories.`;
  if (count !== null) return `${count.toLocaleString("en")} ${count === 1 ? "story" : "stories"}.`;
  if (Object.keys(asked).length === 0) return "All stories, those stored last first.";
  return next === null
    ? `${counted(articles.length, "story", "stories")} on this page, and no more.`
    : "There are more.";
}

const ListedStory: FC<{ site: Site; one: ListedArticle; parts: QueryPart[]; mayPick: boolean; now: number }> = ({
  site,
  one,
  parts,
  mayPick,
  now,
}) => {
  const { id, title, section, authors, tags, storedAt, revision, feeds, source } = one;
  const status = statusOf(one, now);
  return (
    <li>
      {mayPick ? (
        <input type="checkbox" name="article" value={`${revision} ${id}`} aria-label={`Choose “${title}”`} />
      ) : null}
      <div>
        <h2>
          <a href={articlePath(site, id)} dir="auto">
            {title}
          </a>
        </h2>
        {parts.length === 0 ? null : (
          <p class="dek" dir="auto">
            <Quoted {...quoteOf(one, parts)} />
          </p>
        )}
        <p class="meta">
          {status === "usable" ? null : (
            <>
              <span class={`badge ${BADGES[status] ?? ""}`}>{STATUS_WORDS[status]}</span> ·{" "}
            </>
          )}
          stored <When site={site} at={storedAt} now={now} />
          {section === undefined ? null : <> · {section}</>}
          {authors.length === 0 ? null : <> · {authors.map(({ name }) => name).join(", ")}</>}
          {tags.length === 0 ? null : <> · {tags.map((tag) => `#${tag}`).join(" ")}</>} ·{" "}
          {feeds.length === 0 ? "in no feed" : counted(feeds.length, "feed")}
          {source === null ? null : <> · from {source}</>}
        </p>
      </div>
    </li>
  );
};

/** The desk's marks of how a story stands. */
const BADGES: Record<string, string> = { draft: "draft", withheld: "withheld", canceled: "gone", expired: "gone" };

/** As the lists' filter has it. */
function statusOf(article: ListedArticle, now: number): string {
  if (article.status !== "usable") return article.status;
  const visible = visibility(article);
  if (visible === null || (visible.until !== undefined && visible.until <= now)) return "expired";
  return visible.from > now ? "embargoed" : "usable";
}

/**
 * What can be done with the stories that are chosen, all at once. Enter in the field of the tag presses the form's first button: so that
 * one adds the tag, and is none that takes stories from readers.
 */
const Several: FC<{ tags: string[] }> = ({ tags }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend stands across its border, and this stays in sight over stories
  <div class="several" role="group" aria-labelledby="several">
    <p id="several">With the chosen, {MAX_SEVERAL} at most:</p>
    <div class="rows">
      <label for="several-tag">Tag</label>
      <input id="several-tag" name="tag" list="several-tags" autocomplete="off" />
      <datalist id="several-tags">
        {tags.map((tag) => (
          <option value={tag} />
        ))}
      </datalist>
      <button type="submit" name="do" value="tag" class="quiet">
        Add
      </button>
      <button type="submit" name="do" value="untag" class="quiet">
        Remove
      </button>
    </div>
    <div class="rows">
      <button type="submit" name="do" value="withhold" class="quiet">
        Withhold
      </button>
      <button type="submit" name="do" value="release" class="quiet">
        Release
      </button>
      <button type="submit" name="do" value="retract" class="quiet">
        Take back…
      </button>
    </div>
  </div>
);
