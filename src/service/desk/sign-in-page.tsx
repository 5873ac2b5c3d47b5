import type { FC } from "hono/jsx";
import type { Site } from "../../feed/definition.ts";
import { DeskPage, deskPath } from "./frame.tsx";
import { Failed } from "./outcome.tsx";
import { LoginField, PasswordField } from "./people/sign-in-fields.tsx";

interface SignInProps {
  site: Site;
  /** Where one wanted to go, as a path below the desk. */
  to: string;
  /** Why nobody was signed in. */
  wrong: string | undefined;
  /** Whether anybody has joined yet: until then there is the publish token alone. */
  hasPeople: boolean;
}

/** The page on which one signs in. */
export const SignInPage: FC<SignInProps> = ({ site, to, wrong, hasPeople }) => (
  <DeskPage site={site} title="Sign in">
    <div class="sign-in">
      <h1>The desk</h1>
      <Failed why={wrong} />
      {hasPeople ? (
        <>
          <PasswordForm site={site} to={to} />
          <PasskeyForm site={site} to={to} />
          <details>
            <summary>With the publish token</summary>
            <TokenForm site={site} to={to} label="Sign in with the token" />
          </details>
        </>
      ) : (
        <TokenForm site={site} to={to} label="Sign in" />
      )}
    </div>
  </DeskPage>
);

const PasswordForm: FC<{ site: Site; to: string }> = ({ site, to }) => (
  <form method="post" action={deskPath(site, "/sign-in")}>
    <LoginField label="Name" />
    <PasswordField name="password" label="Password" />
    <input type="hidden" name="to" value={to} />
    <button type="submit">Sign in</button>
  </form>
);

/** Shown by the desk's script, where the browser has passkeys. */
const PasskeyForm: FC<{ site: Site; to: string }> = ({ site, to }) => (
  <form
    method="post"
    action={deskPath(site, "/sign-in/passkey")}
    data-passkey="use"
    data-options={deskPath(site, "/sign-in/passkey/options")}
    hidden
  >
    <input type="hidden" name="answer" />
    <input type="hidden" name="to" value={to} />
    <button type="submit" class="quiet">
      Sign in with a passkey
    </button>
    <output data-passkey-status class="meta" />
  </form>
);

const TokenForm: FC<{ site: Site; to: string; label: string }> = ({ site, to, label }) => (
  <form method="post" action={deskPath(site, "/sign-in")}>
    <div class="field">
      <label for="token">Publish token</label>
      <input id="token" name="token" type="password" autocomplete="current-password" required maxlength={2_000} />
    </div>
    <input type="hidden" name="to" value={to} />
    <button type="submit">{label}</button>
  </form>
);
