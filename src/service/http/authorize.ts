import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { type Actor, PUBLISH_TOKEN } from "../../people/actor.ts";
import { ALL_SCOPES, type Scope } from "../../people/scopes.ts";
import type { Secrets } from "../home.ts";
import type { KnownApiKeys } from "./known-api-keys.ts";
import { problem } from "./problem.ts";
import type { Strangers } from "./strangers.ts";

/** What the handlers behind a door know of whoever came in. */
export interface SignedEnv {
  Variables: {
    actor: Actor;
    scopes: ReadonlySet<Scope>;
  };
}

/** Who is let in. */
interface Door {
  secrets: Pick<Secrets, "publishToken" | "tokenFault">;
  /** Lets in, too. */
  otherToken?: string;
  /** Absent: only tokens let in. */
  keys?: Pick<KnownApiKeys, "find">;
  strangers: Pick<Strangers, "refuse">;
}

/** `Authorization: Bearer …` with the publish token or a system's key (RFC 6750 §2.1). */
export const authorize =
  ({ secrets, otherToken, keys, strangers }: Door): MiddlewareHandler<SignedEnv> =>
  async (c, next) => {
    const header = c.req.header("authorization") ?? "";
    const given = /^Bearer +(\S+)$/i.exec(header)?.[1];
    const tokens = [secrets.publishToken, otherToken].filter((token): token is string => Boolean(token));
    if (given && tokens.some((token) => isSameSecret(given, token))) {
      c.set("actor", PUBLISH_TOKEN);
      c.set("scopes", ALL_SCOPES);
      return next();
    }
    const key = given ? await keys?.find(given, Date.now()) : null;
    if (key) {
      c.set("actor", { kind: "key", id: key.id, name: key.name });
      c.set("scopes", new Set(key.scopes));
      return next();
    }
    const challenge = { "www-authenticate": given ? `${CHALLENGE}, error="invalid_token"` : CHALLENGE };
    if (tokens.length === 0) return problem(401, nobodyGetsIn(secrets), undefined, challenge);
    if (!given) return problem(401, header === "" ? SEND_IT : MALFORMED, undefined, challenge);
    const seconds = await strangers.refuse(c.req.raw);
    return seconds === null
      ? problem(401, WRONG, undefined, challenge)
      : problem(429, `${WRONG} Too many wrong ones were sent.`, undefined, { "retry-after": String(seconds) });
  };

const CHALLENGE = 'Bearer realm="wireproof"';
const SEND_IT = "Send the publish token or a key: Authorization: Bearer …";
const MALFORMED =
  "The Authorization header is to say Bearer, and after a space the publish token or a key: Authorization: Bearer …";
const WRONG =
  "This is neither the publish token, which the service has as PUBLISH_TOKEN or in its .dev.vars, nor a key that is good now.";

/** Why nobody gets in, whatever is sent. */
export const nobodyGetsIn = ({ tokenFault }: Pick<Secrets, "tokenFault">): string =>
  tokenFault === undefined
    ? "Nobody gets in: the service has no PUBLISH_TOKEN."
    : `Nobody gets in: the service's PUBLISH_TOKEN ${tokenFault}.`;

/** Compares digests, which have one length: the time it takes tells nothing of either secret, its length included. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Uint8Array => createHash("sha256").update(text).digest();
