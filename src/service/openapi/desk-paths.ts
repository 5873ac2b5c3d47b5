const page = (description: string) => ({ description, content: { "text/html": { schema: { type: "string" } } } });

const open: [] = [];
const to = (description: string) => ({ description: `${description} Location says where to go on.` });
const signInFirst = to("Nobody is signed in, or it is done.");

const inPath = (name: string, description: string, example: string) => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
  example,
});
const id = inPath("id", "The newsroom's own id of the article, permanent.", "2026-03-13-first-boat");
const slug = inPath("slug", "The slug of a partner's feed.", "harbour-radio");
const q = { name: "q", in: "query", description: "What to find.", schema: { type: "string" } };

const form = (...fields: string[]) => ({
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

const look = (summary: string, parameters?: object[], notFound?: string) => ({
  summary,
  security: open,
  parameters,
  responses: {
    200: page("The page."),
    303: signInFirst,
    ...(notFound === undefined ? {} : { 404: page(notFound) }),
  },
});

/** Forms of pages: the session's own `form_token` goes with each. */
const act = (summary: string, fields: string[], answers: Record<number, object>, parameters?: object[]) => ({
  summary,
  security: open,
  parameters,
  requestBody: form("form_token", ...fields),
  responses: {
    303: signInFirst,
    403: page("The form came from another site, or from another session."),
    413: page("The form is too large."),
    415: page("It is no form."),
    ...answers,
  } as Record<string, { description: string }>,
});

const saves = {
  409: page("Its entry's id is another article's, or would change."),
  412: page("Somebody else has changed the article since it was shown."),
  422: page("The form is not whole, or its article has problems."),
};
const savesOne = { 404: page("No article has this id."), ...saves };

/** The desk is for people: a session takes the place of the token. */
export const DESK_PATHS = {
  "/desk": { get: look("The desk, for editors: every feed's state, refusals, embargoes and expiries ahead") },
  "/desk/sign-in": {
    get: { summary: "Sign in", security: open, responses: { 200: page("The page.") } },
    post: {
      summary: "Sign in with the publish token; the session's cookie is signed, and ends with the token",
      security: open,
      requestBody: form("token"),
      responses: {
        303: to("Signed in."),
        401: page("Not the publish token."),
        403: page("The form is another site's."),
      },
    },
  },
  "/desk/sign-out": { post: act("Sign out", [], {}) },
  "/desk/articles": { get: look("Find an article by id, URL or title", [q]) },
  "/desk/articles/{id}": {
    get: look("An article, its revisions and where they were served", [id], "No article has this id."),
  },
  "/desk/articles/{id}/status": { post: act("Withhold or release", ["revision", "status"], savesOne, [id]) },
  "/desk/articles/{id}/restore": {
    post: act("Store a former revision again", ["revision", "restore"], savesOne, [id]),
  },
  "/desk/articles/{id}/retract": {
    get: look("What taking the article back will do", [id], "No article has this id."),
    post: act("Take the article back", ["revision", "reason"], savesOne, [id]),
  },
  "/desk/articles/{id}/statement": {
    get: {
      summary: "Which partner has which revision of the article, signed (Ed25519)",
      security: open,
      parameters: [id],
      responses: {
        200: { description: "The statement.", content: { "application/json": { schema: { type: "object" } } } },
        303: signInFirst,
        404: page("No article has this id."),
        503: page("There is no signing key."),
      },
    },
  },
  "/desk/partners": { get: look("Every partner's feeds: which edition it has, open alerts, what was left out") },
  "/desk/partners/{slug}": {
    get: look("What a partner's system will not take of its feed, rule by rule", [slug], "No partner has this feed."),
  },
  "/desk/audience": { get: look("Who polls: the last month of all feeds, in charts and tables") },
  "/desk/preview": {
    get: look("Paste an article or a page's text"),
    post: act("What feeds would make of it; nothing is stored", ["text"], { 200: page("The page.") }),
  },
  "/desk/preview/store": { post: act("Store what was previewed", ["article", "revision"], saves) },
};
