import {
  answersAs,
  answersJson,
  answersProblem,
  articleIdParameter,
  inPath,
  NO_ARTICLE,
  type PathItem,
  UNAUTHORIZED,
  WITHOUT_TOKEN,
} from "./operation.ts";

const partner = inPath("slug", "The partner's name, permanent.", "harbour-radio");
const key = inPath("key", "A key's id, which is no secret.", "k_0123456789abcdef");

/** The schemas of partners are not described yet: the zod schemas that parse them are the reference. */
const object = { type: "object" };
const jsonBody = { required: true, content: { "application/json": { schema: object } } };
const noPartner = answersProblem("No partner has this slug.");
const badBody = {
  400: answersProblem("The body is not JSON."),
  413: answersProblem("The body is too long."),
  422: answersProblem("Every problem of the body."),
};
const noKey = answersProblem("The partner has no such key that is good still.");

/** Partners, their keys, and the proof of what they were served. */
export const PARTNER_PATHS: Record<string, PathItem> = {
  "/api/partners": {
    get: {
      summary: "All partners, their feeds and families of feeds",
      responses: { 200: answersJson("The partners.", object), 401: UNAUTHORIZED },
    },
    post: {
      summary: "A new partner",
      requestBody: jsonBody,
      responses: {
        201: answersJson("Made.", object),
        401: UNAUTHORIZED,
        409: answersProblem("There is a partner of this slug."),
        ...badBody,
      },
    },
  },
  "/api/partners/alerts": {
    get: {
      summary: "Partners that do not come, or have not picked up a retraction",
      responses: { 200: answersJson("The alerts.", object), 401: UNAUTHORIZED },
    },
  },
  "/api/partners/{slug}": {
    get: {
      summary: "A partner, its feeds and its keys",
      parameters: [partner],
      responses: { 200: answersJson("The partner.", object), 401: UNAUTHORIZED, 404: noPartner },
    },
    patch: {
      summary: "Change or suspend a partner",
      parameters: [partner],
      requestBody: jsonBody,
      responses: { 200: answersJson("Changed.", object), 401: UNAUTHORIZED, 404: noPartner, ...badBody },
    },
  },
  "/api/partners/{slug}/keys": {
    get: {
      summary: "A partner's keys: what each is for, and when it was last used",
      parameters: [partner],
      responses: { 200: answersJson("The keys, without their secrets.", object), 401: UNAUTHORIZED, 404: noPartner },
    },
    post: {
      summary: "A new key; no other answer shows it",
      parameters: [partner],
      requestBody: jsonBody,
      responses: { 201: answersJson("The key.", object), 401: UNAUTHORIZED, 404: noPartner, ...badBody },
    },
  },
  "/api/partners/{slug}/keys/{key}": {
    delete: {
      summary: "Revoke a key",
      parameters: [partner, key],
      responses: { 200: answersJson("Revoked.", object), 401: UNAUTHORIZED, 404: noKey },
    },
  },
  "/api/partners/{slug}/keys/{key}/rotate": {
    post: {
      summary: "A new key in the place of one that stays good for a while",
      parameters: [partner, key],
      requestBody: jsonBody,
      responses: { 201: answersJson("The new key.", object), 401: UNAUTHORIZED, 404: noKey, ...badBody },
    },
  },
  "/api/articles/{id}/receipts": {
    get: {
      summary: "Which partner has which revision of an article, since when, and who has it not",
      parameters: [articleIdParameter],
      responses: { 200: answersJson("The receipts.", object), 401: UNAUTHORIZED, 404: NO_ARTICLE },
    },
  },
  "/api/articles/{id}/receipts/statement": {
    get: {
      summary: "The same, signed (Ed25519)",
      parameters: [articleIdParameter],
      responses: {
        200: answersJson("The statement.", object),
        401: UNAUTHORIZED,
        404: NO_ARTICLE,
        503: answersProblem("There is no signing key."),
      },
    },
  },
  "/.well-known/wireproof-keys.json": {
    get: {
      summary: "The public keys of signed statements, present and former, each with its time",
      security: WITHOUT_TOKEN,
      responses: { 200: answersAs("application/json", "The keys.") },
    },
  },
};
