import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";

/** What the desk's middleware tells its handlers. */
export interface DeskEnv {
  Variables: {
    session: Session;
    /** What was posted, once its form token has proved right. */
    form: URLSearchParams;
  };
}

export interface Session {
  /** What every form of this session carries, and no other site can know. */
  formToken: string;
}

/** A session lasts for a long day at the desk; then one signs in again. Seconds. */
export const SESSION_SECONDS = 12 * 60 * 60;

const COOKIE = "desk";

/**
 * Starts a session: its end and a random number, signed with the publish token (HMAC-SHA-256). Nothing is stored, and
 * another token ends all sessions.
 */
export async function startSession(c: Context<DeskEnv>, token: string, path: string): Promise<void> {
  const value = `${Date.now() + SESSION_SECONDS * 1_000}.${crypto.randomUUID()}`;
  await setSignedCookie(c, COOKIE, value, token, { ...attributes(path), maxAge: SESSION_SECONDS });
}

/**
 * Takes the cookie away. Somebody who copied it stays signed in until its end: nothing is stored that could be struck
 * out.
 */
export const endSession = (c: Context<DeskEnv>, path: string): void => void deleteCookie(c, COOKIE, attributes(path));

/**
 * The session that the request's cookie holds.
 *
 * @param token the publish token that sessions are signed with; undefined: there is none, so nobody is signed in
 * @returns null where nobody is signed in, or not any more
 */
export async function findSession(c: Context<DeskEnv>, token: string | undefined): Promise<Session | null> {
  // The signature is compared by WebCrypto, in constant time.
  const value = token && (await getSignedCookie(c, token, COOKIE));
  if (!token || !value || !(Number(value.split(".")[0]) > Date.now())) return null;
  return { formToken: await sign(token, `form ${value}`) };
}

/** The cookie's attributes. It is `Secure` on one machine too: browsers take http://localhost for secure. */
const attributes = (path: string) => ({ path, httpOnly: true, secure: true, sameSite: "Strict" as const });

async function sign(token: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(token), hmac, false, ["sign"]);
  return Buffer.from(await crypto.subtle.sign("HMAC", key, encoder.encode(text))).toString("base64url");
}
