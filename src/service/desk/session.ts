import { createHmac } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { type Actor, PUBLISH_TOKEN } from "../../people/actor.ts";
import { deviceOf } from "../../people/device.ts";
import type { DeskPerson } from "../../people/person.ts";
import { ROLES } from "../../people/roles.ts";
import { ALL_SCOPES, type Scope } from "../../people/scopes.ts";
import { hashSecret, mintId, mintSecret } from "../../people/secret.ts";
import type { Home } from "../home.ts";
import { isSameSecret, type SignedEnv } from "../http/authorize.ts";
import { deleteSession, findStoredSession, insertSession } from "../store/sessions.ts";

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
  /** When one signed in. Milliseconds. */
  startedAt: number;
  /** When it ends by itself. Milliseconds. */
  endsAt: number;
  /** Who has signed in. */
  actor: Actor;
  /** Whose it is; null: whoever has the publish token. */
  person: DeskPerson | null;
  /** What one may do: what a page does not offer, it does not show. */
  scopes: ReadonlySet<Scope>;
}

/** A session lasts for a long day at the desk; then one signs in again. Seconds. */
export const SESSION_SECONDS = 12 * 60 * 60;

/**
 * So long after signing in one is known to be oneself, and may make another way in; later it may be somebody who has sat down at an open desk.
 * Milliseconds.
 */
export const FRESH_SESSION = 5 * 60_000;

/** Whether one has signed in just now. */
export const isFresh = ({ startedAt }: Pick<Session, "startedAt">, now: number): boolean =>
  now - startedAt < FRESH_SESSION;

/** Instances' clocks differ by less. A session that lasts for longer still began before the clock was set back. Milliseconds. */
const CLOCK_SKEW = 60_000;

const COOKIE = "desk";

/** `id.secret`: by the one the session is found, the other proves that it is one's own. */
const VALUE = /^([0-9a-f]{16})\.([A-Za-z0-9_-]{43})$/;

/** Sessions are kept in the store; those of the publish token end with it. */
type SessionHome = Pick<Home, "db" | "secrets" | "addressOf">;

/**
 * Starts a session. Its cookie is new, whatever the browser brought (session fixation), and a session that it had is over.
 *
 * @param person null: whoever has the publish token
 * @param password the hash that one has signed in by; absent: by something else
 * @returns false where the password was changed meanwhile: then nobody is signed in
 */
export async function startSession(
  c: Context<DeskEnv>,
  home: SessionHome,
  person: DeskPerson | null,
  path: string,
  password?: string,
): Promise<boolean> {
  const [id, secret, now] = [mintId(), mintSecret(), Date.now()];
  const session = {
    ...{ id, hash: hashOf(secret, person === null ? home.secrets.publishToken : undefined) },
    ...{ person: person?.id ?? null, started_at: now, ends_at: now + SESSION_SECONDS * 1_000 },
    ...{ device: deviceOf(c.req.header("user-agent")), address: home.addressOf(c.req.raw) },
  };
  const before = (await findSession(c, home))?.id;
  if (!(await insertSession(home.db, actorOf(person), session, before, password))) return false;
  setCookie(c, COOKIE, `${id}.${secret}`, { ...attributes(path), maxAge: SESSION_SECONDS });
  return true;
}

/** Ends the request's session, in all instances and for whoever copied its cookie, and takes the cookie away. */
export async function endSession(c: Context<DeskEnv>, db: Home["db"], path: string): Promise<void> {
  const { id, actor, person } = c.get("session");
  await deleteSession(db, actor, { id, person: person?.id ?? null }, Date.now());
  deleteCookie(c, COOKIE, attributes(path));
}

/**
 * The session that the request's cookie holds.
 *
 * @returns null where nobody is signed in, or not any more
 * @throws where the store does not say whether it was ended: then nobody is let in
 */
export async function findSession(
  c: Context<DeskEnv>,
  { db, secrets }: Pick<Home, "db" | "secrets">,
): Promise<Session | null> {
  const [, id, secret] = VALUE.exec(getCookie(c, COOKIE) ?? "") ?? [];
  if (id === undefined || secret === undefined) return null;
  const found = await findStoredSession(db, id);
  const token = secrets.publishToken;
  if (!found || (found.person === null && !token)) return null;
  const left = found.ends_at - Date.now();
  if (!(left > 0) || left > SESSION_SECONDS * 1_000 + CLOCK_SKEW) return null;
  if (!isSameSecret(hashOf(secret, found.person === null ? token : undefined), found.hash)) return null;
  const person = personOf(found);
  return {
    formToken: createHmac("sha256", secret).update("form").digest("base64url"),
    id,
    startedAt: found.started_at,
    endsAt: found.ends_at,
    actor: actorOf(person),
    person,
    scopes: person ? ROLES[person.role] : ALL_SCOPES,
  };
}

/**
 * What is kept of a session's secret.
 *
 * @param token the publish token, of its own sessions: with another one, they are none
 */
const hashOf = (secret: string, token?: string): string =>
  token === undefined ? hashSecret(secret) : createHmac("sha256", token).update(secret).digest("hex");

const personOf = ({ person: id, login, name, role }: Awaited<ReturnType<typeof findStoredSession>> & object) =>
  id !== null && login !== null && name !== null && role !== null ? { id, login, name, role } : null;

/** Whoever signed in, as the log names them. */
export const actorOf = (person: Pick<DeskPerson, "id" | "name"> | null): Actor =>
  person ? { kind: "person", id: person.id, name: person.name } : PUBLISH_TOKEN;

/** The cookie's attributes. It is `Secure` on one machine too: browsers take http://localhost for secure. */
const attributes = (path: string) => ({ path, httpOnly: true, secure: true, sameSite: "Strict" as const });
