import { type Context, Hono } from "hono";
import * as z from "zod";
import { whyNoTime } from "../../article/time.ts";
import { PUBLISH_TOKEN } from "../../people/actor.ts";
import { mintApiKey } from "../../people/api-key.ts";
import { mayGive, nameSchema, scopesSchema } from "../../people/person.ts";
import { ALL_SCOPES } from "../../people/scopes.ts";
import { answersJson, answersProblem, badBody } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { named } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { type ApiKey, findApiKey, insertApiKey, listApiKeys, revokeApiKey } from "../store/api-keys.ts";
import { revokedKey } from "./answers/partners.ts";
import { apiKeyList, shownApiKey } from "./answers/people.ts";
import { parseSmallBody } from "./parse-small-body.ts";
import { toIso } from "./to-iso.ts";

const keySchema = z.strictObject({
  name: nameSchema,
  scopes: scopesSchema,
  expires_at: z.iso
    .datetime({ offset: true, error: ({ input }) => whyNoTime(input) })
    .transform((text) => Date.parse(text))
    .refine((time) => time > Date.now(), "is over already")
    .optional(),
});

/** `/api/keys`: which systems may use the API, and for what. */
export function apiKeys(home: Home): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("people"),
    describes(() => ({
      operationId: "listKeys",
      part: "People",
      summary: "All keys of systems, the publish token among them",
      description: "What each may do, and when it was last used.",
      answers: { 200: answersJson("The keys, without their secrets.", apiKeyList()) },
    })),
    async (c) => {
      const keys = await listApiKeys(home.db);
      return c.json({ keys: [PUBLISH_TOKEN_KEY, ...keys.map(describeKey)] }, 200, NO_STORE);
    },
  );

  app.post(
    "/",
    need("people"),
    describes(() => ({
      operationId: "createKey",
      part: "People",
      summary: "A new key, with a name and scopes; no other answer shows it",
      description: "A key makes none that may do more than itself.",
      body: {
        content: { "application/json": { schema: keySchema, example: { name: "CMS", scopes: ["articles:write"] } } },
      },
      answers: { 201: answersJson("The key.", shownApiKey()), ...badBody() },
    })),
    async (c) => {
      const input = await parseSmallBody(c, keySchema);
      if (input instanceof Response) return input;
      if (!mayGive(c.get("scopes"), input.scopes)) return tooMuch(c, input.scopes);
      const { key, ...minted } = mintApiKey();
      const now = Date.now();
      const { name, scopes, expires_at = null } = input;
      await insertApiKey(home.db, c.get("actor"), { ...minted, name, scopes, expires_at }, now);
      // The only answer that ever holds the key.
      return c.json({ id: minted.id, key, name, scopes, expires_at: orAbsent(expires_at) }, 201, NO_STORE);
    },
  );

  app.delete(
    "/:id",
    need("people"),
    describes(() => ({
      operationId: "revokeKey",
      part: "People",
      summary: "Revoke a system's key",
      description: "Within two seconds it opens nothing. A key revokes itself, and none that may do more.",
      params: { id: named("The key's id, which is no secret.", "0123456789ab") },
      answers: {
        200: answersJson("Revoked.", revokedKey()),
        404: answersProblem("No key of this id is good still."),
        409: answersProblem("It is the publish token, which stands in the environment."),
      },
    })),
    async (c) => {
      const id = c.req.param("id");
      if (id === PUBLISH_TOKEN.id)
        return problem(409, "The publish token is set as PUBLISH_TOKEN: give the service another one.");
      const key = await findApiKey(home.db, id);
      const actor = c.get("actor");
      const isItself = actor.kind === "key" && actor.id === id;
      if (key && !isItself && !mayGive(c.get("scopes"), key.scopes))
        return problem(403, "A key revokes none that may do more than itself.");
      const revoked = key !== null && (await revokeApiKey(home.db, c.get("actor"), key, Date.now()));
      return revoked
        ? c.json({ status: "revoked", id }, 200, NO_STORE)
        : problem(404, "No key of this id is good still.");
    },
  );

  return app;
}

const tooMuch = (c: Context<SignedEnv>, scopes: ApiKey["scopes"]): Response => {
  const more = scopes.filter((scope) => !c.get("scopes").has(scope));
  return problem(403, `A key makes none that may do more than itself: it lacks ${more.join(", ")}.`);
};

/** It stands in the environment, and not in the store. */
const PUBLISH_TOKEN_KEY = { id: PUBLISH_TOKEN.id, name: PUBLISH_TOKEN.name, scopes: [...ALL_SCOPES] };

const describeKey = ({ id, name, scopes, made_by, created_at, expires_at, revoked_at, used_at }: ApiKey) => ({
  ...{ id, name, scopes, made_by, created_at: toIso(created_at) },
  expires_at: orAbsent(expires_at),
  revoked_at: orAbsent(revoked_at),
  last_used_at: orAbsent(used_at),
});

const orAbsent = (time: number | null): string | undefined => (time === null ? undefined : toIso(time));
