import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import { type Actor, PUBLISH_TOKEN } from "../../people/actor.ts";
import { ALL_SCOPES, type Scope } from "../../people/scopes.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { isEndedSession, saveEndedSession } from "../store/sessions.ts";

/** What the desk's middleware tells its handlers. */
export interface DeskEnv {
  Variables: SignedEnv["Variables"] & {
    session: Session;
    /** The path of the script of the desk's pages; null: there is none. */
    script: string | null;
    /** What was posted, once its form token has proved right. */
    form: URLSearchParams;
  };
}

export interface Session {
  /** What every form of this session carries, and no other site can know. */
  formToken: string;
  id: string;
  /** When it ends by itself. Milliseconds. */
  endsAt: number;
  /** Who has signed in. */
  actor: Actor;
  /** What one may do: what a page does not offer, it does not show. */
  scopes: ReadonlySet<Scope>;
}

/** A session lasts for a long day at the desk; then one signs in again. Seconds. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Instances' clocks differ by less. A session that lasts for longer still began before the clock was set back. Milliseconds. */
const CLOCK_SKEW = 60_000;

const COOKIE = "desk";

/**
 * Starts a session: its end and a random number, signed with the publish token (HMAC-SHA-256). Nothing is stored while
 * it lasts, and another token ends all sessions.
 */
export async function startSession(c: Context<DeskEnv>, token: string, path: string): Promise<void> {
  const value = `${Date.now() + SESSION_SECONDS * 1_000}.${crypto.randomUUID()}`;
  await setSignedCookie(c, COOKIE, value, token, { ...attributes(path), maxAge: SESSION_SECONDS });
}

/** Ends the request's session, in all instances and for whoever copied its cookie, and takes the cookie away. */
export async function endSession(c: Context<DeskEnv>, db: Home["db"], path: string): Promise<void> {
  const { id, endsAt } = c.get("session");
  await saveEndedSession(db, id, endsAt);
  deleteCookie(c, COOKIE, attributes(path));
}

/**
 * The session that the request's cookie holds.
 *
 * @returns null where nobody is signed in, or not any more
 * @throws where the store does not say whether it was ended: then nobody is let in
 */
export async function findSession(c: Context<DeskEnv>, { db, secrets }: SessionHome): Promise<Session | null> {
  const token = secrets.publishToken;
  // The signature is compared by WebCrypto, in constant time.
  const value = token && (await getSignedCookie(c, token, COOKIE));
  if (!token || !value) return null;
  const [end = "", id = ""] = value.split(".");
  const endsAt = Number(end);
  const left = endsAt - Date.now();
  if (!(left > 0) || left > SESSION_SECONDS * 1_000 + CLOCK_SKEW || (await isEndedSession(db, id))) return null;
  return { formToken: await sign(token, `form ${value}`), id, endsAt, actor: PUBLISH_TOKEN, scopes: ALL_SCOPES };
}

/** Sessions are signed with the publish token: where there is none, nobody is signed in. */
type SessionHome = Pick<Home, "db" | "secrets">;

/** The cookie's attributes. It is `Secure` on one machine too: browsers take http://localhost for secure. */
const attributes = (path: string) => ({ path, httpOnly: true, secure: true, sameSite: "Strict" as const });

async function sign(token: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(token), hmac, false, ["sign"]);
  return Buffer.from(await crypto.subtle.sign("HMAC", key, encoder.encode(text))).toString("base64url");
}
