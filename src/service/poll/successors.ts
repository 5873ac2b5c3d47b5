import type { Catalog } from "../../feed/catalog.ts";
import { keyOf } from "../../feed/family.ts";
import { type OldAddress, oldAddresses, type Successor } from "../../feed/old-addresses.ts";
import type { Address } from "../../feed/redirects/address.ts";
import type { Database } from "../home.ts";
import { isStoryAt } from "../store/old-addresses.ts";
import { findSleeper } from "../store/sleep.ts";
import { listStoredFeeds } from "../store/stored-feeds.ts";

/** What an old address is answered with; null: nothing of it is known, or what it was of has no feed now. */
export type Lead =
  | { status: "moved"; slug: string; format: Extract<OldAddress, { status: "moved" }>["format"] }
  | { status: "gone"; what: Extract<OldAddress, { status: "gone" }>["what"] }
  | null;

/** Tells where old addresses lead, as far as the store has it. */
export function leads(db: Database, catalog: Catalog): (address: Address, now: number) => Promise<Lead> {
  const find = oldAddresses(catalog);
  return async (address, now) => {
    const old = find(address);
    if (old.status === "unknown") return null;
    if (old.status === "gone") return { status: "gone", what: old.what };
    if (old.comments && (await isStoryAt(db, storyUrls(catalog, old.comments), now)))
      return { status: "gone", what: "comments" };
    for (const successor of old.successors)
      if (await isThere(db, successor, now)) return { status: "moved", slug: successor.slug, format: old.format };
    return null;
  };
}

async function isThere(db: Database, { slug, family, label }: Successor, now: number): Promise<boolean> {
  if (!family) return true;
  const found = await findSleeper(db, slug, family.least, now);
  if (!found || (found.edition === 0 && found.stories < family.least)) return false;
  if (label === undefined) return true;
  const [stored] = await listStoredFeeds(db, [slug]);
  return keyOf(stored?.labels ?? []) === keyOf([label]);
}

/** How a story's URL may have been written, whose path is known. */
function storyUrls({ site }: Catalog, path: string[]): string[] {
  const url = `${new URL(site.home).origin}/${path.map(encodeURIComponent).join("/")}`;
  const small = url.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
  return [...new Set([url, small])].flatMap((one) => [one, `${one}/`]);
}
