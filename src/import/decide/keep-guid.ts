import type { Draft } from "../draft.ts";
import { absoluteUrl } from "../values/addresses.ts";

/**
 * The id that the old feed gave an item. It is kept, so that readers who follow the move see no item twice. Without one,
 * readers knew the item by its link: they compared the link's text, so it is kept as it is written. `url` is the address
 * that was chosen for an item whose link is none.
 */
export function keepGuid(draft: Draft, url: string, notes: string[]): string {
  if (draft.guid !== undefined) return draft.guid;
  notes.push("without an id: its link is its id");
  return (absoluteUrl(draft.link) ? draft.link?.trim() : undefined) ?? url;
}
