import type { ElementDeclaration, Vocabulary } from "../declare.ts";
import { ABSOLUTE_URL } from "../forms/addresses.ts";
import { ISO_8601 } from "../forms/dates.ts";
import { clip, type Form } from "../forms/form.ts";
import { resourceRules } from "./resource.ts";

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

const TRACKBACK_NAMESPACE = "{http://madskills.com/public/xml/rss/module/trackback/}";
const TRACKBACK_PAGE = {
  section: "TrackBack RSS Module",
  url: "https://www.rssboard.org/trackback",
};
const trackback = (local: string): Vocabulary["rules"] =>
  resourceRules({ prefix: "trackback", namespace: TRACKBACK_NAMESPACE, local, place: "entry", ...TRACKBACK_PAGE });
/** In RDF, the address is an attribute. */
const TEXT_URL: Form = {
  ...ABSOLUTE_URL,
  fault: (text, sheet) => (sheet?.format === "rdf" ? undefined : ABSOLUTE_URL.fault(text, sheet)),
};

/** Where an item takes trackbacks, and what it is a trackback to. */
export const TRACKBACK: Vocabulary = {
  prefix: "trackback",
  namespace: TRACKBACK_NAMESPACE,
  title: TRACKBACK_PAGE.section,
  url: TRACKBACK_PAGE.url,
  formats: ALL,
  elements: {
    ping: {
      in: ["entry"],
      once: true,
      text: [TEXT_URL],
      example: "<trackback:ping>https://gazette.example/trackback/1</trackback:ping>",
    },
    about: {
      in: ["entry"],
      text: [TEXT_URL],
      example: "<trackback:about>https://elsewhere.example/trackback/2</trackback:about>",
    },
  },
  rules: [...(trackback("ping") ?? []), ...(trackback("about") ?? [])],
};

const degrees = (name: string, most: number): Form => ({
  name: "degrees",
  says: `a ${name}: a number from -${most} to ${most}`,
  mend: "Write degrees with decimals, as 54.32: no minutes, no letters.",
  fault: (text) =>
    /^[+-]?\d{1,3}(\.\d*)?$/.test(text) && Math.abs(Number(text)) <= most
      ? undefined
      : `"${clip(text)}" is not a ${name} from -${most} to ${most}`,
  good: "54.32",
  bad: String(most + 1),
});
const coordinate = (prefix: string, local: string, most: number): ElementDeclaration => ({
  in: ["feed", "entry"],
  text: [degrees(local, most)],
  example: `<${prefix}:${local}>54.32</${prefix}:${local}>`,
});
const coordinates = (prefix: string, namespace: string, title: string, url: string): Vocabulary => ({
  prefix,
  namespace,
  title,
  url,
  formats: ALL,
  elements: {
    latitude: coordinate(prefix, "latitude", 90),
    longitude: coordinate(prefix, "longitude", 180),
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
