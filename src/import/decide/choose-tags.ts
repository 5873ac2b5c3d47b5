import * as limit from "../../article/limits.ts";
import { oneLine } from "../../article/text.ts";
import { atMost, shorten } from "../values/keep.ts";

/**
 * An item's tags, each once. `added` is the tag that the person who imports it asked for: it stands last, and room is
 * kept for it.
 */
export function chooseTags(own: string[], added: string | undefined, notes: string[]): string[] {
  const tags = own.flatMap((tag) => shorten(oneLine(tag), limit.MAX_LINE, "a tag", notes) ?? []);
  const distinct = [...new Set(tags)];
  if (distinct.length < tags.length) notes.push("a tag that was given twice stands once");
  const room = added === undefined || distinct.includes(added) ? limit.MAX_TAGS : limit.MAX_TAGS - 1;
  return [...new Set([...atMost(distinct, room, "tags", notes), ...(added === undefined ? [] : [added])])];
}
