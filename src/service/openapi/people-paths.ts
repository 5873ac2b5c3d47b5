import { answersJson, answersProblem, inPath, type PathItem, UNAUTHORIZED } from "./operation.ts";

const object = { type: "object" };
const jsonBody = { required: true, content: { "application/json": { schema: object } } };
const FORBIDDEN = answersProblem("The key may not do this, or not so much.");
const badBody = {
  400: answersProblem("The body is not JSON."),
  413: answersProblem("The body is too long."),
  422: answersProblem("Every problem of the body."),
};
const person = inPath("id", "The person's id.", "0123456789abcdef");
const noPerson = answersProblem("Nobody has this id.");
const lastOwner = answersProblem("The last owner stays.");
const link = answersJson("The link, which no other answer shows.", object);

/** Who may come in, people and systems. */
export const PEOPLE_PATHS: Record<string, PathItem> = {
  "/api/keys": {
    get: {
      summary: "All keys of systems, the publish token among them: what each may do, and when it was last used",
      responses: { 200: answersJson("The keys, without their secrets.", object), 401: UNAUTHORIZED, 403: FORBIDDEN },
    },
    post: {
      summary: "A new key, with a name and scopes; no other answer shows it",
      requestBody: jsonBody,
      responses: { 201: answersJson("The key.", object), 401: UNAUTHORIZED, 403: FORBIDDEN, ...badBody },
    },
  },
  "/api/keys/{id}": {
    delete: {
      summary: "Revoke a system's key: within two seconds it opens nothing",
      parameters: [inPath("id", "The key's id, which is no secret.", "0123456789ab")],
      responses: {
        200: answersJson("Revoked.", object),
        401: UNAUTHORIZED,
        403: FORBIDDEN,
        404: answersProblem("No key of this id is good still."),
        409: answersProblem("It is the publish token, which stands in the environment."),
      },
    },
  },
  "/api/people": {
    get: {
      summary: "Everybody who may come to the desk, with their roles",
      responses: { 200: answersJson("The people.", object), 401: UNAUTHORIZED, 403: FORBIDDEN },
    },
    post: {
      summary: "Invite somebody: a link that is good once, by a name and a role",
      requestBody: jsonBody,
      responses: { 201: link, 401: UNAUTHORIZED, 403: FORBIDDEN, ...badBody },
    },
  },
  "/api/people/first": {
    post: {
      summary: "The link of whoever is to be the first owner, in the place of the one before",
      responses: { 201: link, 401: UNAUTHORIZED, 403: FORBIDDEN, 409: answersProblem("Somebody has joined.") },
    },
  },
  "/api/people/{id}": {
    patch: {
      summary: "Give somebody another role; their sessions end",
      parameters: [person],
      requestBody: jsonBody,
      responses: {
        200: answersJson("Changed.", object),
        401: UNAUTHORIZED,
        403: FORBIDDEN,
        404: noPerson,
        409: lastOwner,
        ...badBody,
      },
    },
    delete: {
      summary: "Remove a person",
      parameters: [person],
      responses: {
        200: answersJson("Removed.", object),
        401: UNAUTHORIZED,
        403: FORBIDDEN,
        404: noPerson,
        409: lastOwner,
      },
    },
  },
};
