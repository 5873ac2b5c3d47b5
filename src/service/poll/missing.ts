import type { Database } from "../home.ts";
import { plain } from "../http/plain.ts";
import { findFeedState } from "../store/feeds.ts";

/** A feed that is defined, and has not been published yet. */
export const noEditionYet = (): Response => plain(503, "This feed has no edition yet.", { "retry-after": "5" });

export const readOnly = (): Response => plain(405, "A feed can be read only.", { allow: "GET, HEAD" });

export const ended = (): Response => plain(410, "This feed has ended.");

/**
 * A page of a feed's archive that nothing is served from. The newest page names the one after it (RFC 5005 §4): until that is
 * full, its entries are in the subscription document.
 *
 * @param subscription the URL of that document
 */
export async function noSuchPage(db: Database, slug: string, page: number, subscription: string): Promise<Response> {
  const state = await findFeedState(db, slug);
  if (!state || page > state.pages + 1) return plain(404, "No such page of the archive.");
  return plain(307, "This page of the archive is not full yet.", { location: subscription });
}
