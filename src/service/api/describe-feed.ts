import { documentUrls, folderOf, valueUrls } from "../../feed/addresses.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import type { Family } from "../../feed/family.ts";
import { type FamilyCounts, MAX_COUNTED } from "../store/family-counts.ts";
import type { FeedState } from "../store/feeds.ts";
import type { EditionRecord } from "../store/history.ts";
import { isStale, verificationOf } from "../store/verification.ts";

/** A feed as `/api/feeds` answers. */
export function describeFeed(site: Site, definition: Definition, state: FeedState) {
  const { slug, title, partner } = definition;
  const { family, labels } = state;
  const isAwake = state.asleep === 0;
  return {
    slug,
    title,
    partner,
    ...(family !== null && { family, labels, asleep: !isAwake }),
    urls: documentUrls(site, slug, folderOf(definition)),
    state: verificationOf(state),
    edition: state.edition,
    published_at: state.published_at > 0 ? new Date(state.published_at).toISOString() : undefined,
    entries: state.entries,
    archive: {
      pages: state.linked,
      stale: isAwake && (state.stale_page !== null || state.linked < state.pages || state.overflows === 1),
    },
    stale: isStale(state),
    discrepancies: state.refusal ?? undefined,
  };
}

/** A family as `/api/feeds` answers. Numbers stop at `MAX_COUNTED`, which stands for that many or more. */
export const describeFamily = (site: Site, family: Family, { values, awake, refused }: FamilyCounts) => ({
  family: family.slug,
  by: family.by,
  title: family.title,
  partner: family.partner,
  urls: valueUrls(site, family),
  values,
  awake,
  refused,
  counted_up_to: MAX_COUNTED,
});

/** An edition as `/api/feeds/{slug}/editions` answers. */
export function describeEdition({ number, at, entries, changes, discrepancies }: EditionRecord) {
  const when = new Date(at).toISOString();
  if (discrepancies !== null) return { outcome: "refused", at: when, current: number, discrepancies };
  return { outcome: "verified", edition: number, at: when, entries, ...changes };
}
