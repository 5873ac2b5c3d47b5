import type { KeyRecord } from "../../partner/check-key.ts";
import { presented } from "../../partner/credentials.ts";
import { untilNextWindow } from "../../partner/limits.ts";
import type { Home } from "../home.ts";
import { isSameSecret } from "../http/authorize.ts";
import { plain } from "../http/plain.ts";
import { unavailable } from "../http/problem.ts";
import type { KnownKeys } from "./known-keys.ts";
import { tooMany } from "./ledger.ts";
import type { Strangers } from "./strangers.ts";

/** Who asks: a partner's key, or the newsroom's own desk, which may read everything and is given no receipt. */
export type Caller = { as: "partner"; key: KeyRecord } | { as: "desk" };

/** Checks the key of whoever asks for something below `/partner`. */
export class Authenticator {
  readonly #home: Home;
  readonly #keys: Pick<KnownKeys, "known" | "check">;
  readonly #strangers: Strangers;

  constructor(home: Home, keys: Pick<KnownKeys, "known" | "check">, strangers: Strangers) {
    this.#home = home;
    this.#keys = keys;
    this.#strangers = strangers;
  }

  /** The caller, or the answer that turns it away. */
  async authenticate(request: Request, now: number): Promise<Caller | Response> {
    const credentials = presented(request.headers.get("authorization"), request.url);
    if (!credentials) return unauthorized();
    const known = this.#keys.known(credentials, now);
    if (known) return { as: "partner", key: known };
    const address = this.#home.addressOf(request);
    if (this.#strangers.isOver(address, now)) return tooMany(untilNextWindow(now));
    const found = await this.#keys.check(credentials, now);
    if (found.status === "good") return { as: "partner", key: found.key };
    if (found.status === "unavailable") return unavailable("No key can be checked now.");
    const token = credentials.inUrl ? undefined : this.#home.secrets.publishToken;
    if (token && isSameSecret(credentials.secret, token)) return { as: "desk" };
    await this.#strangers.count(address, now);
    return unauthorized('error="invalid_token"');
  }
}

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
