import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { contain } from "../../../article/contain.ts";
import type { Site } from "../../../feed/definition.ts";
import type { Actor } from "../../../people/actor.ts";
import type { DeskPerson } from "../../../people/person.ts";
import type { Database } from "../../home.ts";
import { parseJson } from "../../http/body.ts";
import {
  findPasskey,
  insertChallenge,
  insertPasskey,
  listPasskeys,
  notePasskeyUse,
  type Passkey,
  takeChallenge,
} from "../../store/passkeys.ts";
import { StoreFault } from "../../store-fault.ts";

/** Time to find the device, or the right finger. Milliseconds. */
const CHALLENGE_LASTS = 5 * 60_000;

/** Passkeys of one person: each device has one, and some are lost. */
export const MAX_PASSKEYS = 20;

/** Loaded when somebody uses a passkey: an instance is to start at once. */
const library = () => import("@simplewebauthn/server");

/** Passkeys are those of the service's own host (WebAuthn §5.1.2, "rp.id"). */
const relyingParty = ({ base }: Site) => ({ id: new URL(base).hostname, origin: new URL(base).origin });

/** What a browser is asked for a new passkey: one that knows whose it is, and asks its owner for a finger, a face or a PIN. */
export async function askForNewPasskey(db: Database, site: Site, { id, login, name }: DeskPerson, now: number) {
  const { generateRegistrationOptions } = await library();
  const known = await listPasskeys(db, id);
  const options = await generateRegistrationOptions({
    rpName: site.title,
    rpID: relyingParty(site).id,
    userID: new Uint8Array(Buffer.from(id)),
    userName: login,
    userDisplayName: name,
    attestationType: "none",
    excludeCredentials: known.map(({ id: credential, transports }) => ({
      id: credential,
      transports: JSON.parse(transports) as AuthenticatorTransport[],
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await insertChallenge(db, { challenge: options.challenge, person: id, expires_at: now + CHALLENGE_LASTS });
  return options;
}

/** @returns whether the browser's answer has become a passkey of the person */
export async function addPasskey(
  db: Database,
  site: Site,
  by: Actor,
  { person, session, label, answer }: { person: string; session: string; label: string; answer: string },
  now: number,
): Promise<boolean> {
  const { verifyRegistrationResponse } = await library();
  const { id, origin } = relyingParty(site);
  const verified = await orNone(() =>
    verifyRegistrationResponse({
      response: parseJson(answer) as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(db, { challenge, person }, now),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return false;
  const { credential } = verified.registrationInfo;
  const passkey: Passkey = {
    ...{ id: credential.id, person, label, counter: credential.counter, created_at: now, used_at: null },
    public_key: Buffer.from(credential.publicKey).toString("base64url"),
    transports: JSON.stringify(credential.transports ?? []),
  };
  if ((await listPasskeys(db, person)).length >= MAX_PASSKEYS) return false;
  return insertPasskey(db, by, passkey, session, now);
}

/** What a browser is asked for to sign somebody in: any passkey that it has for this service. */
export async function askForPasskey(db: Database, site: Site, now: number) {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({ rpID: relyingParty(site).id, userVerification: "required" });
  await insertChallenge(db, { challenge: options.challenge, person: null, expires_at: now + CHALLENGE_LASTS });
  return options;
}

/** @returns whose passkey has signed; null: nobody's, or not what it was asked to, or it was heard before */
export async function findSigner(db: Database, site: Site, answer: string, now: number): Promise<DeskPerson | null> {
  const { verifyAuthenticationResponse } = await library();
  const response = parseJson(answer) as AuthenticationResponseJSON | undefined;
  const found = typeof response?.id === "string" ? await findPasskey(db, response.id) : null;
  if (!response || !found) return null;
  const { id, origin } = relyingParty(site);
  const verified = await orNone(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge(db, { challenge, person: null }, now),
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: found.id,
        publicKey: new Uint8Array(Buffer.from(found.public_key, "base64url")),
        counter: found.counter,
      },
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return null;
  const isNew = await notePasskeyUse(db, { id: found.id, counter: verified.authenticationInfo.newCounter }, now);
  return isNew ? { id: found.person, login: found.login, name: found.name, role: found.role } : null;
}

/** The library throws what is wrong with an answer: nobody who sends one is to be told more than that it is. */
const orNone = <T>(verify: () => Promise<T>): Promise<T | null> =>
  contain<T | null>(verify, (fault) => {
    if (fault instanceof StoreFault) throw fault;
    return null;
  });
