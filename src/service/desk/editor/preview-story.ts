import type { Catalog } from "../../../feed/catalog.ts";
import type { Home } from "../../home.ts";
import type { DraftFields } from "../../store/drafts.ts";
import type { DraftAsker } from "../for-writer.ts";
import { judgeArticle } from "../preview/judge.ts";
import type { ShownPreview, StoryPreview } from "./live-preview.tsx";
import { publishedStatus } from "./open-draft.ts";
import { withoutGroup } from "./story/fields.ts";
import { type ReadStory, readStory, type StoryBase } from "./story/to-article.ts";

/** What would become of a form's story if it were published now: decided by what decides it then. */
export async function previewStory(
  home: Home,
  catalog: Catalog,
  fields: DraftFields,
  { from, asker }: { from: StoryBase; asker: DraftAsker },
): Promise<StoryPreview> {
  const story = readStory(fields, { ...from, status: publishedStatus(from.base) });
  if (story.status === "problems")
    return { ...story, rest: await previewRest(home, catalog, fields, { from, asker, story }) };
  const judged = await judgeArticle(home, catalog, story.article, asker);
  return judged.status === "problems" ? judged : { ...judged, article: story.article, removed: story.removed };
}

/** The story without what is wrong with it, for a link that is half typed hides nothing else. Undefined: nothing is left to show. */
async function previewRest(
  home: Home,
  catalog: Catalog,
  fields: DraftFields,
  { from, asker, story }: { from: StoryBase; asker: DraftAsker; story: Extract<ReadStory, { status: "problems" }> },
): Promise<ShownPreview | undefined> {
  const faulty = new Set(story.problems.map(({ path }) => path.split("/")[1] ?? ""));
  const left = [...faulty].reduce(withoutGroup, fields);
  const rest = readStory(left, { ...from, status: publishedStatus(from.base) });
  if (rest.status === "problems") return undefined;
  const judged = await judgeArticle(home, catalog, rest.article, asker);
  return judged.status === "problems" ? undefined : { ...judged, article: rest.article, removed: rest.removed };
}
