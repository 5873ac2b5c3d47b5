import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { ROLE_WORDS } from "../../../people/person.ts";
import { When } from "../../pages/frame/time.tsx";
import type { Passkey } from "../../store/passkeys.ts";
import type { StoredSession } from "../../store/sessions.ts";
import { DeskPage, deskPath, Post } from "../frame.tsx";
import { Done, doneWords, Failed } from "../outcome.tsx";
import { isFresh, type Session } from "../session.ts";
import { NewPasswordField, PasswordField } from "./sign-in-fields.tsx";

interface MeProps {
  site: Site;
  session: Session;
  sessions: StoredSession[];
  /** By what one signs in; null: whoever is here has the publish token. */
  own: { hasPassword: boolean; passkeys: Passkey[] } | null;
  /** What the form has done that led here: a key of `DONE`. Anything may stand in the address. */
  done: string | undefined;
  /** Whether somebody has just joined who wants a passkey. */
  isNew: boolean;
  /** Why the form that was sent did nothing. */
  wrong: string | undefined;
  now: number;
}

const DONE: Record<string, string> = {
  password: "The password is changed, and your other sessions are ended.",
  passkey: "The passkey is added.",
  removed: "The passkey is removed.",
  ended: "The session is ended.",
};

/** One’s own page: by what one signs in, and where one is signed in. */
export const MePage: FC<MeProps> = ({ site, session, sessions, own, done, isNew, wrong, now }) => (
  <DeskPage site={site} session={session} title="You" part="/people/me">
    <h1>{session.person?.name ?? "The publish token"}</h1>
    <p class="dek">
      {session.person
        ? `You sign in as ${session.person.login}. Your role is ${session.person.role}, who ${ROLE_WORDS[session.person.role]}.`
        : "You are signed in with the publish token: what you do stands under its name. As somebody of your own name you are known by it."}
    </p>
    <Done what={doneWords(DONE, done)} />
    {isNew && own?.passkeys.length === 0 && !own.hasPassword ? (
      <p class="state">
        <b class="wrong">One step more</b>: add a passkey now. Without one, or a password, you do not come in again.
      </p>
    ) : null}
    <Failed why={wrong} />
    {own && <Passkeys {...{ site, session, now }} passkeys={own.passkeys} />}
    {own && <PasswordSection {...{ site, session, now }} hasPassword={own.hasPassword} />}
    <section aria-labelledby="sessions">
      <h2 id="sessions">Signed in</h2>
      <ul class="entries">
        {sessions.map(({ id, device, address, started_at }) => (
          <li>
            <p>
              {device} {id === session.id ? <b class="right">this one</b> : null}
            </p>
            <p class="meta">
              since <When site={site} at={started_at} now={now} />
              {address === null ? null : <> · from {address}</>}
            </p>
            <Post site={site} session={session} to="/people/me/sessions/end">
              <input type="hidden" name="id" value={id} />
              <button type="submit" class="quiet">
                {id === session.id ? "Sign out" : "End"}
                <span class="unseen">: {device}</span>
              </button>
            </Post>
          </li>
        ))}
      </ul>
    </section>
  </DeskPage>
);

const Passkeys: FC<{ site: Site; session: Session; passkeys: Passkey[]; now: number }> = ({
  site,
  session,
  passkeys,
  now,
}) => (
  <section aria-labelledby="passkeys">
    <h2 id="passkeys">Passkeys</h2>
    <p>
      Your device, or your password manager, signs you in by a finger, a face or a PIN. Nobody can be tricked out of it.
    </p>
    <ul class="entries">
      {passkeys.map(({ id, label, created_at, used_at }) => (
        <li>
          <p>{label}</p>
          <p class="meta">
            added <When site={site} at={created_at} now={now} />
            {used_at === null ? (
              ", not used yet"
            ) : (
              <>
                , last used <When site={site} at={used_at} now={now} />
              </>
            )}
          </p>
          <Post site={site} session={session} to="/people/me/passkeys/remove">
            <input type="hidden" name="id" value={id} />
            <button type="submit" class="quiet">
              Remove<span class="unseen"> the passkey of {label}</span>
            </button>
          </Post>
        </li>
      ))}
    </ul>
    {isFresh(session, now) ? (
      <NewPasskey site={site} session={session} />
    ) : (
      <SignInAgain site={site} to="add a passkey" />
    )}
  </section>
);

const NewPasskey: FC<{ site: Site; session: Session }> = ({ site, session }) => (
  <>
    <form
      method="post"
      action={deskPath(site, "/people/me/passkeys")}
      data-passkey="make"
      data-options={deskPath(site, "/people/me/passkeys/options")}
      hidden
    >
      <input type="hidden" name="form_token" value={session.formToken} />
      <input type="hidden" name="answer" />
      <button type="submit">Add a passkey</button>
      <output data-passkey-status class="meta" />
    </form>
    <noscript>
      <p class="meta">A passkey needs the desk’s script, which your browser does not run. A password does without.</p>
    </noscript>
  </>
);

/** A new way in is made by who has just signed in. */
const SignInAgain: FC<{ site: Site; to: string }> = ({ site, to }) => (
  <p>
    <a href={deskPath(site, "/sign-in?to=/people/me")}>Sign in again</a> to {to}: it is done within five minutes of
    that.
  </p>
);

const PasswordSection: FC<{ site: Site; session: Session; hasPassword: boolean; now: number }> = ({
  site,
  session,
  hasPassword,
  now,
}) => (
  <section aria-labelledby="password-section">
    <h2 id="password-section">{hasPassword ? "Change the password" : "Set a password"}</h2>
    {hasPassword || isFresh(session, now) ? (
      <div class="narrow">
        <Post site={site} session={session} to="/people/me/password">
          <input type="hidden" autocomplete="username" value={session.person?.login} />
          {hasPassword ? <PasswordField name="current" label="Present password" /> : null}
          <NewPasswordField label="New password" />
          <p class="meta">Your other sessions end with it.</p>
          <button type="submit">{hasPassword ? "Change it" : "Set it"}</button>
        </Post>
      </div>
    ) : (
      <SignInAgain site={site} to="set one" />
    )}
  </section>
);
