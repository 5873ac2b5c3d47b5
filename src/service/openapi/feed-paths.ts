import { MAX_LISTED_FEEDS } from "../store/feed-pages.ts";
import { answersJson, answersProblem, feedSlug, type PathItem, UNAUTHORIZED } from "./operation.ts";
import { type JsonSchema, refTo } from "./schemas.ts";

const inQuery = (name: string, description: string, schema: JsonSchema) => ({ name, in: "query", description, schema });

/** What the newsroom's own programs learn of feeds and of who polls them. */
export const FEED_PATHS: Record<string, PathItem> = {
  "/api/feeds": {
    get: {
      summary: "Each feed's edition: verified, or refused and why; stale or not; and the families of feeds",
      parameters: [
        inQuery("after", "The feeds after this slug, as `next` says.", { type: "string" }),
        inQuery("limit", "Feeds in the answer, at most.", { type: "integer", minimum: 1, maximum: MAX_LISTED_FEEDS }),
        inQuery("state", "How the newest edition fared.", { enum: ["verified", "refused", "none"] }),
        inQuery("stale", "Whether the store is ahead of the edition.", { type: "boolean" }),
        inQuery("asleep", "Whether nobody polls it.", { type: "boolean" }),
        inQuery("family", "Of this family, by the path of its feeds: `tag`.", { type: "string" }),
        inQuery("partner", "Of this partner.", { type: "string" }),
      ],
      responses: {
        200: answersJson("The feeds, by their slugs.", refTo("Feeds")),
        401: UNAUTHORIZED,
        422: answersProblem("What is wrong with the query."),
      },
    },
  },
  "/api/feeds/{slug}": {
    get: {
      summary: "What a feed's documents have to say, from the store: the stored side of a verification",
      parameters: [feedSlug],
      responses: {
        200: answersJson("The feed.", refTo("StoredFeed")),
        401: UNAUTHORIZED,
        404: answersProblem("No feed is here."),
      },
    },
  },
  "/api/feeds/{slug}/lint": {
    get: {
      summary: "What a partner's system will not take of its feed, or takes less gladly: by entry and rule",
      parameters: [feedSlug],
      responses: {
        200: answersJson("The findings.", refTo("Lint")),
        401: UNAUTHORIZED,
        404: answersProblem("No feed has this slug."),
      },
    },
  },
  "/api/feeds/{slug}/editions": {
    get: {
      summary: "A feed's editions, and those that were refused; the newest first",
      parameters: [
        feedSlug,
        { name: "before", in: "query", description: "Start there.", schema: { type: "string", format: "date-time" } },
      ],
      responses: {
        200: answersJson("The editions.", refTo("Editions")),
        401: UNAUTHORIZED,
        404: answersProblem("No feed has this slug."),
        422: answersProblem("`before` is no time."),
      },
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
        401: UNAUTHORIZED,
        422: answersProblem("What is wrong with the range."),
      },
    },
  },
  "/api/redirects": {
    get: {
      summary: "Old addresses of feeds that somebody asks for: where they lead, or what could be said of them",
      responses: {
        200: answersJson("The addresses, those that are asked for most first.", refTo("OldAddresses")),
        401: UNAUTHORIZED,
      },
    },
  },
};
