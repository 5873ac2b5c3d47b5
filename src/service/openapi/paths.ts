import { FORMATS, type Format } from "../../feed/feed.ts";
import { MEDIA_TYPES } from "../../feed/media-types.ts";
import { MAX_BODY_BYTES } from "../http/body.ts";
import { STYLE_PATH } from "../pages/frame/style.ts";
import { DESK_PATHS } from "./desk-paths.ts";
import {
  as,
  changedMeanwhile,
  format,
  id,
  inPath,
  json,
  notFound,
  open,
  type Path,
  page,
  plain,
  problem,
  slug,
  unauthorized,
} from "./operation.ts";
import { PARTNER_PATHS } from "./partner-paths.ts";
import { ref } from "./schemas.ts";

/** What every poll of a document may be answered (RFC 9110 §13, RFC 3229). */
const documentAnswers = {
  200: {
    description: "The document, as it was verified.",
    content: Object.fromEntries(FORMATS.map((name: Format) => [MEDIA_TYPES[name], { schema: { type: "string" } }])),
  },
  301: plain("The feed has another slug now."),
  304: { description: "The reader's copy is current (If-None-Match, If-Modified-Since)." },
  404: plain("No feed, or no such page of it."),
  410: plain("The feed has ended."),
  503: plain("There is no edition yet, or the store is down; Retry-After says when to come again."),
};

export const PATHS: Record<string, Path> = {
  "/": {
    get: {
      summary: "The directory: every public feed, for people",
      security: open,
      responses: { 200: as("text/html", "The page.") },
    },
  },
  "/feeds.opml": {
    get: {
      summary: "Every public feed, for a reader to import (OPML 2.0)",
      security: open,
      responses: { 200: as("text/x-opml", "The list.") },
    },
  },
  "/feeds/{slug}": {
    get: {
      summary: "A feed's page for people, with autodiscovery",
      security: open,
      parameters: [slug],
      responses: { 200: as("text/html", "The page."), 404: problem("No feed is here.") },
    },
  },
  "/feeds/{slug}.{format}": {
    get: {
      summary: "A feed's document; with `A-IM: feed`, only what changed since a known edition",
      security: open,
      parameters: [slug, format],
      responses: {
        ...documentAnswers,
        226: { description: "A feed of the entries that changed (RFC 3229)." },
      },
    },
  },
  "/feeds/{slug}/archive/{page}.{format}": {
    get: {
      summary: "A page of a feed's archive (RFC 5005 §4)",
      security: open,
      parameters: [slug, page, format],
      responses: {
        ...documentAnswers,
        307: plain("The page is not full yet: its entries are in the feed's document."),
      },
    },
  },
  "/health": {
    get: {
      summary: "For machines that watch: store, publisher, each feed's state",
      security: open,
      responses: { 200: json("It answers.", ref("Health")), 503: json("The store is down.", ref("Health")) },
    },
  },
  "/api/articles": {
    post: {
      summary: "Store any number of articles, one JSON object a line; a bad line stops no other",
      requestBody: { required: true, content: { "application/x-ndjson": { schema: ref("Article") } } },
      responses: {
        200: {
          description: "One result a line, in the lines' order, as they are stored.",
          content: { "application/x-ndjson": { schema: ref("LineResult") } },
        },
        400: problem("There is no body."),
        401: unauthorized,
      },
    },
  },
  "/api/articles/{id}": {
    get: {
      summary: "Read an article; the ETag is its revision",
      parameters: [id],
      responses: { 200: json("The article as it is stored.", ref("Article")), 401: unauthorized, 404: notFound },
    },
    put: {
      summary: "Create or change an article; the same content again is no new revision",
      parameters: [id],
      requestBody: { required: true, content: { "application/json": { schema: ref("ArticleWithoutId") } } },
      responses: {
        200: json("Changed, or the same content again.", ref("Saved")),
        201: json("Created.", ref("Saved")),
        400: problem("The body is not JSON."),
        401: unauthorized,
        409: problem("Its entry's id is another article's, or would change."),
        412: changedMeanwhile,
        413: problem(`The body has more than ${MAX_BODY_BYTES} bytes.`),
        422: problem("Every problem of the article, each with its path."),
      },
    },
    delete: {
      summary: "Take an article back: its status becomes canceled",
      parameters: [id, { name: "reason", in: "query", schema: { type: "string" } }],
      responses: {
        200: json("Taken back.", ref("Saved")),
        401: unauthorized,
        404: notFound,
        412: changedMeanwhile,
        422: problem("The reason is not one line of text."),
      },
    },
  },
  "/api/articles/{id}/revisions": {
    get: {
      summary: "What an article was, when, and which feeds' readers were served it; the newest first",
      parameters: [
        id,
        { name: "up_to", in: "query", description: "A revision: start there.", schema: { type: "integer" } },
      ],
      responses: {
        200: json("The revisions.", ref("Revisions")),
        401: unauthorized,
        404: notFound,
        422: problem("`up_to` is no revision."),
      },
    },
  },
  "/api/articles/{id}/revisions/{revision}/restore": {
    post: {
      summary: "Store an earlier revision again, as a new one",
      parameters: [id, inPath("revision", "Counted from 1.", "1", { type: "integer", minimum: 1 })],
      responses: {
        200: json("Stored.", ref("Saved")),
        401: unauthorized,
        404: problem("The article has no such revision, or it is no longer kept."),
        412: changedMeanwhile,
      },
    },
  },
  "/api/feeds": {
    get: {
      summary: "Each feed's edition: verified, or refused and why; stale or not",
      responses: { 200: json("The feeds.", ref("Feeds")), 401: unauthorized },
    },
  },
  "/api/feeds/{slug}": {
    get: {
      summary: "What a feed's documents have to say, from the store: the stored side of a verification",
      parameters: [slug],
      responses: { 200: json("The feed.", ref("StoredFeed")), 401: unauthorized, 404: problem("No feed is here.") },
    },
  },
  "/api/feeds/{slug}/lint": {
    get: {
      summary: "What a partner's system will not take of its feed, or takes less gladly: by entry and rule",
      parameters: [slug],
      responses: { 200: json("The findings.", ref("Lint")), 401: unauthorized, 404: problem("No feed has this slug.") },
    },
  },
  "/api/feeds/{slug}/editions": {
    get: {
      summary: "A feed's editions, and those that were refused; the newest first",
      parameters: [
        slug,
        { name: "before", in: "query", description: "Start there.", schema: { type: "string", format: "date-time" } },
      ],
      responses: {
        200: json("The editions.", ref("Editions")),
        401: unauthorized,
        404: problem("No feed has this slug."),
        422: problem("`before` is no time."),
      },
    },
  },
  ...DESK_PATHS,
  "/api/openapi.json": {
    get: {
      summary: "This description",
      responses: { 200: json("OpenAPI 3.1.", { type: "object" }), 401: unauthorized },
    },
  },
  "/api/audience": {
    get: {
      summary: "Who polls: by day, feed, format and reader; as CSV with `format=csv`",
      parameters: ["from", "to"]
        .map((name): object => ({ name, in: "query", schema: { type: "string", format: "date" } }))
        .concat(
          { name: "feed", in: "query", schema: { type: "string" } },
          { name: "format", in: "query", schema: { enum: ["json", "csv"] } },
        ),
      responses: {
        200: {
          description: "The counts.",
          content: { "application/json": { schema: { type: "object" } }, "text/csv": { schema: { type: "string" } } },
        },
        401: unauthorized,
        422: problem("What is wrong with the range."),
      },
    },
  },
  ...PARTNER_PATHS,
  "/audience": {
    get: {
      summary: "Who reads, for everybody, where the masthead says so",
      security: open,
      responses: { 200: as("text/html", "The page."), 404: problem("The audience is not public.") },
    },
  },
  "/feeds/{slug}/archive/{page}": {
    get: {
      summary: "A page of a feed's archive, for people",
      security: open,
      parameters: [slug, page],
      responses: { 200: as("text/html", "The page."), 404: as("text/html", "There is no such page.") },
    },
  },
  "/feeds/{slug}.css": {
    get: {
      summary: "How a browser shows a feed's documents",
      security: open,
      parameters: [slug],
      responses: { 200: as("text/css", "The style sheet."), 404: plain("No feed is here.") },
    },
  },
  [STYLE_PATH]: {
    get: {
      summary: "The pages' style sheet, named by its contents",
      security: open,
      responses: { 200: as("text/css", "The style sheet.") },
    },
  },
  "/news-sitemap.xml": {
    get: {
      summary: "A news sitemap of the last two days",
      security: open,
      responses: { 200: as("application/xml", "The sitemap.") },
    },
  },
  "/robots.txt": {
    get: { summary: "For crawlers", security: open, responses: { 200: plain("What they may fetch.") } },
  },
};
