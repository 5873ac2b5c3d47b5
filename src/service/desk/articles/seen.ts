import { visibility } from "../../../article/visibility.ts";
import type { Site } from "../../../feed/definition.ts";
import { mintEntryId } from "../../../feed/identity.ts";
import { hasNobodySeen } from "../../jobs/ingest.ts";
import type { DeskArticle } from "../../store/desk.ts";

/** Whether readers may have seen a story, so that its retraction leaves a notice: as a save decides it. */
export function isSeen(site: Site, found: Pick<DeskArticle, "article" | "dates" | "unshown" | "entryId">): boolean {
  const { article, dates } = found;
  const inSight = (visibility(article)?.from ?? Number.POSITIVE_INFINITY) <= Date.now();
  return dates.public || (inSight && !hasNobodySeen(found, mintEntryId(site, article.id)));
}
