import type { FC } from "hono/jsx";
import { MAX_PASSWORD, MIN_PASSWORD } from "../../../people/password-fault.ts";
import { MAX_LOGIN } from "../../../people/person.ts";

/** The name one signs in by. */
export const LoginField: FC<{ label: string; value?: string }> = ({ label, value }) => (
  <div class="field">
    <label for="login">{label}</label>
    <input
      id="login"
      name="login"
      autocomplete="username"
      autocapitalize="none"
      spellcheck={false}
      required
      maxlength={MAX_LOGIN}
      value={value}
    />
  </div>
);

/** The password one has: to sign in by it, or to set another one. */
export const PasswordField: FC<{ name: "password" | "current"; label: string }> = ({ name, label }) => (
  <div class="field">
    <label for={name}>{label}</label>
    <input id={name} name={name} type="password" autocomplete="current-password" required maxlength={MAX_PASSWORD} />
  </div>
);

/** A password that one chooses. @param hint the id of what else is to be known */
export const NewPasswordField: FC<{ label: string; hint?: string }> = ({ label, hint }) => (
  <div class="field">
    <label for="password">
      {label}, of {MIN_PASSWORD} characters or more
    </label>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="new-password"
      required
      minlength={MIN_PASSWORD}
      maxlength={MAX_PASSWORD}
      aria-describedby={hint}
    />
  </div>
);
