import type { FC } from "hono/jsx";
import type { Article } from "../../../article/article.ts";
import type { Site } from "../../../feed/definition.ts";
import type { DeskArticle } from "../../store/desk.ts";
import { articlePath, Post } from "../frame.tsx";
import type { Session } from "../session.ts";

/** The status that a story is brought to by one button, and what that says. */
const NEXT: Record<Article["status"], { status: Article["status"]; words: string } | undefined> = {
  usable: { status: "withheld", words: "Withhold" },
  withheld: { status: "usable", words: "Release" },
  canceled: undefined,
  draft: undefined,
};

/** What can be done with a story, by whoever is signed in. */
export const WhatToDo: FC<{ site: Site; session: Session; found: DeskArticle }> = ({
  site,
  session,
  found: { article, revision },
}) => {
  if (!session.scopes.has("articles:write"))
    return <p class="meta">Your role lets you read it. An editor can change it, withhold it or take it back.</p>;
  if (article.status === "canceled")
    return <p class="meta">To bring it back, restore a revision from before it was taken back.</p>;
  const next = NEXT[article.status];
  return (
    <div class="actions">
      <a class="action strong" href={articlePath(site, article.id, "/edit")}>
        Edit
      </a>
      {next === undefined ? null : (
        <Post site={site} session={session} to={`/articles/${encodeURIComponent(article.id)}/status`}>
          <input type="hidden" name="revision" value={revision} />
          <button type="submit" name="status" value={next.status} class="quiet">
            {next.words}
          </button>
        </Post>
      )}
      <a class="action" href={articlePath(site, article.id, "/retract")}>
        {article.status === "draft" ? "Throw away…" : "Take back…"}
      </a>
    </div>
  );
};
