import { type Context, Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import type { Home } from "../home.ts";
import { isSameSecret, nobodyGetsIn } from "../http/authorize.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import type { Strangers } from "../http/strangers.ts";
import { isAnybodyThere } from "../store/people.ts";
import { readForm } from "./form.tsx";
import { deskPath, showPage } from "./frame.tsx";
import type { Attempts } from "./people/attempts.ts";
import { byPassword } from "./people/by-password.ts";
import { askForPasskey, findSigner } from "./people/ceremonies.ts";
import { type DeskEnv, startSession } from "./session.ts";
import { SignInPage } from "./sign-in-page.tsx";

/** The largest form that is read of somebody who is not signed in: it holds a secret, or what a passkey signed, and a path. Bytes. */
const MAX_SIGN_IN_BYTES = 20_000;

interface SignInParts {
  /** Who guesses at the publish token, or signs with a passkey that is none of ours. */
  strangers: Pick<Strangers, "refuse">;
  /** Who has passkeys asked for: counted by themselves, so that nobody's guesses are in a passkey's way. */
  askers: Pick<Strangers, "refuse">;
  attempts: Attempts;
}

/** `/desk/sign-in`: by a name and a password, by a passkey, or by the publish token one gets a session. */
export function signIn(home: Home, catalog: Catalog, { strangers, askers, attempts }: SignInParts): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();

  app.get("/", (c) => page(c, pathAtDesk(c.req.query("to"))));

  app.post("/", async (c) => {
    const form = (await readForm(c.req.raw, MAX_SIGN_IN_BYTES)) ?? new URLSearchParams();
    return form.has("login") ? withPassword(c, form) : withToken(c, form);
  });

  const withToken = async (c: Context<DeskEnv>, form: URLSearchParams): Promise<Response> => {
    const token = home.secrets.publishToken;
    const to = pathAtDesk(form.get("to"));
    if (!token) return page(c, to, nobodyGetsIn(home.secrets));
    if (!isSameSecret(form.get("token")?.trim() ?? "", token)) {
      await attempts.note(c.req.raw, "publish token", null);
      return refuse(c, to, WRONG_TOKEN);
    }
    await startSession(c, home, null, deskPath(site));
    return c.redirect(deskPath(site, to), 303);
  };

  const withPassword = async (c: Context<DeskEnv>, form: URLSearchParams): Promise<Response> => {
    const to = pathAtDesk(form.get("to"));
    const given = { login: form.get("login") ?? "", password: form.get("password") ?? "" };
    const result = await byPassword(home, attempts, c.req.raw, given);
    if (result.status === "slowed") return later(c, to, "Too many tries went wrong", result.seconds);
    if (result.status === "busy") return later(c, to, "Many sign in at this moment", result.seconds, 503);
    if (result.status === "wrong") return page(c, to, WRONG_PASSWORD);
    if (!(await startSession(c, home, result.person, deskPath(site), result.hash))) return page(c, to, WRONG_PASSWORD);
    return c.redirect(deskPath(site, to), 303);
  };

  /** What a passkey is to sign: the desk's script asks for it, and sends the signed answer in the form. */
  app.post("/passkey/options", async (c) => {
    const seconds = await askers.refuse(c.req.raw);
    if (seconds !== null)
      return problem(429, "Passkeys were asked for too often.", undefined, { "retry-after": String(seconds) });
    return c.json(await askForPasskey(home.db, site, Date.now()), 200, NO_STORE);
  });

  app.post("/passkey", async (c) => {
    const form = await readForm(c.req.raw, MAX_SIGN_IN_BYTES);
    const to = pathAtDesk(form?.get("to"));
    const person = await findSigner(home.db, site, form?.get("answer") ?? "", Date.now());
    if (!person) {
      await attempts.note(c.req.raw, "passkey", null);
      return refuse(c, to, WRONG_PASSKEY);
    }
    await startSession(c, home, person, deskPath(site));
    return c.redirect(deskPath(site, to), 303);
  });

  const refuse = async (c: Context<DeskEnv>, to: string, wrong: string): Promise<Response> => {
    const seconds = await strangers.refuse(c.req.raw);
    return seconds === null ? page(c, to, wrong) : later(c, to, `${wrong} Too many wrong ones were sent`, seconds);
  };

  const later = (
    c: Context<DeskEnv>,
    to: string,
    why: string,
    seconds: number,
    status: 429 | 503 = 429,
  ): Promise<Response> => {
    c.header("retry-after", String(seconds));
    return page(c, to, `${why}: wait for ${seconds} seconds.`, status);
  };

  /** @param wrong why nobody is signed in */
  const page = async (
    c: Context<DeskEnv>,
    to: string,
    wrong?: string,
    status: 401 | 429 | 503 = 401,
  ): Promise<Response> => {
    const hasPeople = await isAnybodyThere(home.db);
    return showPage(c, <SignInPage {...{ site, to, wrong, hasPeople }} />, wrong ? status : 200);
  };

  return app;
}

const WRONG_TOKEN = "That is not the publish token.";
const WRONG_PASSWORD = "The name or the password is not right.";
const WRONG_PASSKEY = "The passkey was not taken: try again, or sign in with your password.";

/** A path below the desk that one wanted to go to; empty for whatever could lead elsewhere. */
const pathAtDesk = (to: string | null | undefined): string =>
  to && /^[/?][!-~]*$/.test(to) && to.length < 2_000 ? to : "";
