import { decodeHTML } from "entities";
import { parseHttpUrl } from "../../article/url.ts";
import { essenceOf } from "../xml/forms/media-types.ts";
import { hasFeedForm, isFeedType } from "./feed-form.ts";
import { startTags, type WantedTag } from "./start-tags.ts";

/** A feed that a page leads to. Whether one is there, who fetches it knows. */
export interface DiscoveredFeed {
  /** Absolute. */
  url: string;
  title?: string;
  /** The type that the page gives it, in small letters and without parameters. */
  type?: string;
  /**
   * - `link`: by `<link rel="alternate">` (HTML, link type “alternate”) or `rel="feed"`, which readers look for.
   * - `anchor`: by an `<a>` whose address or type looks like a feed's, which few readers look at.
   * - `place`: the page says nothing; it is where many sites have theirs.
   */
  how: "link" | "anchor" | "place";
  /** It has what readers commented, not what the site published. */
  comments?: true;
}

const LINKS = new Set(["link", "a", "base"]);

/** More than any site has; a page of a million links is none that wants to be found. */
const MOST_FEEDS = 100;

/**
 * The feeds that a page names: those that it links to for readers; only where there is none of them, those that its text links to.
 *
 * @param base where the page was fetched, after redirects; its own `<base href>` goes before
 */
export function discoverFeeds(html: string, base: string): DiscoveredFeed[] {
  const links = startTags(html, LINKS);
  const own = links.find(({ tag, attributes }) => tag === "base" && attributes.has("href"))?.attributes.get("href");
  const origin = (own !== undefined && parseHttpUrl(own, base)) || base;
  const linked = onceEach(links.flatMap((link) => linkedFeed(link, origin) ?? []));
  return linked.length > 0 ? linked : onceEach(links.flatMap((link) => anchoredFeed(link, origin) ?? []));
}

/** Where feeds often are, of a site whose page names none, the most usual first. */
const COMMON_PLACES = [
  ..."/feed /rss.xml /feed.xml /index.xml /atom.xml /rss /feed.json /feeds/posts/default".split(" "),
  ..."/index.rdf /feed.rss /feed.atom /rss/index.xml".split(" "),
];

/** The places to look at where a page names no feed: beside the page itself, and at the root of its site. */
export function commonPlaces(page: string): DiscoveredFeed[] {
  const folder = new URL(".", page).pathname.replace(/\/$/, "");
  const paths = COMMON_PLACES.flatMap((place) => [...new Set([folder + place, place])]);
  return onceEach(paths.map((path) => ({ url: new URL(path, page).href, how: "place" })));
}

function linkedFeed({ tag, attributes }: WantedTag, base: string): DiscoveredFeed | undefined {
  if (tag !== "link") return undefined;
  const rel = relationsOf(attributes);
  // An alternate stylesheet is none of the page; an alternate without a feed's type is often its translation.
  if (rel.has("stylesheet") || !(rel.has("feed") || rel.has("alternate"))) return undefined;
  const feed = feedAt(attributes, base, "link");
  if (!feed) return undefined;
  const { type } = feed;
  if (rel.has("feed") || isFeedType(type)) return feed;
  const isVague = type === undefined || VAGUE_TYPES.has(type);
  return isVague && hasFeedForm(feed.url) ? feed : undefined;
}

/** Types that feeds are given beside their own, and that much else is given, too. */
const VAGUE_TYPES = new Set([
  "application/xml",
  "text/xml",
  "application/json",
  "text/json",
  "text/html",
  "text/plain",
]);

function anchoredFeed({ tag, attributes, text }: WantedTag, base: string): DiscoveredFeed | undefined {
  if (tag !== "a") return undefined;
  const feed = feedAt(attributes, base, "anchor");
  if (!feed) return undefined;
  const isMeant =
    relationsOf(attributes).has("feed") ||
    isFeedType(feed.type) ||
    /^feed:/i.test(attributes.get("href")?.trim() ?? "") ||
    (hasFeedForm(feed.url) && isOfSite(feed.url, base));
  return isMeant ? { ...feed, title: feed.title ?? titleOf(decodeHTML(text)) } : undefined;
}

function feedAt(attributes: Map<string, string>, base: string, how: "link" | "anchor"): DiscoveredFeed | undefined {
  const href = attributes.get("href")?.trim();
  if (!href) return undefined;
  const url = parseHttpUrl(withoutFeedScheme(href), base);
  if (url === null) return undefined;
  const title = titleOf(attributes.get("title"));
  const type = essenceOf(attributes.get("type") ?? "") || undefined;
  const comments = isOfComments(url, title) || undefined;
  return { url: withoutFragment(url), title, type, how, comments };
}

/** `feed:` was a scheme that readers registered themselves for: `feed://host/path`, or before a whole URL. */
export const withoutFeedScheme = (url: string): string =>
  url.replace(/^feed:(?=https?:)/i, "").replace(/^feed:(?:\/\/)?/i, "http://");

const relationsOf = (attributes: Map<string, string>): Set<string> =>
  new Set((attributes.get("rel") ?? "").toLowerCase().split(/\s+/));

const titleOf = (text: string | undefined): string | undefined => text?.trim().replaceAll(/\s+/g, " ") || undefined;

/** WordPress has one a site and one an article; their titles are translated, their addresses are not. */
const isOfComments = (url: string, title = ""): boolean =>
  /[/._-]comments(?:[/._-]|$)/i.test(new URL(url).pathname) ||
  /\b(?:comments|kommentare|commentaires|comentarios|comentários|commenti|reacties)\b/i.test(title);

/** A site may have its feeds at a host of their own, beside or below its name. */
function isOfSite(url: string, page: string): boolean {
  const [host, own] = [new URL(url).hostname, new URL(page).hostname.replace(/^www\./, "")];
  return host === own || host.endsWith(`.${own}`) || own.endsWith(`.${host}`) || host === "feeds.feedburner.com";
}

const withoutFragment = (url: string): string => url.split("#", 1)[0] ?? url;

function onceEach(feeds: DiscoveredFeed[]): DiscoveredFeed[] {
  const byUrl = new Map<string, DiscoveredFeed>();
  for (const feed of feeds) if (!byUrl.has(feed.url)) byUrl.set(feed.url, feed);
  return [...byUrl.values()].slice(0, MOST_FEEDS);
}
