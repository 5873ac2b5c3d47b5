import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import type { Site } from "../../../feed/definition.ts";
import { mayGive, ROLE_NAMES, ROLE_WORDS } from "../../../people/person.ts";
import { type PersonRole, ROLES } from "../../../people/roles.ts";
import { untilTime } from "../../pages/frame/time.tsx";
import type { Invitation } from "../../store/invitations.ts";
import type { ListedPerson } from "../../store/people.ts";
import { DeskPage, deskPath, Post } from "../frame.tsx";
import { Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";

interface PeopleProps {
  site: Site;
  session: Session;
  people: ListedPerson[];
  invitations: Invitation[];
  /** Why the form that was sent did nothing. */
  wrong: string | undefined;
  now: number;
}

/** Who may come to the desk, whom a link waits for, and the way to invite somebody. */
export const PeoplePage: FC<PeopleProps> = ({ site, session, people, invitations, wrong, now }) => (
  <DeskPage site={site} session={session} title="People" part="/people">
    <h1>People</h1>
    <p class="dek">
      {people.length === 0
        ? "Nobody has joined yet. Invite yourself as owner: then you sign in by your name, and what you do stands under it."
        : `${counted(people.length, "person", "people")} may come to the desk.`}
    </p>
    <ul class="entries">
      {people.map((person) => (
        <li>
          <h2>
            <a href={deskPath(site, `/people/${person.id}`)}>{person.name}</a>
            {person.id === session.person?.id ? <span class="meta"> you</span> : null}
          </h2>
          <p class="meta">
            <b>{person.role}</b> · signs in as {person.login} · {waysIn(person)}
          </p>
        </li>
      ))}
    </ul>
    {invitations.length === 0 ? null : (
      <section aria-labelledby="invited">
        <h2 id="invited">Invited</h2>
        <ul class="entries">
          {invitations.map((invitation) => (
            <li>
              <h3>{invitation.name || "The first owner"}</h3>
              <p class="meta">
                <b>{invitation.role}</b> · {invitation.person === null ? "a link to join" : "a link to come in again"},
                which ends {untilTime(invitation.expires_at, now)}
              </p>
              <Post site={site} session={session} to={`/people/invitations/${invitation.id}/withdraw`}>
                <button type="submit" class="quiet">
                  Withdraw<span class="unseen"> the link of {invitation.name || "the first owner"}</span>
                </button>
              </Post>
            </li>
          ))}
        </ul>
      </section>
    )}
    <section aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <Failed why={wrong} />
      <Post site={site} session={session} to="/people/invite">
        <div class="field narrow">
          <label for="name">Their name</label>
          <input id="name" name="name" required maxlength={100} autocomplete="off" />
        </div>
        <RoleChoice session={session} chosen={people.length === 0 ? "owner" : "writer"} />
        <p class="actions">
          <button type="submit">Make a link</button>
          <span class="meta">You send the link yourself. It is good once, for three days.</span>
        </p>
      </Post>
    </section>
  </DeskPage>
);

/** The roles that one may give. */
export const RoleChoice: FC<{ session: Session; chosen: PersonRole }> = ({ session, chosen }) => (
  <fieldset class="choices">
    <legend>Role</legend>
    {ROLE_NAMES.filter((role) => mayGive(session.scopes, ROLES[role])).map((role) => (
      <label class="check">
        <input type="radio" name="role" value={role} checked={role === chosen} required />
        <span>
          <b>{role}</b> {ROLE_WORDS[role]}
        </span>
      </label>
    ))}
  </fieldset>
);

/** By what somebody signs in. */
export function waysIn({ has_password, passkeys }: Pick<ListedPerson, "has_password" | "passkeys">): string {
  const ways = [...(has_password === 1 ? ["a password"] : []), ...(passkeys > 0 ? [counted(passkeys, "passkey")] : [])];
  return ways.join(" and ") || "no way in: make a link";
}
