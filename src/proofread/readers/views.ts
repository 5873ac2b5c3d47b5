import views from "./views.json" with { type: "json" };

/** What readers did with the failing example of a rule that they did not do with the passing one. */
export interface ReaderReaction {
  /** As `feedparser 6.0.10`. */
  reader: string;
  /** As `no date; title: …`. */
  does: string;
}

/**
 * What rss-parser, feedparser, newsboat and SimplePie make of a document that breaks a rule: found by running them on the
 * rule's examples. Empty where they read both alike.
 */
export function reactionsTo(rule: string): ReaderReaction[] {
  const versions: Record<string, string> = views.versions;
  const reactions: Record<string, Record<string, string>> = views.reactions;
  return Object.entries(Object.hasOwn(reactions, rule) ? (reactions[rule] ?? {}) : {}).map(([name, does]) => ({
    reader: `${name} ${versions[name] ?? ""}`,
    does,
  }));
}
