import type { Article } from "../../article/article.ts";
import { type Actor, isSameActor } from "../../people/actor.ts";
import type { Scope } from "../../people/scopes.ts";
import { seesDrafts } from "../../people/sees-drafts.ts";
import type { Database } from "../home.ts";
import { findArticle } from "../store/articles.ts";
import { listDeedsTo } from "../store/audit-log.ts";

/** Who asks for a draft. */
export interface DraftAsker {
  actor: Actor;
  scopes: ReadonlySet<Scope>;
}

/** An article's current revision, for whoever would write it on; null where there is none, or none for them. */
export async function findForWriter(
  db: Database,
  id: string,
  asker: DraftAsker,
): Promise<{ article: Article; revision: number } | null> {
  const found = await findArticle(db, id);
  return found && (await isForWriter(db, found.article, asker)) ? found : null;
}

/**
 * Whether a revision is somebody's to write on. A stored draft is for those who see everybody's, and for who began it: a new story's
 * draft has the article's id, and an editor who keeps it takes it from nobody.
 */
export async function isForWriter(
  db: Database,
  { id, status }: Pick<Article, "id" | "status">,
  { actor, scopes }: DraftAsker,
): Promise<boolean> {
  if (status !== "draft" || seesDrafts(scopes)) return true;
  const begun = await listDeedsTo(db, { kind: "draft", id }, { actions: ["draft.started"] });
  return begun.some((deed) => isSameActor(deed.actor, actor));
}
