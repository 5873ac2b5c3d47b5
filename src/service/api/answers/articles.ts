import * as z from "zod";
import { STATUSES } from "../../../article/article.ts";
import { articleFields } from "../../../article/schema.ts";
import { count, inputProblem, ordinal, timeText } from "../../describe/schemas.ts";

/** An article as it comes in by a line of a bulk. */
export const articleBody = () => articleFields.meta({ ref: "Article" });

/** The body of a PUT: the URL says the id, and what only a GET tells is left alone. */
export const articleWithoutId = () =>
  articleFields
    .partial({ id: true })
    .extend({ edge: z.unknown().optional().meta({ description: "Of a GET; it is left alone." }) })
    .meta({ ref: "ArticleWithoutId" });

const edgeState = () =>
  z
    .union([
      z.strictObject({ status: z.literal("out"), since: timeText(), by: z.enum(["purge", "age"]) }),
      z.strictObject({ status: z.literal("leaving"), until: timeText().optional() }),
    ])
    .meta({ ref: "EdgeState" });

/** What a PUT takes as well: it leaves `edge` alone. */
export const storedArticle = () =>
  articleFields
    .extend({
      edge: edgeState()
        .optional()
        .meta({ description: "Of a story that was taken back: whether its text is out of the caches in front." }),
    })
    .meta({ ref: "StoredArticle" });

/** What was cleaned out of the input, where, and how often. */
const removed = () =>
  z
    .strictObject({ path: z.string().meta({ description: "A JSON Pointer." }), what: z.string(), count: count() })
    .meta({ ref: "Removed" });

const savedFields = () => ({
  status: z.enum(["created", "changed", "unchanged"]),
  id: z.string(),
  revision: ordinal(),
  feeds: z.array(z.string()).meta({ description: "Slugs of the feeds that it comes into, changes in, or leaves." }),
  removed: z.array(removed()),
  notices: z
    .array(inputProblem())
    .optional()
    .meta({ description: "What to know, though it is stored: that another article has its URL." }),
});

/** What came of a save. */
export const saved = () => z.strictObject(savedFields()).meta({ ref: "Saved" });

/** What came of a line of a bulk. */
export const lineResult = () =>
  z
    .union([
      z.strictObject({ line: ordinal(), ...savedFields() }),
      z.strictObject({
        line: ordinal(),
        status: z.literal("refused"),
        id: z.string().optional(),
        problems: z.array(inputProblem()),
        removed: z.array(removed()).optional(),
      }),
      z.strictObject({ line: ordinal(), status: z.literal("failed"), id: z.string(), detail: z.string() }),
    ])
    .meta({ ref: "LineResult" });

const served = () =>
  z.strictObject({
    feed: z.string(),
    from_edition: ordinal(),
    from: timeText(),
    to_edition: ordinal().optional(),
    until: timeText().optional(),
  });

/** What an article was, the newest first. */
export const revisionList = () =>
  z
    .strictObject({
      id: z.string(),
      entry_id: z.string().meta({ description: "Of its entry, the same in every format." }),
      kept_days: count(),
      revisions: z.array(
        z.strictObject({
          revision: ordinal(),
          stored_at: timeText(),
          by: z
            .strictObject({ kind: z.enum(["person", "key", "source", "service"]), id: z.string(), name: z.string() })
            .optional()
            .meta({ description: "Who stored it, by the name of then. Absent: the log does not tell." }),
          updated: timeText(),
          significant: z.boolean().meta({ description: "Whether readers were to look again." }),
          status: z.enum(STATUSES),
          changes: z.array(
            z.strictObject({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }),
          ),
          served: z.array(served()).meta({ description: "The editions of which feeds readers were served it in." }),
        }),
      ),
      next: z.string().optional().meta({ description: "Where the older ones are." }),
    })
    .meta({ ref: "Revisions" });

/** An article that is whole, and small. */
export const ARTICLE_EXAMPLE = {
  url: "https://gazette.example/2026/03/first-boat",
  title: "First boat of the year leaves the harbour",
  summary: "The ice went out two weeks early.",
  content_html: "<p>The <em>Marie</em> left at dawn, two weeks before anybody had expected it.</p>",
  authors: [{ name: "Ada Quist" }],
  section: "Harbour",
  tags: ["fishing"],
  published_at: "2026-03-13T06:10:00Z",
};

export const SAVED_EXAMPLE = {
  status: "created",
  id: "2026-03-13-first-boat",
  revision: 1,
  feeds: ["everything", "tag/fishing"],
  removed: [],
};
