import {
  type AnswerDescription,
  answersAs,
  answersJson,
  answersPage,
  answersProblem,
  inPath,
  type Operation,
  type PathItem,
  UNAUTHORIZED,
  WITHOUT_TOKEN,
} from "./operation.ts";
import { count, type JsonSchema, oneValue } from "./schemas.ts";

const text: JsonSchema = { type: "string" };
const time: JsonSchema = { type: "string", format: "date-time" };
const url: JsonSchema = { type: "string", format: "uri" };
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });

const reportHash = inPath("hash", "Of the bytes, and of where they came from.", "0".repeat(40), {
  type: "string",
  pattern: "^[0-9a-f]{40}$",
});
const ruleName = inPath("name", "The rule's name, which has a slash in it.", "slash/comments-place");

const FINDING: JsonSchema = {
  type: "object",
  properties: {
    rule: text,
    severity: oneValue("error", "warning", "advice"),
    where: text,
    message: text,
    line: { ...count, description: "Counted from 1; absent: it is of the document as a whole." },
    column: count,
    says: { ...text, description: "What has to be so." },
    section: text,
    specification: { ...url, description: "Where that section can be read." },
    mend: text,
    readers: { ...text, description: "What readers make of it." },
  },
  required: ["rule", "severity", "where", "message"],
};

const COUNTS: JsonSchema = {
  type: "object",
  description: "How often each rule was broken.",
  additionalProperties: count,
};

const DOCUMENT: JsonSchema = {
  type: "object",
  properties: {
    report: url,
    url: { ...url, description: "What answered in the end." },
    asked: url,
    name: { ...text, description: "What was sent, where it came by no address." },
    redirects: list({ type: "object", properties: { url, status: count }, required: ["url", "status"] }),
    content_type: text,
    sha256: text,
    bytes: count,
    encoding: text,
    format: { ...oneValue("rss", "rdf", "atom", "entry", "json"), description: "Absent: it is no feed." },
    version: text,
    entries: count,
    counts: COUNTS,
    over_time: {
      type: "object",
      properties: { times: count, since: time, findings: list(FINDING), counts: COUNTS },
      required: ["times", "since", "findings", "counts"],
      description: "What shows only over time. Absent: it was not proofread before.",
    },
    beside: {
      type: "object",
      properties: {
        page: url,
        trouble: { ...text, description: "Why the page could not be looked at." },
        formats: list({ type: "object", properties: { url, format: text }, required: ["url", "format"] }),
        unread: list({ type: "object", properties: { url, trouble: text }, required: ["url", "trouble"] }),
        findings: list(FINDING),
        counts: COUNTS,
      },
      required: ["page", "formats", "unread", "findings", "counts"],
      description: "The other formats of a feed that its home page links to, and where they disagree.",
    },
    findings: { ...list(FINDING), description: "Of each rule so many at most: `counts` has how often it was broken." },
  },
  required: ["report", "sha256", "bytes", "entries", "counts", "findings"],
};

const REPORT: JsonSchema = {
  type: "object",
  properties: {
    report: { ...url, description: "The report's page." },
    at: time,
    expires_at: { ...time, description: "Until then it is kept." },
    documents: { ...list(DOCUMENT), description: "One; of a home page, each feed that it leads to." },
    page: {
      type: "object",
      properties: {
        feeds: list({
          type: "object",
          properties: {
            ...{ url, title: text, how: oneValue("link", "anchor", "place", "list"), trouble: text },
            comments: { const: true, description: "What readers commented." },
          },
          required: ["url", "how"],
        }),
        more_feeds: { ...count, description: "Those that were not looked at." },
        findings: list(FINDING),
        counts: COUNTS,
      },
      required: ["feeds", "more_feeds", "findings", "counts"],
      description: "Of a home page, or a list of feeds.",
    },
  },
  required: ["report", "at", "expires_at", "documents"],
};

/** Why a document is not proofread, beside what is wrong with it. */
const unserved = (answers: (description: string) => AnswerDescription): Record<number, AnswerDescription> => ({
  400: answers("What was sent cannot be read."),
  413: answers("The document has too many bytes."),
  422: answers("Nothing was given, or it could not be fetched; a private address is never asked."),
  429: answers("Too many documents came from this address: Retry-After says when to go on."),
  503: answers("Too many are being proofread, or the store is down: Retry-After says when to come again."),
});

const fieldsOfForm: JsonSchema = {
  type: "object",
  properties: { url: text, text: text, file: { type: "string", format: "binary" } },
  description: "The first that is there counts: an address, a file, a text.",
};

const NOT_PUBLIC = answersPage("The proofreader is not public.");

const page = (summary: string, missing = "The proofreader is not public.", parameters?: object[]): Operation => ({
  summary,
  security: WITHOUT_TOKEN,
  parameters,
  responses: { 200: answersPage("The page."), 404: answersPage(missing) },
});

const atDesk = ({ responses, ...operation }: Operation, summary: string): Operation => ({
  ...operation,
  summary,
  responses: { ...responses, 303: { description: "Nobody is signed in. Location says where to go on." } },
});

const send: Operation = {
  summary: "Proofread a feed, or the feeds of a home page",
  security: WITHOUT_TOKEN,
  requestBody: { required: true, content: { "multipart/form-data": { schema: fieldsOfForm } } },
  responses: {
    303: { description: "Location is the report's." },
    403: { description: "The form is another site's." },
    404: NOT_PUBLIC,
    415: answersPage("It is no form."),
    ...unserved(answersPage),
  },
};

const report = page("A report: what was found, where, and how readers see it", "No report has this address.", [
  reportHash,
]);
report.responses[410] = answersPage("The report's time is over.");

const rules = page("Every rule of the proofreader");
const rule = page("A rule, with an example that breaks it and one that keeps it", "No rule has this name.", [ruleName]);

/** Anybody's feed, proofread: for people, at the desk, and for programs. */
export const PROOFREAD_PATHS: Record<string, PathItem> = {
  "/proofread": { get: page("A form for what is to be proofread"), post: send },
  "/proofread/badge.svg": {
    get: {
      summary: "A badge with what the last report of a feed came to",
      security: WITHOUT_TOKEN,
      parameters: [{ name: "url", in: "query", required: true, description: "The feed's address.", schema: url }],
      responses: { 200: answersAs("image/svg+xml", "The badge."), 404: NOT_PUBLIC },
    },
  },
  "/proofread/rules": { get: rules },
  "/proofread/rules/{name}": { get: rule },
  "/proofread/{hash}": { get: report },
  "/desk/proofread": {
    get: atDesk(page("The proofreader's form, for editors"), "The proofreader's form, for editors"),
    post: {
      ...atDesk(send, "Proofread at the desk, whoever else may"),
      requestBody: {
        required: true,
        content: {
          "application/x-www-form-urlencoded": {
            schema: {
              type: "object",
              properties: { form_token: text, url: text, text: text },
              required: ["form_token"],
            },
          },
        },
      },
    },
  },
  "/desk/proofread/rules": { get: atDesk(rules, "Every rule, for editors") },
  "/desk/proofread/rules/{name}": { get: atDesk(rule, "A rule and its examples, for editors") },
  "/desk/proofread/{hash}": { get: atDesk(report, "A report, for editors") },
  "/api/proofread": {
    post: {
      summary:
        'A document, or `{"url": …}`, proofread for programs: as JSON, or by `Accept: application/sarif+json` as SARIF 2.1.0; without the token where the masthead says so',
      requestBody: {
        required: true,
        content: {
          "application/json": { schema: { type: "object" } },
          "application/xml": { schema: text },
          "application/rss+xml": { schema: text },
          "application/atom+xml": { schema: text },
          "application/feed+json": { schema: { type: "object" } },
        },
      },
      responses: {
        200: {
          description: "The report.",
          content: {
            ...answersJson("", REPORT).content,
            "application/sarif+json": { schema: { type: "object", description: "SARIF 2.1.0." } },
          },
        },
        401: UNAUTHORIZED,
        ...unserved(answersProblem),
      },
    },
  },
};
