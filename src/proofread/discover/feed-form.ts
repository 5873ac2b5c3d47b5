/** The types that say that something is a feed, the old names of some among them. */
const FEED_TYPES = new Set([
  ...["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"],
  ...["application/x.atom+xml", "application/x-atom+xml", "application/x-rss+xml", "text/rss+xml", "text/rss"],
  ...["application/rss", "application/atom", "text/atom+xml", "application/x-netcdf+xml"],
]);

export const isFeedType = (type: string | undefined): boolean => type !== undefined && FEED_TYPES.has(type);

/** Whether an absolute URL is of a form that feeds have. */
export function hasFeedForm(url: string): boolean {
  const { pathname, search, hostname } = new URL(url);
  const path = pathname.toLowerCase();
  return (
    /\.(?:rss|atom|rdf)$/.test(path) ||
    /\/index\.(?:xml|json)$/.test(path) ||
    /[/._-](?:feeds?|rss2?|atom)(?:\.(?:xml|json|php|aspx?))?\/?$/.test(path) ||
    (/\.(?:xml|json)$/.test(path) && /\/(?:feeds?|rss|atom)\//.test(path)) ||
    path.includes("/feeds/posts/") ||
    /[?&](?:feed|format|alt|type)=(?:rss2?|atom|rdf|feed|json-?feed)(?:&|$)/i.test(search) ||
    /^feeds?\./.test(hostname)
  );
}
