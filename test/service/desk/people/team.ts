import { PUBLISH_TOKEN } from "../../../../src/people/actor.ts";
import { mintApiKey } from "../../../../src/people/api-key.ts";
import type { PersonRole } from "../../../../src/people/roles.ts";
import type { Scope } from "../../../../src/people/scopes.ts";
import { hashSecret, mintId, mintSecret } from "../../../../src/people/secret.ts";
import { SESSION_SECONDS } from "../../../../src/service/desk/session.ts";
import { insertApiKey } from "../../../../src/service/store/api-keys.ts";
import { insertSession } from "../../../../src/service/store/sessions.ts";
import { here } from "../../../homes/here.ts";
import type { Newsroom } from "../../newsroom.ts";
import { insert } from "../../store/rows.ts";
import { type Browser, browserOf } from "../browser.ts";

/** A person in the store, without a way in of their own. */
export async function person(role: PersonRole, fields: Record<string, string | number | null> = {}): Promise<string> {
  const id = mintId();
  const name = `The ${role}`;
  await insert(here.db, "person", { id, login: `${role}.${id}`, name, role, created_at: 0, ...fields });
  return id;
}

/** A cookie of a session of a person that has just begun, as a sign-in gives it. */
export async function sessionOf(id: string): Promise<string> {
  const [session, secret, now] = [mintId(), mintSecret(), Date.now()];
  await insertSession(
    here.db,
    { kind: "person", id, name: "" },
    {
      ...{ id: session, hash: hashSecret(secret), person: id, started_at: now },
      ...{ ends_at: now + SESSION_SECONDS * 1_000, device: "Firefox on Linux", address: null },
    },
    undefined,
  );
  return `desk=${session}.${secret}`;
}

/** Somebody of a role, signed in. */
export const signInAs = async (on: Newsroom, role: PersonRole): Promise<Browser> =>
  browserOf(on, await sessionOf(await person(role)));

/** A key of a system, as it is sent. */
export async function apiKey(scopes: Scope[], expires_at: number | null = null): Promise<{ id: string; key: string }> {
  const { key, ...minted } = mintApiKey();
  await insertApiKey(here.db, PUBLISH_TOKEN, { ...minted, name: "A system", scopes, expires_at }, Date.now());
  return { id: minted.id, key };
}
