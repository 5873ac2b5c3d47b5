import { type Finding, findingOf } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { clip } from "../xml/forms/form.ts";
import type { DiscoveredFeed } from "./discover.ts";
import { isFeedType } from "./feed-form.ts";
import { PAGE_LINK, PAGE_LINK_TITLE, PAGE_LINK_TYPE } from "./rules.ts";

/** What keeps readers from feeds that a page leads to; nothing, where there are none. */
export function pageFindings(feeds: DiscoveredFeed[]): Finding[] {
  const [first] = feeds;
  if (first && first.how !== "link")
    return [finding(PAGE_LINK, `no <link rel="alternate"> of the page leads to ${clip(first.url)}`)];
  // The type that JSON Feed 1.0 had, and readers know.
  const isKnown = (type: string | undefined) => isFeedType(type) || type === "application/json";
  const types = feeds
    .filter(({ type }) => !isKnown(type))
    .map(({ url, type }) =>
      finding(
        PAGE_LINK_TYPE,
        type === undefined
          ? `the link to ${clip(url)} has no type`
          : `the link to ${clip(url)} has the type ${clip(type)}`,
      ),
    );
  return [...types, ...titleFindings(feeds)];
}

/** Formats of one feed may have one title: feeds of one type may not. */
function titleFindings(feeds: DiscoveredFeed[]): Finding[] {
  const known = new Map<string, string>();
  return feeds.flatMap(({ url, type, title }) => {
    if (title === undefined) return [];
    const key = JSON.stringify([type, title]);
    const other = known.get(key);
    known.set(key, other ?? url);
    return other === undefined
      ? []
      : [finding(PAGE_LINK_TITLE, `the links to ${clip(other)} and to ${clip(url)} have the title "${clip(title)}"`)];
  });
}

const finding = (rule: Rule, message: string): Finding => findingOf(rule, "the page", message);
