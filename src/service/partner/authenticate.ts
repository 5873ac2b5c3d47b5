import type { KeyRecord } from "../../partner/check-key.ts";
import { presented } from "../../partner/credentials.ts";
import type { Home } from "../home.ts";
import { isSameSecret } from "../http/authorize.ts";
import { plain } from "../http/plain.ts";
import { unavailable } from "../http/problem.ts";
import type { Strangers } from "../http/strangers.ts";
import type { PartnerErrors } from "./errors.ts";
import type { KnownKeys } from "./known-keys.ts";

/** Who asks: a partner's key, or the newsroom's own desk, which may read everything and is given no receipt. */
export type Caller = { as: "partner"; key: KeyRecord } | { as: "desk" };

/** Checks the key of whoever asks for something below `/partner`. */
export class Authenticator {
  readonly #home: Home;
  readonly #keys: Pick<KnownKeys, "known" | "check">;
  readonly #strangers: Strangers;
  readonly #errors: Pick<PartnerErrors, "note">;

  constructor(
    home: Home,
    keys: Pick<KnownKeys, "known" | "check">,
    strangers: Strangers,
    errors: Pick<PartnerErrors, "note">,
  ) {
    this.#home = home;
    this.#keys = keys;
    this.#strangers = strangers;
    this.#errors = errors;
  }

  /** The caller, or the answer that turns it away. */
  async authenticate(request: Request, now: number): Promise<Caller | Response> {
    const credentials = presented(request.headers.get("authorization"), request.url);
    if (!credentials) return unauthorized();
    const known = this.#keys.known(credentials, now);
    if (known) return { as: "partner", key: known };
    const found = await this.#keys.check(credentials, now);
    if (found.status === "good") return { as: "partner", key: found.key };
    if (found.status === "unavailable") return unavailable("No key can be checked now.");
    if (found.former) this.#errors.note(found.former, 401, new URL(request.url).pathname);
    const token = credentials.inUrl ? undefined : this.#home.secrets.publishToken;
    if (token && isSameSecret(credentials.secret, token)) return { as: "desk" };
    // Only now: a good key gets in, whatever others behind the same proxy have sent before it.
    const seconds = await this.#strangers.refuse(request);
    return seconds === null ? unauthorized('error="invalid_token"') : tooManyGuesses(seconds);
  }
}

/** @param seconds until it is worth trying again (RFC 6585 §4, RFC 9110 §10.2.3) */
const tooManyGuesses = (seconds: number): Response =>
  plain(429, "This is no good key, and too many were sent that are none.", { "retry-after": String(seconds) });

/**
 * A 401 with both challenges (RFC 7617 §2, RFC 6750 §3).
 *
 * @param error of a Bearer challenge, where a key was sent and is none
 */
function unauthorized(error?: string): Response {
  const bearer = ['Bearer realm="partner"', ...(error ? [error] : [])].join(", ");
  return plain(401, "A partner's key is needed: as the password of Basic, or as a Bearer token.", {
    "www-authenticate": `Basic realm="partner", charset="UTF-8", ${bearer}`,
  });
}
