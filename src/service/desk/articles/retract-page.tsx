import type { FC } from "hono/jsx";
import { MAX_CAPTION } from "../../../article/limits.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { DeskArticle } from "../../store/desk.ts";
import { articlePath, DeskPage, Post } from "../frame.tsx";
import { Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";

/** Says what taking a story back will do, and asks for the reason, before it is done. */
export const RetractPage: FC<{
  site: Site;
  session: Session;
  found: DeskArticle;
  /** Whether readers may have seen it. */
  seen: boolean;
  /** The definitions of its feeds, by slug. */
  definitions: Map<string, Definition>;
  /** Why the form that was sent did nothing. */
  wrong: string | undefined;
  /** The reason that was sent with it. */
  reason?: string;
}> = ({ site, session, found: { article, revision, memberships }, seen, definitions, wrong, reason }) => (
  <DeskPage site={site} session={session} title={`Take back: ${article.title}`} part="/articles">
    <div class="notice">
      <h1>Take this story back?</h1>
      <p>
        <b dir="auto">{article.title}</b>
      </p>
      {memberships.length === 0 ? <p>It is in no feed now.</p> : <Consequences {...{ memberships, definitions }} />}
      {seen ? (
        <p>Readers may have seen it: in its place they get a notice with its id, its address and your reason.</p>
      ) : (
        <p>No reader has seen it, so no notice takes its place.</p>
      )}
      <Failed why={wrong} />
      <Post site={site} session={session} to={`/articles/${encodeURIComponent(article.id)}/retract`}>
        <input type="hidden" name="revision" value={revision} />
        <label for="reason">Reason, for readers to see</label>
        <input id="reason" name="reason" required maxlength={MAX_CAPTION} value={reason ?? article.reason} />
        <p class="actions">
          <button type="submit">Take it back</button>
          <a class="action" href={articlePath(site, article.id)}>
            Leave it as it is
          </a>
        </p>
      </Post>
    </div>
  </DeskPage>
);

const Consequences: FC<{ memberships: DeskArticle["memberships"]; definitions: Map<string, Definition> }> = ({
  memberships,
  definitions,
}) => (
  <>
    <p>It goes from {memberships.length === 1 ? "this feed" : `these ${memberships.length} feeds`}, in all formats:</p>
    <ul class="bullets">
      {memberships.map(({ feed }) => {
        const definition = definitions.get(feed);
        return (
          <li>
            {definition?.title ?? feed}
            {definition ? `, which shows its notice for ${definition.retention} days` : ""}
          </li>
        );
      })}
    </ul>
  </>
);
