import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import type { DraftFields } from "../../store/drafts.ts";
import { judgeArticle } from "../preview/judge.ts";
import type { StoryPreview } from "./live-preview.tsx";
import { publishedStatus } from "./open-draft.ts";
import { readStory, type StoryBase } from "./story/to-article.ts";

/** What would become of a form's story if it were published now: decided by what decides it then. */
export async function previewStory(
  home: Home,
  catalog: Catalog,
  fields: DraftFields,
  from: StoryBase,
): Promise<StoryPreview> {
  const story = readStory(fields, { ...from, status: publishedStatus(from.base) });
  if (story.status === "problems") return story;
  const judged = await judgeArticle(home, catalog, story.article);
  return judged.status === "problems" ? judged : { ...judged, article: story.article, removed: story.removed };
}
