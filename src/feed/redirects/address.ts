/** An address as old sites had it for a feed, and as rules compare it. Whatever stands before the path makes no difference. */
export interface Address {
  /** Of the path, decoded; a slash at the end and doubled ones make no difference. */
  segments: string[];
  /** The same in small letters, as what is no value is compared. */
  path: string;
  /** The query, its names in small letters; of one that repeats the last counts. */
  query: Map<string, string>;
}

/** @returns null for what is no address, as where the path is not percent-encoded UTF-8 */
export function parseAddress(url: string): Address | null {
  const parsed = URL.parse(url.startsWith("/") ? `http://localhost${url}` : url);
  if (!parsed) return null;
  try {
    const parts = parsed.pathname.split("/").filter((segment) => segment !== "");
    const segments = parts.map((segment) => decodeURIComponent(segment).normalize());
    const query = new Map([...parsed.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
    return { segments, path: pathOf(segments), query };
  } catch {
    return null;
  }
}

/** An address below another one, as that of a site in a folder: without what leads there. Null: it is not below it. */
export function below(address: Address, folder: string[]): Address | null {
  if (folder.some((name, index) => address.segments[index]?.toLowerCase() !== name.toLowerCase())) return null;
  const segments = address.segments.slice(folder.length);
  return { ...address, segments, path: pathOf(segments) };
}

const pathOf = (segments: string[]): string => `/${segments.join("/").toLowerCase()}`;

/** Parameters by which some site told its feeds apart. All others are the reader's own, or trace it. */
const TELLING = new Set([
  ...["feed", "format", "type", "alt", "paged", "page", "start-index", "q", "s", "option", "id"],
  ...["cat", "category", "category_name", "tag", "tag_id", "author", "author_name", "post_type", "taxonomy", "term"],
  ...["p", "page_id", "name", "m", "year", "monthnum", "day", "w", "withcomments", "lang"],
]);

/** Longer ones are cut: no feed had such an address. Characters. */
export const MAX_ADDRESS = 200;

/**
 * An address as people read it and rules take it: one text for all ways to write it, in small letters, and without the parameters that
 * tell no feeds apart, for they may be somebody's secret.
 */
export function addressText({ segments, query }: Address): string {
  const telling = [...query].filter(([name]) => TELLING.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const path = `/${segments.map(readable).join("/")}`;
  const text =
    telling.length === 0 ? path : `${path}?${telling.map(([name, value]) => `${name}=${readable(value)}`).join("&")}`;
  return text
    .slice(0, MAX_ADDRESS)
    .replace(/%[\da-f]?$/i, "")
    .toWellFormed();
}

/** In small letters, and without what would be read as something else or acts on whoever looks at it. */
const readable = (text: string): string =>
  text.toLowerCase().replace(/[\p{C}\s/\\?#%&=+{}"<>]/gu, (character) => encodeURIComponent(character.toWellFormed()));
