import type { ElementDeclaration, Vocabulary } from "../declare.ts";
import { ABSOLUTE_URL } from "../forms/addresses.ts";
import { LATITUDE, LONGITUDE } from "../forms/coordinates.ts";
import { ISO_8601 } from "../forms/dates.ts";
import type { Form } from "../forms/form.ts";

const ALL = ["rss", "rdf", "atom", "entry"] as const;

/** Where an item came from. */
export const AGGREGATION: Vocabulary = {
  prefix: "ag",
  namespace: "{http://purl.org/rss/1.0/modules/aggregation/}",
  // The module's own text has the other one.
  aliases: ["{http://purl.org/rss/modules/aggregation/}"],
  title: "RSS 1.0 Modules: Aggregation",
  url: "https://web.resource.org/rss/1.0/modules/aggregation/",
  formats: ALL,
  elements: {
    source: { in: ["entry"], once: true, example: "<ag:source>Elsewhere</ag:source>" },
    sourceURL: {
      in: ["entry"],
      once: true,
      text: [ABSOLUTE_URL],
      example: "<ag:sourceURL>https://elsewhere.example/</ag:sourceURL>",
    },
    timestamp: {
      in: ["entry"],
      once: true,
      text: [ISO_8601],
      example: "<ag:timestamp>2026-03-13T06:00:00Z</ag:timestamp>",
    },
  },
};

const BLOG_CHANNEL_PAGE = "https://web.archive.org/web/2010/http://backend.userland.com/blogChannelModule";
const ofChannel = (local: string): ElementDeclaration => ({
  in: ["feed"],
  once: true,
  text: [ABSOLUTE_URL],
  example: `<blogChannel:${local}>https://gazette.example/${local}.opml</blogChannel:${local}>`,
});

/** What a blog reads and likes. */
export const BLOG_CHANNEL: Vocabulary = {
  prefix: "blogChannel",
  namespace: "{http://backend.userland.com/blogChannelModule}",
  title: "blogChannel RSS Module",
  url: BLOG_CHANNEL_PAGE,
  formats: ALL,
  elements: {
    blogRoll: ofChannel("blogRoll"),
    mySubscriptions: ofChannel("mySubscriptions"),
    blink: ofChannel("blink"),
    changes: ofChannel("changes"),
  },
};

const coordinate = (prefix: string, local: string, form: Form): ElementDeclaration => ({
  in: ["feed", "entry"],
  text: [form],
  example: `<${prefix}:${local}>54.32</${prefix}:${local}>`,
});
const coordinates = (prefix: string, namespace: string, title: string, url: string): Vocabulary => ({
  prefix,
  namespace,
  title,
  url,
  formats: ALL,
  elements: {
    latitude: coordinate(prefix, "latitude", LATITUDE),
    longitude: coordinate(prefix, "longitude", LONGITUDE),
  },
});

/** Where something is, before there was GeoRSS. */
export const GEOURL = coordinates(
  "geourl",
  "{http://geourl.org/rss/module/}",
  "GeoURL RSS Module",
  "https://web.archive.org/web/2005/http://geourl.org/news/2003-01-17.html",
);
export const ICBM = coordinates(
  "icbm",
  "{http://postneo.com/icbm}",
  "ICBM RSS Module",
  "https://web.archive.org/web/2005/http://www.postneo.com/icbm/",
);
