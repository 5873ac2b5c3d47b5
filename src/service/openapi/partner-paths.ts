import { as, id, inPath, json, notFound, open, type Path, problem, unauthorized } from "./operation.ts";

const partner = inPath("slug", "The partner's name, permanent.", "harbour-radio");
const key = inPath("key", "A key's id, which is no secret.", "k_0123456789abcdef");

const object = { type: "object" };
const body = { required: true, content: { "application/json": { schema: object } } };
const noPartner = problem("No partner has this slug.");
const invalid = {
  400: problem("The body is not JSON."),
  413: problem("The body is too long."),
  422: problem("Every problem of the body."),
};
const noKey = problem("The partner has no such key that is good still.");

/** Partners, their keys, and the proof of what they were served. */
export const PARTNER_PATHS: Record<string, Path> = {
  "/api/partners": {
    get: {
      summary: "All partners and their feeds",
      responses: { 200: json("The partners.", object), 401: unauthorized },
    },
    post: {
      summary: "A new partner",
      requestBody: body,
      responses: {
        201: json("Made.", object),
        401: unauthorized,
        409: problem("There is a partner of this slug."),
        ...invalid,
      },
    },
  },
  "/api/partners/alerts": {
    get: {
      summary: "Partners that do not come, or have not picked up a retraction",
      responses: { 200: json("The alerts.", object), 401: unauthorized },
    },
  },
  "/api/partners/{slug}": {
    get: {
      summary: "A partner, its feeds and its keys",
      parameters: [partner],
      responses: { 200: json("The partner.", object), 401: unauthorized, 404: noPartner },
    },
    patch: {
      summary: "Change or suspend a partner",
      parameters: [partner],
      requestBody: body,
      responses: { 200: json("Changed.", object), 401: unauthorized, 404: noPartner, ...invalid },
    },
  },
  "/api/partners/{slug}/keys": {
    get: {
      summary: "A partner's keys: what each is for, and when it was last used",
      parameters: [partner],
      responses: { 200: json("The keys, without their secrets.", object), 401: unauthorized, 404: noPartner },
    },
    post: {
      summary: "A new key; no other answer shows it",
      parameters: [partner],
      requestBody: body,
      responses: { 201: json("The key.", object), 401: unauthorized, 404: noPartner, ...invalid },
    },
  },
  "/api/partners/{slug}/keys/{key}": {
    delete: {
      summary: "Revoke a key",
      parameters: [partner, key],
      responses: { 200: json("Revoked.", object), 401: unauthorized, 404: noKey },
    },
  },
  "/api/partners/{slug}/keys/{key}/rotate": {
    post: {
      summary: "A new key in the place of one that stays good for a while",
      parameters: [partner, key],
      requestBody: body,
      responses: { 201: json("The new key.", object), 401: unauthorized, 404: noKey, ...invalid },
    },
  },
  "/api/articles/{id}/receipts": {
    get: {
      summary: "Which partner has which revision of an article, since when, and who has it not",
      parameters: [id],
      responses: { 200: json("The receipts.", object), 401: unauthorized, 404: notFound },
    },
  },
  "/api/articles/{id}/receipts/statement": {
    get: {
      summary: "The same, signed (Ed25519)",
      parameters: [id],
      responses: {
        200: json("The statement.", object),
        401: unauthorized,
        404: notFound,
        503: problem("There is no signing key."),
      },
    },
  },
  "/.well-known/wireproof-keys.json": {
    get: {
      summary: "The public key of signed statements",
      security: open,
      responses: { 200: as("application/json", "The keys.") },
    },
  },
};
