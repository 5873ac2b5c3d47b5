import {
  type AnswerDescription,
  answersAs,
  answersJson,
  answersPage,
  articleIdParameter,
  inPath,
  type Operation,
  type PathItem,
  sourceName,
  WITHOUT_TOKEN,
} from "./operation.ts";

export const goesTo = (description: string): AnswerDescription => ({
  description: `${description} Location says where to go on.`,
});
const SIGN_IN_FIRST = goesTo("Nobody is signed in, or it is done.");

const partnerFeed = inPath("slug", "The slug of a partner's feed.", "harbour-radio");
const query = { name: "q", in: "query", description: "What to find.", schema: { type: "string" } };

const logFilter = {
  name: "subject",
  in: "query",
  description:
    "What it was done to, as in `article:2026-03-13-first-boat`; and as `GET /api/log` has them, the other filters.",
  schema: { type: "string" },
};

/** The body of a form with these fields, all of them needed. */
export const formOf = (...fields: string[]) => ({
  required: true,
  content: {
    "application/x-www-form-urlencoded": {
      schema: {
        type: "object",
        properties: Object.fromEntries(fields.map((field) => [field, { type: "string" }])),
        required: fields,
      },
    },
  },
});

/** @param notFound when the page says that nothing is here; absent: it always shows something */
export const look = (summary: string, parameters?: object[], notFound?: string): Operation => ({
  summary,
  security: WITHOUT_TOKEN,
  parameters,
  responses: {
    200: answersPage("The page."),
    303: SIGN_IN_FIRST,
    ...(notFound === undefined ? {} : { 404: answersPage(notFound) }),
  },
});

/** What a form does that one of the desk's pages shows. The session's own `form_token` goes with each. */
export const act = (
  summary: string,
  fields: string[],
  answers: Record<number, AnswerDescription>,
  parameters?: object[],
): Operation => ({
  summary,
  security: WITHOUT_TOKEN,
  parameters,
  requestBody: formOf("form_token", ...fields),
  responses: {
    303: SIGN_IN_FIRST,
    403: answersPage("The form came from another site, or from another session."),
    413: answersPage("The form is too large."),
    415: answersPage("It is no form."),
    ...answers,
  },
});

/** Answers of a form that saves an article, beside the way on. */
const NOT_SAVED = {
  409: answersPage("Its entry's id is another article's, or would change."),
  412: answersPage("Somebody else has changed the article since it was shown."),
  422: answersPage("The form is not whole, or its article has problems."),
};
const NOT_SAVED_HERE = { 404: answersPage("No article has this id."), ...NOT_SAVED };

/** The desk is for people: a session takes the place of the token. */
export const DESK_PATHS: Record<string, PathItem> = {
  "/desk/{sheet}.css": {
    get: {
      summary: "The desk's style sheet, named by its contents",
      security: WITHOUT_TOKEN,
      parameters: [inPath("sheet", "What the desk's pages call it.", "style.0123456789")],
      responses: { 200: answersAs("text/css", "The style sheet."), 303: SIGN_IN_FIRST },
    },
  },
  "/desk": { get: look("The desk, for editors: what needs a person today, the worst first, and a line for each feed") },
  "/desk/feeds": { get: look("Every feed's state, and what was refused of it") },
  "/desk/sign-in": {
    get: { summary: "Sign in", security: WITHOUT_TOKEN, responses: { 200: answersPage("The page.") } },
    post: {
      summary: "Sign in with the publish token, or, with `login` and `password` in its place, by a name",
      security: WITHOUT_TOKEN,
      requestBody: formOf("token"),
      responses: {
        303: goesTo("Signed in."),
        401: answersPage("Not the publish token, or not the name and the password of anybody."),
        403: answersPage("The form is another site's."),
        429: answersPage("It went wrong too often: Retry-After says when to go on."),
      },
    },
  },
  "/desk/sign-out": { post: act("Sign out", [], {}) },
  "/desk/articles": {
    get: look("What is stored: filtered, searched, found by id or URL", [query]),
    post: act("Withhold, release, tag or take back several stories", ["article", "do", "tag", "reason"], {
      200: answersPage("What came of it, story by story."),
      422: answersPage("No story was chosen, or too many; or a tag or a reason is missing."),
    }),
  },
  "/desk/articles/{id}": {
    get: look("An article, its revisions and where they were served", [articleIdParameter], "No article has this id."),
  },
  "/desk/articles/{id}/status": {
    post: act("Withhold or release", ["revision", "status"], NOT_SAVED_HERE, [articleIdParameter]),
  },
  "/desk/articles/{id}/restore": {
    post: act("Store a former revision again", ["revision", "restore"], NOT_SAVED_HERE, [articleIdParameter]),
  },
  "/desk/articles/{id}/retract": {
    get: look("What taking the article back will do", [articleIdParameter], "No article has this id."),
    post: act("Take the article back", ["revision", "reason"], NOT_SAVED_HERE, [articleIdParameter]),
  },
  "/desk/articles/{id}/statement": {
    get: {
      summary: "Which partner has which revision of the article, signed (Ed25519)",
      security: WITHOUT_TOKEN,
      parameters: [articleIdParameter],
      responses: {
        200: answersJson("The statement.", { type: "object" }),
        303: SIGN_IN_FIRST,
        404: answersPage("No article has this id."),
        503: answersPage("There is no signing key."),
      },
    },
  },
  "/desk/partners": { get: look("Every partner's feeds: which edition it has, open alerts, what was left out") },
  "/desk/partners/{slug}": {
    get: look(
      "What a partner's system will not take of its feed, rule by rule",
      [partnerFeed],
      "No partner has this feed.",
    ),
  },
  "/desk/sources": { get: look("Every source: when it was asked, what it brought, what fails") },
  "/desk/sources/{name}": {
    get: look(
      "A source: what it refused, and which stories' words are kept out",
      [sourceName],
      "No source has this name.",
    ),
  },
  "/desk/sources/{name}/poll": {
    post: act("Ask the source now", [], { 404: answersPage("No source has this name.") }, [sourceName]),
  },
  "/desk/sources/{name}/let-in": {
    post: act(
      "Let the source's words into an article that was changed here",
      ["id"],
      { 404: answersPage("No source has this name, or the article is not of it.") },
      [sourceName],
    ),
  },
  "/desk/log": { get: look("The log, for people: who did what, with filters", [logFilter]) },
  "/desk/audience": { get: look("Who polls: the last month of all feeds, in charts and tables") },
  "/desk/preview": {
    get: look("Paste an article or a page's text"),
    post: act("What feeds would make of it; nothing is stored", ["text"], { 200: answersPage("The page.") }),
  },
  "/desk/preview/store": { post: act("Store what was previewed", ["article", "revision"], NOT_SAVED) },
};
