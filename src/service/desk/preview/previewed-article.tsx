import type { FC } from "hono/jsx";
import { differences } from "../../../article/difference.ts";
import type { Site } from "../../../feed/definition.ts";
import type { DeskArticle } from "../../store/desk.ts";
import { ArticleState } from "../articles/article-state.tsx";
import { SharedUrl } from "../articles/shared-url.tsx";
import { Post } from "../frame.tsx";
import type { Session } from "../session.ts";
import { Differences } from "../tables/differences.tsx";
import type { JudgedArticle } from "./judge.ts";
import { Outputs } from "./outputs.tsx";
import type { PastedDraft } from "./pasted-draft.ts";
import { ForPartners, TakenOut, Verdict } from "./verdict.tsx";

/** A pasted article, with what is stored of it and what feeds would make of it. */
export type Previewed = Extract<PastedDraft, { status: "article" }> & JudgedArticle;

/** What feeds would make of an article, what is wrong with it, and the way to store it. */
export const PreviewedArticle: FC<{ site: Site; session: Session; result: Previewed; now: number }> = ({
  site,
  session,
  result,
  now,
}) => {
  const { article, removed, notes, found, holder, previews, partners } = result;
  return (
    <>
      <ArticleState site={site} article={article} now={now} />
      <SharedUrl site={site} holder={holder} />
      <Verdict previews={previews} />
      <Post site={site} session={session} to="/preview/store">
        <input type="hidden" name="article" value={JSON.stringify(article)} />
        <input type="hidden" name="revision" value={found?.revision ?? 0} />
        <p class="actions">
          {session.scopes.has("articles:write") ? (
            <button type="submit">{found ? `Store as revision ${found.revision + 1}` : "Store this article"}</button>
          ) : null}
          <span class="meta">
            {found ? `It is stored already, as revision ${found.revision}.` : `It is new: its id is ${article.id}.`}
          </span>
        </p>
      </Post>
      {notes.length === 0 ? null : (
        <section aria-labelledby="notes">
          <h2 id="notes">Decided</h2>
          <ul>
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <TakenOut removed={removed} />
      {found ? <Changes found={found} article={article} /> : null}
      {partners.length === 0 ? null : <ForPartners site={site} list={partners} />}
      {previews.map((preview, index) => (
        <Outputs site={site} preview={preview} first={index === 0} />
      ))}
      <details>
        <summary>Correct it as JSON</summary>
        <Post site={site} session={session} to="/preview">
          <label for="json">The article as it would be stored</label>
          <textarea id="json" name="text" rows={16} spellcheck={false}>
            {JSON.stringify(article, null, 2)}
          </textarea>
          <button type="submit">Preview again</button>
        </Post>
      </details>
    </>
  );
};

/** What would change of the article that is stored. Whether a change is minor is no part of an article. */
const Changes: FC<{ found: DeskArticle; article: Previewed["article"] }> = ({ found, article }) => {
  const { minor: _, ...content } = article;
  const changes = differences(found.article, content);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Against what is stored</h2>
      {changes.length === 0 ? <p>It is the same.</p> : null}
      {changes.length === 0 ? null : (
        <Differences label="Against what is stored" before="Stored" after="Pasted" changes={changes} />
      )}
    </section>
  );
};
