import type { Rule, ServedDocument } from "../rule.ts";

const AUTODISCOVERY = {
  formats: ["http"],
  section: "HTML, link type “alternate”",
  url: "https://html.spec.whatwg.org/multipage/links.html#rel-alternate",
} as const;

/** A feed that is linked to, and not as one. */
export const PAGE_LINK_TYPE: Rule = {
  ...AUTODISCOVERY,
  ...{ name: "page/feed-link-type", severity: "warning", element: "<link type>" },
  says: "A page's link to its feed has the type of a feed",
  mend: 'Write type="application/rss+xml", type="application/atom+xml" or type="application/feed+json".',
  readers: "Readers and browsers that are given the page look for a feed's type, and pass over other alternates.",
  fails: page('<link rel="alternate" type="text/xml" title="News" href="/rss.xml">'),
  passes: page('<link rel="alternate" type="application/rss+xml" title="News" href="/rss.xml">'),
};

/** Feeds that only people find. */
export const PAGE_LINK: Rule = {
  ...AUTODISCOVERY,
  ...{ name: "page/feed-link", severity: "warning", element: '<link rel="alternate">' },
  says: "A page whose site has a feed links to it for readers",
  mend: 'Add <link rel="alternate" type="application/rss+xml" title="…" href="…"> to the page\'s <head>.',
  readers: "Whoever gives a reader the address of the site is told that it has no feed.",
  fails: page("", '<p><a href="/rss.xml">Subscribe</a></p>'),
  passes: page(
    '<link rel="alternate" type="application/rss+xml" title="News" href="/rss.xml">',
    '<p><a href="/rss.xml">Subscribe</a></p>',
  ),
};

/** Feeds that nobody can choose between. */
export const PAGE_LINK_TITLE: Rule = {
  ...AUTODISCOVERY,
  ...{ name: "page/feed-link-title", severity: "warning", element: "<link title>" },
  says: "Feeds of one page that are not formats of one feed have different titles",
  section: "JSON Feed 1.1, Discovery",
  url: "https://www.jsonfeed.org/version/1.1/#discovery",
  mend: 'Say in each title what the feed is of: title="News", title="Comments".',
  readers: "Readers let people choose between the titles.",
  fails: page(
    '<link rel="alternate" type="application/feed+json" title="Gazette" href="/feed.json"><link rel="alternate" type="application/feed+json" title="Gazette" href="/letters.json">',
  ),
  passes: page(
    '<link rel="alternate" type="application/feed+json" title="Gazette" href="/feed.json"><link rel="alternate" type="application/rss+xml" title="Gazette" href="/rss.xml">',
  ),
};

/** What can be wrong with how a page leads to its feeds. */
export const PAGE_RULES: readonly Rule[] = [PAGE_LINK_TYPE, PAGE_LINK, PAGE_LINK_TITLE];

function page(head: string, body = "<p>The first boat is out.</p>"): ServedDocument {
  const text = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>The Harbour Gazette</title>
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;
  return { text, url: "https://gazette.example/", contentType: "text/html; charset=utf-8" };
}
