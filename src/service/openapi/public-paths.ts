import { FORMATS, type Format } from "../../feed/feed.ts";
import { MEDIA_TYPES } from "../../feed/media-types.ts";
import { STYLE_PATH } from "../pages/frame/style.ts";
import {
  answersAs,
  answersJson,
  answersLine,
  answersPage,
  answersProblem,
  archivePage,
  documentFormat,
  feedSlug,
  type Operation,
  type PathItem,
  WITHOUT_TOKEN,
} from "./operation.ts";
import { refTo } from "./schemas.ts";

/** What every poll of a document may be answered (RFC 9110 §13, RFC 3229). */
const documentAnswers = {
  200: {
    description: "The document, as it was verified.",
    content: Object.fromEntries(FORMATS.map((name: Format) => [MEDIA_TYPES[name], { schema: { type: "string" } }])),
  },
  301: answersLine("The feed has another slug now."),
  304: { description: "The reader's copy is current (If-None-Match, If-Modified-Since)." },
  404: answersLine(
    "No feed, or no such page of it. Of a family's feed for a minute: the next story with the value may make one.",
  ),
  410: answersLine("The feed has ended."),
  503: answersProblem(
    "There is no edition yet, or the store is down; or the feed is a family's that sleeps, and too many were woken of late. Retry-After says when to come again.",
  ),
};

/** What browsers ask before a page of another site may poll with conditions (Fetch §3.3.2). */
const preflightOf = (what: string, parameters: object[]): Operation => ({
  summary: `How a page of another site may ask for a ${what}`,
  security: WITHOUT_TOKEN,
  parameters,
  responses: { 204: { description: "The methods, and the headers that may go with them (CORS)." } },
});

/** What everybody may ask for: the feeds' documents, their pages for people, and the files that go with these. */
export const PUBLIC_PATHS: Record<string, PathItem> = {
  "/": {
    get: {
      summary: "The directory: every public feed, for people",
      security: WITHOUT_TOKEN,
      responses: { 200: answersPage("The page.") },
    },
  },
  "/feeds.opml": {
    get: {
      summary: "Every public feed, for a reader to import (OPML 2.0)",
      security: WITHOUT_TOKEN,
      parameters: [
        {
          name: "section",
          in: "query",
          description: "Only the feeds of one of the directory's groups, or of a section of the newspaper.",
          schema: { type: "string" },
        },
      ],
      responses: {
        200: answersAs("text/x-opml", "The list."),
        404: answersLine("No section has this name."),
      },
    },
  },
  "/feeds/{slug}": {
    get: {
      summary: "A feed's page for people, with autodiscovery",
      security: WITHOUT_TOKEN,
      parameters: [feedSlug],
      responses: {
        200: answersPage("The page."),
        301: { description: "The feed has another slug now." },
        404: answersPage("No feed is here, or no such story in it."),
        410: answersPage("The feed has ended."),
      },
    },
  },
  "/feeds/{slug}/archive/{page}": {
    get: {
      summary: "A page of a feed's archive, for people",
      security: WITHOUT_TOKEN,
      parameters: [feedSlug, archivePage],
      responses: {
        200: answersPage("The page."),
        301: { description: "The feed has another slug now." },
        404: answersPage("There is no such page."),
        410: answersPage("The feed has ended."),
      },
    },
  },
  "/feeds/{slug}.{format}": {
    get: {
      summary: "A feed's document; with `A-IM: feed`, only what changed since a known edition",
      security: WITHOUT_TOKEN,
      parameters: [feedSlug, documentFormat],
      responses: {
        ...documentAnswers,
        226: { description: "A feed of the entries that changed (RFC 3229)." },
      },
    },
    options: preflightOf("feed's document", [feedSlug, documentFormat]),
  },
  "/feeds/{slug}/archive/{page}.{format}": {
    get: {
      summary: "A page of a feed's archive (RFC 5005 §4)",
      security: WITHOUT_TOKEN,
      parameters: [feedSlug, archivePage, documentFormat],
      responses: {
        ...documentAnswers,
        307: answersLine("The page is not full yet: its entries are in the feed's document."),
      },
    },
    options: preflightOf("page of a feed's archive", [feedSlug, archivePage, documentFormat]),
  },
  "/audience": {
    get: {
      summary: "Who reads, for everybody, where the masthead says so",
      security: WITHOUT_TOKEN,
      responses: { 200: answersPage("The page."), 404: answersProblem("The audience is not public.") },
    },
  },
  "/health": {
    get: {
      summary: "For machines that watch: store, publisher, the feeds' states",
      security: WITHOUT_TOKEN,
      responses: {
        200: answersJson("It answers.", refTo("Health")),
        503: answersJson("The store is down, or takes no writes.", refTo("Health")),
      },
    },
  },
  "/feeds/{slug}.css": {
    get: {
      summary: "How a browser shows a feed's documents",
      security: WITHOUT_TOKEN,
      parameters: [feedSlug],
      responses: { 200: answersAs("text/css", "The style sheet."), 404: answersLine("No feed is here.") },
    },
  },
  [STYLE_PATH]: {
    get: {
      summary: "The pages' style sheet, named by its contents",
      security: WITHOUT_TOKEN,
      responses: { 200: answersAs("text/css", "The style sheet.") },
    },
  },
  "/desk/script-{hash}.js": {
    get: {
      summary: "The script of the desk's pages, named by its contents",
      security: WITHOUT_TOKEN,
      parameters: [
        {
          name: "hash",
          in: "path",
          required: true,
          schema: { type: "string" },
          example: "0123456789abcdef",
        },
      ],
      responses: { 200: answersAs("text/javascript", "The script."), 404: answersLine("It is of another version.") },
    },
  },
  "/news-sitemap.xml": {
    get: {
      summary: "A news sitemap of the last two days",
      security: WITHOUT_TOKEN,
      responses: { 200: answersAs("application/xml", "The sitemap.") },
    },
  },
  "/robots.txt": {
    get: { summary: "For crawlers", security: WITHOUT_TOKEN, responses: { 200: answersLine("What they may fetch.") } },
  },
};
