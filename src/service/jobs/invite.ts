import { millisecondsInDay } from "date-fns/constants";
import type { Site } from "../../feed/definition.ts";
import type { Actor } from "../../people/actor.ts";
import type { PersonRole } from "../../people/roles.ts";
import { hashSecret, mintId, mintSecret } from "../../people/secret.ts";
import type { Database } from "../home.ts";
import { insertInvitation, inviteFirst } from "../store/invitations.ts";

/** A link for somebody who reads it at leisure, and after whom nobody else does. Milliseconds. */
export const INVITATION_LASTS = 3 * millisecondsInDay;

/** The first owner's, which stands on a terminal and in its logs. Milliseconds. */
export const FIRST_INVITATION_LASTS = millisecondsInDay;

/** A link, which is shown once: only its hash is kept. */
export interface MadeInvitation {
  id: string;
  url: string;
  expires_at: number;
}

/**
 * Makes a link by which somebody joins, or gets in again.
 *
 * @param invited whom it is for; with `person`, who has lost what one signs in by
 */
export async function invite(
  db: Database,
  site: Site,
  by: Actor,
  { name, role, person = null }: { name: string; role: PersonRole; person?: string | null },
  now: number,
): Promise<MadeInvitation> {
  const { hash, ...made } = mintLink(site, now + INVITATION_LASTS);
  const { id, expires_at } = made;
  await insertInvitation(db, by, { id, hash, role, name, person, first: 0, created_at: now, expires_at }, now);
  return made;
}

/** Makes the link of whoever is to be the first owner; null: somebody has joined. */
export async function inviteFirstOwner(
  db: Database,
  site: Site,
  by: Actor,
  now: number,
): Promise<MadeInvitation | null> {
  const { hash, ...made } = mintLink(site, now + FIRST_INVITATION_LASTS);
  const { id, expires_at } = made;
  const first = { id, hash, role: "owner", name: "", person: null, first: 1, created_at: now, expires_at } as const;
  return (await inviteFirst(db, by, first, now)) ? made : null;
}

/** The secret stands behind the path: a log of paths does not hold it. */
function mintLink(site: Site, expires_at: number): MadeInvitation & { hash: string } {
  const secret = mintSecret();
  const url = `${site.base.replace(/\/+$/, "")}/desk/join?link=${secret}`;
  return { id: mintId(), url, expires_at, hash: hashSecret(secret) };
}
