import { onceEachWay } from "../article/once-each.ts";
import { newestUpdate } from "../feed/compose.ts";
import type { Definition, ProfileName, Site } from "../feed/definition.ts";
import type { StoredArticle } from "../feed/entry.ts";
import type { Entry, Feed } from "../feed/feed.ts";
import { apple } from "./profiles/apple.ts";
import { flipboard } from "./profiles/flipboard.ts";
import { msn } from "./profiles/msn.ts";
import { lintOf, type Profile, type ProfileFinding } from "./profiles/rule.ts";
import { smartnews } from "./profiles/smartnews.ts";

/** `wire` asks for nothing but tombstones, which all feeds for machines have (`feed/entry.ts`). */
const PROFILES: Record<ProfileName, Profile> = {
  standard: lintOf([]),
  wire: lintOf([]),
  msn,
  smartnews,
  flipboard,
  apple,
};

/** An entry that was chosen, and what its partner will say of it. */
export interface Linted {
  entry: Entry;
  article: string;
  /** It breaks a hard rule. */
  left_out: boolean;
  findings: ProfileFinding[];
}

export interface Profiled {
  /** What goes out. */
  feed: Feed;
  findings: ProfileFinding[];
  entries: Linted[];
}

const inTerms = onceEachWay<Entry, Entry>();

/**
 * A feed in its partner's terms, without the entries that the partner would not take. What stands in the place of a story that
 * was taken back goes out in any case.
 *
 * @param articles those that the feed was made of
 */
export function profiled(site: Site, definition: Definition, articles: StoredArticle[], feed: Feed): Profiled {
  const name = definition.profile ?? "standard";
  const profile = PROFILES[name];
  // A profile knows nothing of a feed but its language.
  const way = `${name} ${feed.language}`;
  const stored = new Map(articles.map((one) => [one.entryId, one.article]));
  const entries = feed.entries.flatMap((plain): Linted[] => {
    const article = stored.get(plain.id);
    if (!article) return [];
    const entry = profile.entry ? inTerms(plain, way, () => profile.entry?.(plain, article, feed) ?? plain) : plain;
    const findings = article.status === "canceled" ? [] : profile.lint(entry, feed);
    return [{ entry, article: article.id, left_out: findings.some(({ severity }) => severity === "hard"), findings }];
  });
  const kept = entries.filter(({ left_out }) => !left_out).map(({ entry }) => entry);
  const whole = { ...feed, entries: kept, updated: newestUpdate(site, kept) };
  return { feed: profile.feed?.(whole) ?? whole, findings: profile.lintFeed(whole), entries };
}
