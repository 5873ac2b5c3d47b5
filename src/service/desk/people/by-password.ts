import { MAX_PASSWORD } from "../../../people/password-fault.ts";
import { hashPassword, isOutdated, isPassword } from "../../../people/password-hash.ts";
import type { DeskPerson } from "../../../people/person.ts";
import type { Home } from "../../home.ts";
import { findByLogin, rehashPassword } from "../../store/people.ts";
import { type Attempts, BUSY_SECONDS } from "./attempts.ts";

/** What came of a name and a password. `wrong` does not say which of the two it is. */
export type ByPassword =
  /** `hash`: what is kept of the password. */
  | { status: "in"; person: DeskPerson; hash: string }
  | { status: "wrong" }
  | { status: "slowed"; seconds: number }
  /** Others' passwords are being looked at. */
  | { status: "busy"; seconds: number };

/** Looks whether a name and a password are somebody's: for names that nobody has with the same work. */
export async function byPassword(
  { db }: Pick<Home, "db">,
  attempts: Attempts,
  request: Request,
  given: { login: string; password: string },
): Promise<ByPassword> {
  const login = given.login.trim().toLowerCase();
  const seconds = await attempts.begin(request, login, Date.now());
  if (seconds !== null) return { status: "slowed", seconds };
  const password = given.password.slice(0, MAX_PASSWORD + 1);
  const found = await findByLogin(db, login);
  const kept = found?.password ?? null;
  const isRight = await attempts.hash(() => isPassword(password, kept));
  if (isRight === null) {
    await attempts.takeBack(request, login);
    return { status: "busy", seconds: BUSY_SECONDS };
  }
  if (!isRight || !found || kept === null) {
    await attempts.note(request, "password", found?.id ?? null);
    return { status: "wrong" };
  }
  await attempts.forget(request, login);
  const { password: _, ...person } = found;
  return { status: "in", person, hash: isOutdated(kept) ? await rehash(db, found.id, kept, password) : kept };
}

/** Keeps a password at today's cost. */
async function rehash(db: Home["db"], id: string, from: string, password: string): Promise<string> {
  const to = await hashPassword(password);
  await rehashPassword(db, id, { from, to });
  return to;
}
