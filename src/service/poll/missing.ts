import type { Database } from "../home.ts";
import { plain } from "../http/plain.ts";
import { unavailable } from "../http/problem.ts";
import { findFeedState } from "../store/feeds.ts";

/** Nobody has defined a feed of this name. */
export const noFeed = (): Response => plain(404, "No feed is here.");

/** A feed that is defined, and has not been published yet. */
export const noEditionYet = (): Response => unavailable("This feed has no edition yet.");

/**
 * A method that a document does not have (RFC 9110 §15.5.6).
 *
 * @param allow those that it has
 */
export const readOnly = (allow: string): Response => plain(405, `A feed can be read only: ${allow}.`, { allow });

/** A feed that is defined as retired: readers may forget it (RFC 9110 §15.5.11). */
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
