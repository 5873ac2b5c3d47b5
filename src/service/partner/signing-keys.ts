import { Hono } from "hono";
import { type PublicKey, publicKeyOf, readSigningKey, type SigningKey } from "../../partner/statement.ts";
import { answersJson } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Home } from "../home.ts";
import { listUsedKeys, noteUsedKey, type UsedKey } from "../store/signing-keys.ts";
import { publicKeySet } from "./receipt-answers.ts";

/** The key that statements are signed with, once the store has it noted; null: there is none. */
export async function currentSigningKey({ db, secrets }: Pick<Home, "db" | "secrets">): Promise<SigningKey | null> {
  const key = secrets.signingKey ? await readSigningKey(secrets.signingKey) : null;
  if (key) await noteUsedKey(db, key.publicKey, Date.now());
  return key;
}

/**
 * `/.well-known/wireproof-keys.json`: the keys that statements are signed with, and were, each with its time, as a JSON Web Key Set
 * (RFC 7517 §5).
 */
export const publicKeys = (home: Home): Hono =>
  new Hono().get(
    "/",
    describes(() => ({
      operationId: "listSigningKeys",
      part: "Partners",
      summary: "The public keys of signed statements, present and former, each with its time",
      answers: { 200: answersJson("The keys, as a JSON Web Key Set.", publicKeySet()) },
    })),
    async (c) => {
      await currentSigningKey(home);
      const keys = (await listUsedKeys(home.db)).map(toPublicKey);
      return c.json({ keys }, 200, { "cache-control": "public, max-age=300" });
    },
  );

const toPublicKey = ({ kid, x, since, until }: UsedKey): PublicKey => ({
  ...publicKeyOf(x, kid),
  nbf: since === null ? undefined : Math.floor(since / 1000),
  exp: until === null ? undefined : Math.ceil(until / 1000),
});
