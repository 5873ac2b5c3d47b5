import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { mayGive } from "../../../people/person.ts";
import { ROLES } from "../../../people/roles.ts";
import { When } from "../../pages/frame/time.tsx";
import type { ApiKey } from "../../store/api-keys.ts";
import type { ListedPerson } from "../../store/people.ts";
import type { StoredSession } from "../../store/sessions.ts";
import { DeskPage, Post } from "../frame.tsx";
import { Done, Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";
import { RoleChoice, waysIn } from "./people-page.tsx";

interface PersonProps {
  site: Site;
  session: Session;
  person: ListedPerson;
  sessions: StoredSession[];
  /** Keys that they made and that are good still: they go with them. */
  madeKeys: Pick<ApiKey, "id" | "name">[];
  /** What the form has done that led here. */
  done: "role" | "ended" | undefined;
  /** Why the form that was sent did nothing. */
  wrong: string | undefined;
  now: number;
}

const roleChanged = (name: string): string =>
  `The role is changed, and all sessions are ended: ${name} signs in again.`;

/** One person, and what can be done for or about them. */
export const PersonPage: FC<PersonProps> = ({ site, session, person, sessions, madeKeys, done, wrong, now }) => {
  const to = `/people/${person.id}`;
  return (
    <DeskPage site={site} session={session} title={person.name} part="/people">
      <h1>{person.name}</h1>
      <p class="dek">
        {person.role}, signs in as {person.login} with {waysIn(person)}; joined{" "}
        <When site={site} at={person.created_at} now={now} />.
      </p>
      <Done what={done && (done === "role" ? roleChanged(person.name) : "The session is ended.")} />
      <Failed why={wrong} />
      {mayGive(session.scopes, ROLES[person.role]) ? (
        <>
          <section aria-labelledby="role">
            <h2 id="role">Role</h2>
            <Post site={site} session={session} to={`${to}/role`}>
              <RoleChoice session={session} chosen={person.role} />
              {person.role === "owner" ? (
                <p class="meta">
                  With another role, links that {person.name} made for others are withdrawn, and keys that {person.name}{" "}
                  made are revoked, as far as they may do more than that role.
                </p>
              ) : null}
              <p class="actions">
                <button type="submit">Change the role</button>
              </p>
            </Post>
          </section>
          <section aria-labelledby="in-again">
            <h2 id="in-again">Lost the password, or the passkey?</h2>
            <p>
              A link lets {person.name} choose a new one. Once it is used, the old password and all passkeys are good no
              more, and all sessions end.
            </p>
            <Post site={site} session={session} to={`${to}/link`}>
              <button type="submit" class="quiet">
                Make a link
              </button>
            </Post>
          </section>
          <section aria-labelledby="sessions">
            <h2 id="sessions">Signed in</h2>
            {sessions.length === 0 ? <p>Nowhere.</p> : null}
            <ul class="entries">
              {sessions.map(({ id, device, address, started_at }) => (
                <li>
                  <p>{device}</p>
                  <p class="meta">
                    since <When site={site} at={started_at} now={now} />
                    {address === null ? null : <> · from {address}</>}
                  </p>
                  <Post site={site} session={session} to={`${to}/sessions/end`}>
                    <input type="hidden" name="id" value={id} />
                    <button type="submit" class="quiet">
                      End<span class="unseen">: {device}</span>
                    </button>
                  </Post>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="remove">
            <h2 id="remove">Remove</h2>
            <p>
              {person.name} is signed out everywhere and comes in no more. What {person.name} wrote and did stays, under
              this name.
            </p>
            {madeKeys.length === 0 ? null : (
              <p>
                Keys that {person.name} made are revoked, for {person.name} may have kept them:{" "}
                {madeKeys.map(({ name }) => name).join(", ")}. Give the systems that use them new ones first.
              </p>
            )}
            <Post site={site} session={session} to={`${to}/remove`}>
              <label class="check">
                <input type="checkbox" name="sure" required /> Yes, remove {person.name}
              </label>
              <p class="actions">
                <button type="submit" class="danger">
                  Remove
                </button>
              </p>
            </Post>
          </section>
        </>
      ) : (
        <p>The role of {person.name} may do more than yours.</p>
      )}
    </DeskPage>
  );
};
