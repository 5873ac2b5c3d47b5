import type { FeedState } from "./feeds.ts";

/** How the newest edition of a feed fared. `none`: there has not been one, or what there was is not its own. */
export type Verification = "verified" | "refused" | "none";

export function verificationOf(state: Pick<FeedState, "refusal" | "published_at"> | undefined): Verification {
  if (state?.refusal) return "refused";
  return state && state.published_at > 0 ? "verified" : "none";
}

/** SQL for the same, where a statement has a row of `feed` as `f`. */
export const VERIFICATION = `CASE WHEN f.refusal IS NOT NULL THEN 'refused'
    WHEN EXISTS (SELECT 1 FROM edition e WHERE e.feed = f.slug AND e.number = f.edition) THEN 'verified' ELSE 'none' END`;

/** Whether a feed's edition does not say yet what the store says. Of what is asleep none is made before somebody polls it. */
export const isStale = (
  state: Pick<FeedState, "asleep" | "changed" | "composed" | "reselect_after"> | undefined,
): boolean =>
  state === undefined || (state.asleep === 0 && (state.changed > state.composed || state.reselect_after !== null));

/** SQL for the same, where a statement has a row of `feed` as `f`. */
export const STALE = `(f.asleep = 0 AND (f.changed > f.composed OR f.reselect_after IS NOT NULL
    OR EXISTS (SELECT 1 FROM family g WHERE g.path = f.family AND g.reselect_after IS NOT NULL)))`;
