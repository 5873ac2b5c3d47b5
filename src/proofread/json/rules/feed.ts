import { clip } from "../../xml/forms/form.ts";
import { JSON_FEED } from "../declare.ts";
import { jsonDocument } from "../examples.ts";
import type { JsonRule } from "../rule.ts";

const NEWEST = "https://jsonfeed.org/version/1.1";
/** The address has been moved to `www`, and the format's name for itself has not. */
const VERSION = /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/(1(?:\.\d+)?)\/?$/;

/** As `1.1`; undefined where it is none of JSON Feed's. */
export const jsonFeedVersion = (version: unknown): string | undefined =>
  typeof version === "string" ? VERSION.exec(version)?.[1] : undefined;

const TOP = {
  formats: ["json"],
  on: ["feed"],
  section: "JSON Feed 1.1, Top-level",
  url: `${JSON_FEED}#top-level`,
  passes: jsonDocument(),
} as const;

export const JSON_FEED_RULES: readonly JsonRule[] = [
  {
    ...TOP,
    name: "json/version-known",
    severity: "error",
    element: "version",
    says: `The version is ${NEWEST}, letter by letter`,
    mend: `Write ${NEWEST}.`,
    readers: "Readers that look at it take the document for no feed.",
    check: ({ version }) =>
      typeof version !== "string" || version === "" || version === NEWEST || version === OLDER
        ? undefined
        : [{ message: `the version "${clip(version)}" is none of JSON Feed's`, at: ["version"] }],
    fails: jsonDocument({ feed: { version: "1.1" } }),
  },
  {
    ...TOP,
    name: "json/version-newest",
    severity: "advice",
    element: "version",
    says: "The version is 1.1, which has languages and several authors",
    mend: `Write ${NEWEST}, authors (a list) for author, and the language.`,
    check: ({ version }) =>
      version === OLDER ? [{ message: "the version is 1, without language and authors", at: ["version"] }] : undefined,
    fails: jsonDocument({ feed: { version: "https://jsonfeed.org/version/1" } }),
  },
  {
    ...TOP,
    name: "json/version-first",
    severity: "advice",
    element: "version",
    says: "The version stands at the very top",
    mend: "Write the version before everything else, so that people and programs see at once what it is.",
    check: (feed) =>
      feed.version !== undefined && Object.keys(feed)[0] !== "version"
        ? [{ message: `${clip(Object.keys(feed)[0] ?? "")} stands before the version`, at: ["version"] }]
        : undefined,
    fails: '{\n  "title": "The Harbour Gazette",\n  "version": "https://jsonfeed.org/version/1.1",\n  "items": []\n}\n',
  },
  {
    ...TOP,
    name: "json/feed-url-location",
    severity: "warning",
    element: "feed_url",
    says: "feed_url is where the feed is served: it is what identifies it",
    mend: "Write the address that readers subscribe to, or redirect the other one to it for good.",
    check: ({ feed_url }, { url }) =>
      url !== undefined && typeof feed_url === "string" && feed_url !== url
        ? [{ message: `feed_url is ${clip(feed_url)}, and the document came from ${clip(url)}`, at: ["feed_url"] }]
        : undefined,
    fails: { text: jsonDocument(), url: "https://gazette.example/other.json" },
    passes: { text: jsonDocument(), url: "https://gazette.example/feed.json" },
  },
  {
    ...TOP,
    name: "json/home-page-html",
    severity: "warning",
    element: "home_page_url",
    says: "home_page_url is a page, not the feed",
    mend: "Write the address of the page that the feed is about.",
    check: ({ home_page_url, feed_url }) =>
      home_page_url !== undefined && home_page_url === feed_url
        ? [{ message: "home_page_url is feed_url, which is no page", at: ["home_page_url"] }]
        : undefined,
    fails: jsonDocument({ feed: { home_page_url: "https://gazette.example/feed.json" } }),
  },
  {
    ...TOP,
    name: "json/next-url-other",
    severity: "error",
    element: "next_url",
    says: "next_url is not feed_url",
    mend: "Write the address of the document with older items; on the last one leave next_url out.",
    readers: "A reader that follows it goes round in circles.",
    check: ({ next_url, feed_url }) =>
      next_url !== undefined && next_url === feed_url
        ? [{ message: "next_url is feed_url", at: ["next_url"] }]
        : undefined,
    fails: jsonDocument({ feed: { next_url: "https://gazette.example/feed.json" } }),
    passes: jsonDocument({ feed: { next_url: "https://gazette.example/feed-2.json" } }),
  },
  {
    ...TOP,
    name: "json/next-url-loop",
    severity: "error",
    element: "next_url",
    says: "next_url is none that has led here",
    mend: "Write the address of the document with older items; on the last one leave next_url out.",
    readers: "A reader that follows it goes round in circles.",
    check: ({ next_url }, { url }) =>
      next_url !== undefined && next_url === url
        ? [{ message: "next_url is the document's own address", at: ["next_url"] }]
        : undefined,
    fails: {
      text: jsonDocument({ feed: { next_url: "https://gazette.example/feed-2.json" } }),
      url: "https://gazette.example/feed-2.json",
    },
    passes: {
      text: jsonDocument({ feed: { next_url: "https://gazette.example/feed-3.json" } }),
      url: "https://gazette.example/feed-2.json",
    },
  },
  {
    ...TOP,
    name: "json/icon-recommended",
    severity: "advice",
    element: "icon, favicon",
    section: "JSON Feed 1.1, Suggestions for Publishers",
    url: `${JSON_FEED}#suggestions-for-publishers`,
    says: "There are an icon and a favicon",
    mend: "Add icon (512 by 512 pixels or so) and favicon (64 by 64 or more).",
    readers: "Without them readers fetch the home page, and likely places, to look for some.",
    check: (feed) => ["icon", "favicon"].filter((key) => feed[key] === undefined).map((key) => `there is no ${key}`),
    fails: jsonDocument({ feed: { favicon: undefined } }),
  },
  {
    ...TOP,
    name: "json/size",
    severity: "advice",
    element: "the document",
    section: "JSON Feed 1.1, Suggestions for Publishers",
    url: `${JSON_FEED}#suggestions-for-publishers`,
    says: "The document is of 250 kB at most",
    mend: "List fewer items, and put older ones into a document that next_url leads to.",
    check: (_, { bytes }) =>
      bytes > MOST && bytes <= BURDEN
        ? `the document has ${bytes.toLocaleString("en")} bytes, and readers fetch them all, again and again`
        : undefined,
    get fails() {
      return jsonDocument({ item: { content_text: "She left at dawn. ".repeat(15_000) } });
    },
  },
  {
    ...TOP,
    name: "json/size-limit",
    severity: "warning",
    element: "the document",
    section: "JSON Feed 1.1, Suggestions for Publishers",
    url: `${JSON_FEED}#suggestions-for-publishers`,
    says: "The document is below 1 MB",
    mend: "List fewer items, and put older ones into documents that next_url leads to.",
    check: (_, { bytes }) =>
      bytes > BURDEN
        ? `the document has ${bytes.toLocaleString("en")} bytes, and readers fetch them all, again and again`
        : undefined,
    get fails() {
      return jsonDocument({ item: { content_text: "She left at dawn. ".repeat(60_000) } });
    },
  },
];

const OLDER = "https://jsonfeed.org/version/1";

/** "Under 100K is ideal, and 250K is fine." */
const MOST = 250_000;

/** "A 1MB feed places a burden on feed readers." */
const BURDEN = 1_000_000;
