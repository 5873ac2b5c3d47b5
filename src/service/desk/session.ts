import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";

export interface DeskEnv {
  Variables: {
    session: Session;
    /** What was posted, once its form token has proved right. */
    form: URLSearchParams;
  };
}

export interface Session {
  /** Every form of this session carries it, and no other site can know it. */
  formToken: string;
}

/** A long day at the desk; after it one signs in again. Seconds. */
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

export const endSession = (c: Context<DeskEnv>, path: string): void => void deleteCookie(c, COOKIE, attributes(path));

/**
 * Null: not signed in, or not any more.
 *
 * @param token the publish token that it was signed with
 */
export async function findSession(c: Context<DeskEnv>, token: string | undefined): Promise<Session | null> {
  // The signature is compared by WebCrypto, in constant time.
  const value = token && (await getSignedCookie(c, token, COOKIE));
  if (!token || !value || !(Number(value.split(".")[0]) > Date.now())) return null;
  return { formToken: await sign(token, `form ${value}`) };
}

/** Browsers take http://localhost for secure. */
const attributes = (path: string) => ({ path, httpOnly: true, secure: true, sameSite: "Strict" as const });

async function sign(token: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(token), hmac, false, ["sign"]);
  return Buffer.from(await crypto.subtle.sign("HMAC", key, encoder.encode(text))).toString("base64url");
}
