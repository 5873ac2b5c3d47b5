import { parseAddress } from "../../../../src/feed/redirects/address.ts";
import type { OldFeed } from "../../../../src/feed/redirects/old-feed.ts";
import { SETS, type SetName } from "../../../../src/feed/redirects/sets.ts";

/** What a set reads of an address, in short: `all rss`, `section|tag x rss`, `nothing: comments`; null: nothing. */
export function readBy(set: SetName, url: string): string | null {
  const address = parseAddress(url);
  return inShort(address && SETS[set](address));
}

function inShort(old: OldFeed | null): string | null {
  if (!old) return null;
  if (old.of === "nothing") return `nothing: ${old.what}`;
  if (old.of === "everything") return `all ${old.format}`;
  if (old.of === "page") return `page /${old.path.join("/")}, or ${inShort(old.otherwise)}`;
  return `${old.facets.join("|")} ${old.isLabel ? JSON.stringify(old.value) : old.value} ${old.format}`;
}
