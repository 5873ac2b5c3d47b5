import * as z from "zod";
import { FORMATS, type Format } from "../../feed/feed.ts";
import { MEDIA_TYPES } from "../../feed/media-types.ts";
import { answersAs, answersLater, answersLine, RETRY_AFTER } from "../describe/answers.ts";
import type { AnswerDescription, Description } from "../describe/describes.ts";
import { archivePage, copyHeld, feedSlug } from "../describe/parameters.ts";
import { PARTNER_PASSWORD_SCHEME, PARTNER_SCHEME, PARTNER_URL_SCHEME } from "./frame.ts";

/** A format as operations' names and people have it. */
const NAMES: Record<Format, { id: string; title: string }> = {
  rss: { id: "Rss", title: "RSS 2.0" },
  atom: { id: "Atom", title: "Atom 1.0" },
  json: { id: "Json", title: "JSON Feed 1.1" },
};

/** Which documents are told of. */
interface DocumentsTold {
  /** Where the documents are: `/feeds`, or what only partners may read. */
  under: string;
  part: Description["part"];
  /** `Partner` where the documents are partners'. */
  whose?: "Partner";
  security?: Description["security"];
  /** What is answered beside. */
  more?: Record<number, AnswerDescription>;
}

/** How the documents are told of that only partners may read. Whoever may not have one is told nothing of what there is. */
const ofPartners = (): DocumentsTold => ({
  under: "/partner",
  part: "Documents",
  whose: "Partner",
  security: [{ [PARTNER_SCHEME]: [] }, { [PARTNER_PASSWORD_SCHEME]: [] }, { [PARTNER_URL_SCHEME]: [] }],
  more: {
    401: answersLine("The key is missing, or no good."),
    403: answersLine("The key does not open this, whether there is something or not."),
    429: answersAs("text/plain", "The key's limits are used up, or too many wrong ones were sent.", RETRY_AFTER),
  },
});

/**
 * All that is polled. It is told here, and not at its routes: on one machine another thread has these than the one that answers who asks
 * for the description.
 */
export const documentOperations = (): Description[] =>
  [{ under: "/feeds", part: "Documents" } as const, ofPartners()].flatMap((told) => [
    ...feedDocuments(told),
    ...archiveDocuments(told),
  ]);

/** The documents of feeds: one operation a format, for each has a type of its own. */
const feedDocuments = ({ under, part, whose, security, more }: DocumentsTold): Description[] =>
  FORMATS.map((format) => ({
    operationId: `get${whose ?? ""}${NAMES[format].id}Document`,
    part,
    summary: `A ${whose ? "partner's " : ""}feed as ${NAMES[format].title}`,
    description: "With `A-IM: feed`, only what changed since an edition that the reader names by its ETag (RFC 3229).",
    path: `${under}/{slug}.${format}`,
    params: { slug: feedSlug() },
    headers: {
      ...copyHeld(),
      "A-IM": z
        .string()
        .optional()
        .meta({ description: "`feed`: a delta will do.", examples: ["feed"] }),
    },
    security,
    answers: {
      ...documentAnswers(format, TOPIC),
      226: answersDocument(format, "A feed of the entries that changed.", TOPIC),
      ...more,
    },
  }));

/** The pages of feeds' archives. */
const archiveDocuments = ({ under, part, whose, security, more }: DocumentsTold): Description[] =>
  FORMATS.map((format) => ({
    operationId: `get${whose ?? ""}${NAMES[format].id}ArchivePage`,
    part,
    summary: `A page of a ${whose ? "partner's " : ""}feed's archive as ${NAMES[format].title}`,
    description: "What the feed's document has no room for any more (RFC 5005 §4).",
    path: `${under}/{slug}/archive/{page}.${format}`,
    params: { slug: feedSlug(), page: archivePage() },
    headers: copyHeld(),
    security,
    answers: {
      ...documentAnswers(format, VALIDATORS),
      307: answersLine("The page is not full yet: its entries are in the feed's document."),
      ...more,
    },
  }));

const VALIDATORS = {
  ETag: { description: "Of this edition, for If-None-Match.", schema: { type: "string" } },
  "Last-Modified": { description: "When it was published, for If-Modified-Since.", schema: { type: "string" } },
} as const satisfies AnswerDescription["headers"];

/** Of what can be subscribed to, which pages of an archive cannot. */
const TOPIC = {
  ...VALIDATORS,
  Link: { description: "Its WebSub hub, and itself as the topic.", schema: { type: "string" } },
} as const satisfies AnswerDescription["headers"];

const answersDocument = (
  format: Format,
  description: string,
  headers: AnswerDescription["headers"],
): AnswerDescription => ({
  description,
  headers,
  content: { [MEDIA_TYPES[format]]: { schema: format === "json" ? jsonFeed() : z.string() } },
});

/** As much of JSON Feed 1.1 as every one has. */
const jsonFeed = () =>
  z
    .looseObject({ version: z.string(), title: z.string(), items: z.array(z.looseObject({ id: z.string() })) })
    .meta({ ref: "JsonFeed" });

/** What every poll of a document may be answered (RFC 9110 §13). */
const documentAnswers = (format: Format, headers: AnswerDescription["headers"]): Record<number, AnswerDescription> => ({
  200: answersDocument(format, "The document, as it was verified.", headers),
  301: answersLine("The feed has another slug now."),
  304: { description: "The reader's copy is current.", headers },
  404: answersLine(
    "No feed, or no such page of it. Of a family's feed for a minute: the next story with the value may make one.",
  ),
  410: answersLine("The feed has ended."),
  503: answersLater(
    "There is no edition yet, or the store is down; or the feed is a family's that sleeps, and too many were woken of late.",
  ),
});
