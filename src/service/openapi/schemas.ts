import * as z from "zod";
import { articleSchema } from "../../article/schema.ts";
import { PROFILES } from "../../feed/definition.ts";
import { FACETS } from "../../feed/family.ts";
import { FORMATS } from "../../feed/feed.ts";

/** A JSON Schema 2020-12, which OpenAPI 3.1 takes as it is (§4.8.24). */
export type JsonSchema = Record<string, unknown>;

/** A reference to one of `SCHEMAS`, where it stands in the whole description. */
export const refTo = (name: keyof typeof SCHEMAS): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** Every property is required that is not named in `optional`, and no other is allowed. */
export const object = (properties: Record<string, JsonSchema>, optional: string[] = []): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const array = (items: JsonSchema): JsonSchema => ({ type: "array", items });

const text: JsonSchema = { type: "string" };
export const count: JsonSchema = { type: "integer", minimum: 0 };
const flag: JsonSchema = { type: "boolean" };
const time: JsonSchema = { type: "string", format: "date-time" };
const url: JsonSchema = { type: "string", format: "uri" };
const pointer: JsonSchema = { type: "string", description: "A JSON Pointer (RFC 6901)." };
export const oneValue = (...values: (string | number)[]): JsonSchema => ({ enum: values });
/** A reference from one schema to another: `refTo` would make the type of `SCHEMAS` depend on itself. */
const local = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const { $schema: _, ...article } = z.toJSONSchema(articleSchema, { io: "input" });

const notices: JsonSchema = {
  ...array(local("InputProblem")),
  description: "What to know, though it is stored: that another article has its URL.",
};
const saved = {
  status: oneValue("created", "changed", "unchanged"),
  id: text,
  revision: { type: "integer", minimum: 1 },
  feeds: array(text),
  removed: array(local("Removed")),
  notices,
};
const line: JsonSchema = { type: "integer", minimum: 1 };
const discrepancies = array(local("Discrepancy"));

export const SCHEMAS = {
  Article: article,
  /** The body of a PUT: the URL says the id. */
  ArticleWithoutId: {
    ...article,
    properties: { ...article.properties, edge: { description: "Of a GET; it is left alone." } },
    required: (article.required ?? []).filter((name) => name !== "id"),
  },
  /** What a PUT takes as well: it leaves `edge` alone. */
  StoredArticle: { ...article, properties: { ...article.properties, edge: local("EdgeState") } },
  EdgeState: {
    oneOf: [
      object({ status: oneValue("out"), since: time, by: oneValue("purge", "age") }),
      object({ status: oneValue("leaving"), until: time }, ["until"]),
    ],
  },
  Saved: object(saved, ["notices"]),
  Removed: object({ path: pointer, what: text, count }),
  LineResult: {
    oneOf: [
      object({ line, ...saved }, ["notices"]),
      object({ line, status: oneValue("refused"), id: text, problems: array(local("InputProblem")), removed: {} }, [
        "id",
        "removed",
      ]),
      object({ line, status: oneValue("failed"), id: text, detail: text }),
    ],
  },
  Site: object(
    {
      title: text,
      home: { ...url, description: "The newsroom's own home page." },
      base: { ...url, description: "Where the feeds are." },
      language: text,
      zone: { ...text, description: "An IANA time zone, of times that are written without one. Absent: UTC." },
      unique_urls: { ...flag, description: "Whether no two articles may have one URL." },
    },
    ["zone", "unique_urls"],
  ),
  ExportLine: {
    type: "object",
    description: "A line of an export; `type` says of what.",
    properties: { type: oneValue("export", "site", "feed", "family", "partner", "value", "article", "more", "end") },
    required: ["type"],
  },
  ImportResult: object(
    {
      line,
      type: text,
      id: text,
      status: oneValue("created", "changed", "unchanged", "different", "refused", "failed"),
      revision: line,
      problems: array(local("InputProblem")),
      notices,
      detail: text,
    },
    ["type", "id", "revision", "problems", "notices", "detail"],
  ),
  InputProblem: object({ path: pointer, detail: text }),
  Problem: object(
    { type: text, title: text, status: { type: "integer" }, detail: text, problems: array(local("InputProblem")) },
    ["problems"],
  ),
  Revisions: {
    type: "object",
    properties: {
      id: text,
      entry_id: text,
      kept_days: count,
      revisions: array({
        type: "object",
        properties: {
          revision: line,
          stored_at: time,
          updated: time,
          significant: flag,
          status: oneValue("usable", "withheld", "canceled", "draft"),
          changes: array({ type: "object" }),
          served: array({ type: "object" }),
        },
        required: ["revision", "stored_at", "updated", "significant", "status", "changes", "served"],
      }),
      next: { ...text, description: "Where the older ones are." },
    },
    required: ["id", "entry_id", "kept_days", "revisions"],
  },
  FeedStatus: object(
    {
      slug: text,
      title: text,
      partner: { ...text, description: "Absent: the feed is public." },
      family: { ...text, description: "The path of its family; absent: it has a definition of its own." },
      labels: { ...array(text), description: "What it is of, by each facet of its family." },
      asleep: { ...flag, description: "Nobody polls it, and it is composed when somebody does." },
      urls: object(Object.fromEntries(FORMATS.map((format) => [format, url]))),
      state: oneValue("verified", "refused", "none"),
      edition: count,
      published_at: time,
      entries: count,
      archive: object({ pages: count, stale: flag }),
      stale: flag,
      discrepancies,
    },
    ["partner", "family", "labels", "asleep", "published_at", "discrepancies"],
  ),
  FamilyStatus: object(
    {
      family: { ...text, description: "The path that its feeds' slugs begin with." },
      by: array(oneValue(...FACETS)),
      title: text,
      partner: { ...text, description: "Absent: its feeds are public." },
      urls: object(Object.fromEntries(FORMATS.map((format) => [format, text]))),
      values: { ...count, description: "Values that some story has or had." },
      awake: { ...count, description: "Those whose feeds are polled, and published for it." },
      refused: count,
      counted_up_to: { ...count, description: "A number that is as large stands for as many or more." },
    },
    ["partner"],
  ),
  Feeds: object(
    {
      feeds: array(local("FeedStatus")),
      families: { ...array(local("FamilyStatus")), description: "On the first page." },
      empty: flag,
      next: { ...text, description: "Where those after them are. There may be fewer on a page than its limit." },
    },
    ["families", "next"],
  ),
  Editions: {
    type: "object",
    properties: {
      slug: text,
      kept_days: count,
      editions: array({
        type: "object",
        properties: {
          outcome: oneValue("verified", "refused"),
          at: time,
          edition: count,
          entries: count,
          discrepancies,
        },
        required: ["outcome", "at"],
      }),
      next: { ...text, description: "Where the older ones are." },
    },
    required: ["slug", "kept_days", "editions"],
  },
  Discrepancy: {
    ...object(
      { feed: text, format: oneValue(...FORMATS), entry: text, field: text, stored: text, read: text, reader: text },
      ["entry"],
    ),
    description: "One field that was not read back as it is stored.",
  },
  Finding: object({ rule: text, source: text, severity: oneValue("hard", "advice"), field: text, message: text }),
  OldAddresses: object({
    addresses: array(
      object(
        {
          address: { ...text, description: "Path, and as much of the query as tells feeds apart." },
          asked: count,
          first_asked: time,
          last_asked: time,
          readers: array(object({ product: text, asked: count })),
          leads_to: { ...text, description: "Slug and format of the feed. Absent: it leads nowhere." },
          suggestion: { ...text, description: "What the masthead's list of redirects could say, as JSON." },
        },
        ["leads_to", "suggestion"],
      ),
    ),
  }),
  Lint: object({
    slug: text,
    profile: oneValue(...PROFILES),
    left_out: { ...count, description: "Entries that break a hard rule: they do not go out." },
    findings: { ...array(local("Finding")), description: "Of the feed as a whole." },
    entries: array(object({ id: text, title: text, article: text, left_out: flag, findings: array(local("Finding")) })),
  }),
  StoredFeed: { type: "object", description: "What a feed's documents have to say, selected from the store now." },
  Health: {
    type: "object",
    properties: {
      status: oneValue("ok", "degraded", "down"),
      store: oneValue("ok", "unavailable"),
      reason: oneValue("busy", "full", "read-only", "damaged", "slow", "unreachable"),
      detail: { type: "string", description: "What is wrong with the store." },
      queue_lag_ms: {
        ...count,
        description: "How long that feed has waited to be published which has waited longest.",
      },
      refused: { ...count, description: "Feeds whose newest edition was refused. 1000: so many, or more." },
      stale: { ...count, description: "Feeds that wait to be published. 1000: so many, or more." },
      failing_sources: {
        ...count,
        description: "Sources that failed when they were last asked. Absent: there are no sources.",
      },
      listed: {
        ...oneValue("all", "trouble"),
        description:
          "`trouble`: the feeds are many, and only those are listed that are refused or stale, a hundred of each at most.",
      },
      feeds: {
        type: "object",
        additionalProperties: object({ edition: count, refused: flag, stale: flag }),
        description: "Public feeds, by slug.",
      },
    },
    required: ["status", "store"],
  },
} satisfies Record<string, JsonSchema>;
