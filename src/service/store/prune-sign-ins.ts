import type { Database } from "../home.ts";
import { pruneInvitations } from "./invitations.ts";
import { pruneChallenges } from "./passkeys.ts";
import { pruneSessions } from "./sessions.ts";
import { pruneAttempts } from "./sign-in-attempts.ts";

/** Forgets whatever of signing in is over: sessions, links, challenges of passkeys, failures. */
export async function pruneSignIns(db: Database, now: number): Promise<void> {
  await Promise.all([
    pruneSessions(db, now),
    pruneInvitations(db, now),
    pruneChallenges(db, now),
    pruneAttempts(db, now),
  ]);
}
