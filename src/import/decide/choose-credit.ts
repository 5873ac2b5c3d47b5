import * as limit from "../../article/limits.ts";
import { firstWords, oneLine } from "../../article/text.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { withoutUndefined } from "../values/keep.ts";

/**
 * Where a story came from: what it says itself, else the feed that it was read from, where that is another site's than the newsroom's.
 * Undefined where neither has a name, and where nobody knows whose the feed is.
 */
export function chooseCredit(
  draft: Draft,
  feed: FeedFacts,
  source: Pick<ImportSource, "home" | "url">,
  base: string | undefined,
): { name: string; url?: string } | undefined {
  const credit = draft.credit ?? (isOthers(feed, source) ? { name: feed.title ?? "", url: feed.home } : undefined);
  const name = oneLine(credit?.name ?? "");
  if (name === "") return undefined;
  return withoutUndefined({ name: firstWords(name, limit.MAX_LINE - 1), url: absoluteUrl(credit?.url, base) });
}

function isOthers(feed: FeedFacts, { home, url }: Pick<ImportSource, "home" | "url">): boolean {
  if (feed.isOwn) return false;
  const own = siteOf(home);
  const theirs = siteOf(feed.home) ?? siteOf(feed.base) ?? siteOf(url);
  return own !== undefined && theirs !== undefined && !isWithin(own, theirs) && !isWithin(theirs, own);
}

const siteOf = (address: string | undefined): string | undefined =>
  URL.parse(address ?? "")?.hostname.replace(/^www\./, "") || undefined;

/** `blog.gazette.example` is a part of `gazette.example`. */
const isWithin = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`);
