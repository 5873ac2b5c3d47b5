import type { ImportSource } from "../source.ts";
import type { ReadItem } from "../source-reading.ts";

/** What speaks against showing an item decides its status, unless the person who imports it wants all of it shown. */
export function withhold(item: ReadItem, { publishAll }: Pick<ImportSource, "publishAll">): ReadItem {
  if (!publishAll) return item.withheld === undefined ? item : withStatus(item, "withheld");
  const { withheld, ...shown } = item;
  const { embargo_until, expires_at, ...article } = item.article;
  const isKept = withheld !== undefined || embargo_until !== undefined || expires_at !== undefined;
  const isOwn = article.status === "withheld";
  if (!isKept && !isOwn) return item;
  const notes = [...item.notes, `public, as was asked for${withheld === undefined ? "" : `, though ${withheld}`}`];
  return withStatus({ ...shown, article, notes }, isOwn ? undefined : article.status);
}

function withStatus(item: ReadItem, status: unknown): ReadItem {
  const { status: _, ...article } = item.article;
  return { ...item, article: status === undefined ? article : { ...article, status } };
}
