import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import { firstWords } from "../../../article/text.ts";
import { documentUrl, pageUrl } from "../../../feed/addresses.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { FORMATS } from "../../../feed/feed.ts";
import { MEDIA_TYPES } from "../../../feed/media-types.ts";
import { FORMAT_NAMES } from "./formats.tsx";
import type { FeedItem } from "./items.ts";

/** Readers offer the feeds that they find on a page as a choice: nobody chooses from more than this. */
const MAX_DISCOVERED_FEEDS = 10;

/**
 * Links by which readers find feeds (RSS autodiscovery: the link type `alternate` of HTML). Their titles tell the
 * formats apart.
 */
export const Alternates: FC<{ site: Site; feeds: Definition[] }> = ({ site, feeds }) => (
  <>
    {feeds
      .slice(0, MAX_DISCOVERED_FEEDS)
      .flatMap(({ slug, title }) =>
        FORMATS.map((format) => (
          <link
            rel="alternate"
            type={MEDIA_TYPES[format]}
            title={`${title} (${FORMAT_NAMES[format]})`}
            href={documentUrl(site, slug, format)}
          />
        )),
      )}
  </>
);

/** What other sites show where somebody links to a page of ours (Open Graph), and the address it is known by. */
export const Card: FC<{ site: Site; title: string; description: string; url: string; image?: string }> = ({
  site,
  title,
  description,
  url,
  image,
}) => (
  <>
    <link rel="canonical" href={url} />
    <meta name="description" content={description} />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={site.title} />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={description} />
    <meta property="og:url" content={url} />
    {image === undefined ? null : <meta property="og:image" content={image} />}
  </>
);

/** Stories that are told to search engines: a few show that there is a feed as well as all do. */
const MAX_ELEMENTS = 5;
/** What search engines show of a headline. Characters. */
const MAX_HEADLINE = 110;

/**
 * The feed for search engines (schema.org/DataFeed, JSON-LD). It is data: nothing in it can end the script element, or
 * run.
 */
export const DataFeed: FC<{ site: Site; definition: Definition; items: FeedItem[] }> = ({
  site,
  definition,
  items,
}) => {
  const { slug, title, description, language = site.language } = definition;
  const feed = {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: title,
    description,
    url: pageUrl(site, slug),
    inLanguage: language,
    dateModified: items
      .map(({ date_modified }) => date_modified)
      .sort()
      .at(-1),
    publisher: { "@type": "NewsMediaOrganization", name: site.title, url: site.home },
    copyrightNotice: site.rights,
    distribution: FORMATS.map((format) => ({
      "@type": "DataDownload",
      encodingFormat: MEDIA_TYPES[format],
      contentUrl: documentUrl(site, slug, format),
    })),
    dataFeedElement: items.slice(0, MAX_ELEMENTS).map((item) => ({
      "@type": "DataFeedItem",
      dateModified: item.date_modified,
      item: {
        "@type": "NewsArticle",
        headline: firstWords(item.title, MAX_HEADLINE),
        url: item.url,
        datePublished: item.date_published,
      },
    })),
  };
  const json = JSON.stringify(feed).replaceAll("<", "\\u003c");
  return <script type="application/ld+json">{raw(json)}</script>;
};
