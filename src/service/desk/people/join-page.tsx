import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { ROLE_WORDS } from "../../../people/person.ts";
import type { PersonRole } from "../../../people/roles.ts";
import { DeskPage, deskPath } from "../frame.tsx";
import { Failed } from "../outcome.tsx";
import { LoginField, NewPasswordField } from "./sign-in-fields.tsx";

/** The form's fields, as they are known or were sent. */
export interface JoinFields {
  /** The link's secret. */
  link: string;
  name: string;
  login: string;
  /** Why the form that was sent did nothing. */
  wrong?: string;
}

interface JoinProps {
  site: Site;
  role: PersonRole;
  /** Whether somebody comes in again: then the names are known. */
  isKnown: boolean;
  fields: JoinFields;
}

/** The page on which somebody who was invited says by what they will sign in. */
export const JoinPage: FC<JoinProps> = ({ site, role, isKnown, fields: { link, name, login, wrong } }) => (
  <DeskPage site={site} title={isKnown ? "Come in again" : "Join"}>
    <div class="sign-in">
      <h1>{isKnown ? `Welcome back, ${name}` : `Join the desk of ${site.title}`}</h1>
      <p class="meta">
        {isKnown ? (
          <>
            Choose a new password: you sign in as <b>{login}</b>. Your passkeys are removed, and all your sessions end.
          </>
        ) : (
          <>
            You come as {role}, who {ROLE_WORDS[role]}.
          </>
        )}
      </p>
      <Failed why={wrong} />
      <form method="post" action={deskPath(site, "/join")}>
        <input type="hidden" name="link" value={link} />
        {isKnown ? (
          <input type="hidden" autocomplete="username" value={login} />
        ) : (
          <>
            <div class="field">
              <label for="name">Your name, as others read it</label>
              <input id="name" name="name" autocomplete="name" required maxlength={100} value={name} />
            </div>
            <LoginField label="Name to sign in by" value={login} />
          </>
        )}
        <NewPasswordField label="Password" hint="password-hint" />
        <p id="password-hint" class="meta">
          A few words that do not belong together are easy to keep and hard to guess.
        </p>
        <button type="submit">{isKnown ? "Set the password" : "Join"}</button>
        <button type="submit" name="with" value="passkey" class="quiet" formnovalidate>
          {isKnown ? "Come in, and add a passkey" : "Join with a passkey instead"}
        </button>
      </form>
    </div>
  </DeskPage>
);
