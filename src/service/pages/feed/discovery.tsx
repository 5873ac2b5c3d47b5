import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import { firstWords } from "../../../article/text.ts";
import { documentUrl, pageUrl } from "../../../feed/addresses.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { FORMATS } from "../../../feed/feed.ts";
import { MEDIA_TYPES } from "../../../feed/media-types.ts";
import { FORMAT_NAMES } from "./formats.tsx";
import type { Item } from "./items.ts";

/** Readers show what they find as a choice: from more than this nobody chooses. */
const MAX_DISCOVERED_FEEDS = 10;

/** RSS autodiscovery; titles tell the formats apart. */
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

/** Search engines see that there is a feed from a few of its stories as from all. */
const MAX_ELEMENTS = 5;
/** Characters that search engines show of a headline. */
const MAX_HEADLINE = 110;

/** schema.org/DataFeed, as data: nothing in it can end the script element or run. */
export const DataFeed: FC<{ site: Site; definition: Definition; items: Item[] }> = ({ site, definition, items }) => {
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
