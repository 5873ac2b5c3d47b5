import type { Article } from "../../../article/article.ts";
import { type Catalog, partnersWithFeeds } from "../../../feed/catalog.ts";
import { isSameActor } from "../../../people/actor.ts";
import { seesDrafts } from "../../../people/sees-drafts.ts";
import type { Database } from "../../home.ts";
import { type DeskDraft, findDraft } from "../../store/drafts.ts";
import { findRevision } from "../../store/history.ts";
import type { DraftAsker } from "../for-writer.ts";
import type { StoryBase } from "./story/to-article.ts";
import { draftZone } from "./story/zone.ts";

/** A draft as its form needs it. */
export interface OpenDraft {
  draft: DeskDraft;
  /** The revision that it started from; null: a new story. */
  base: Article | null;
  /** What its fields are read with. */
  from: StoryBase;
}

/** Whether a draft is somebody's to see and to change: one's own, or everybody's. */
export const isOpenTo = ({ author }: Pick<DeskDraft, "author">, { actor, scopes }: DraftAsker): boolean =>
  seesDrafts(scopes) || (scopes.has("drafts:write") && isSameActor(author, actor));

/** A draft with what it started from; null where there is none, or none for whoever asks. */
export async function findOpenDraft(
  db: Database,
  catalog: Catalog,
  id: string,
  asker: DraftAsker,
): Promise<OpenDraft | null> {
  const draft = await findDraft(db, id);
  return draft && isOpenTo(draft, asker) ? openDraft(db, catalog, draft) : null;
}

/** A draft with what it started from. */
export async function openDraft(db: Database, catalog: Catalog, draft: DeskDraft): Promise<OpenDraft> {
  const { articleId, baseRevision } = draft;
  const base = baseRevision === 0 ? null : await findRevision(db, articleId, baseRevision);
  return { draft, base, from: storyBase(catalog, draft, base) };
}

/** What the fields of a draft are read with. */
export const storyBase = (
  catalog: Catalog,
  { articleId, startedAt, fields }: Pick<DeskDraft, "articleId" | "startedAt"> & Partial<Pick<DeskDraft, "fields">>,
  base: Article | null,
): StoryBase => ({
  id: articleId,
  base,
  zone: draftZone(catalog.site, fields),
  partners: partnersWithFeeds(catalog),
  home: catalog.site.home,
  openedAt: startedAt,
  now: Date.now(),
});

/** What a story becomes that is published: one that is held back stays so. */
export const publishedStatus = (base: Article | null): Article["status"] =>
  base === null || base.status === "draft" ? "usable" : base.status;

/** A new draft's id, and that of its story: the day, and what nobody has by chance. */
export const newDraftId = (now: number): string =>
  `${new Date(now).toISOString().slice(0, 10).replaceAll("-", "")}-${crypto.randomUUID().slice(0, 8)}`;
