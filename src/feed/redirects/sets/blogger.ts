import type { Format } from "../../feed.ts";
import type { Address } from "../address.ts";
import { byLabel, type OldFeed, ofEverything, ofNothing, type ReadOldFeed, TAG } from "../old-feed.ts";

/**
 * Blogger: `/feeds/posts/default`, Atom unless `?alt=rss`, of a label with `/-/Label` behind it; `/atom.xml` and `/rss.xml`
 * (support.google.com/blogger/answer/97933). Its own JSON (`alt=json`) is none that readers take.
 */
export const blogger: ReadOldFeed = (address) => {
  const file = /^\/(rss|atom)\.xml$/.exec(address.path);
  if (file) return ofEverything(file[1] === "rss" ? "rss" : "atom");
  if (/^\/feeds\/(?:\d+\/)?comments\/(?:default|full|summary)$/.test(address.path)) return ofNothing("comments");
  const format = formatOf(address);
  if (!format || !/^\/feeds\/posts\/(?:default|full|summary)(?:\/-\/|$)/.test(address.path)) return null;
  if (address.query.has("q")) return ofNothing("a search");
  if (Number(address.query.get("start-index") ?? 1) > 1) return ofNothing("a further page");
  return ofLabels(address.segments.slice(4), format);
};

const formatOf = ({ query }: Address): Format | undefined => {
  const alt = query.get("alt")?.toLowerCase();
  return alt === undefined || alt === "atom" ? "atom" : alt === "rss" ? "rss" : undefined;
};

/** Of several labels it was of the stories that have them all. */
const ofLabels = ([label, ...others]: string[], format: Format): OldFeed | null =>
  label === undefined ? ofEverything(format) : others.length === 0 ? byLabel(TAG, label, format) : null;
