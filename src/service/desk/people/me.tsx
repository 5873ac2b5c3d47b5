import { type Context, Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { deviceOf } from "../../../people/device.ts";
import { passwordFault } from "../../../people/password-fault.ts";
import { hashPassword } from "../../../people/password-hash.ts";
import type { DeskPerson } from "../../../people/person.ts";
import type { Home } from "../../home.ts";
import { NO_STORE } from "../../http/no-store.ts";
import { problem } from "../../http/problem.ts";
import { deletePasskey, listPasskeys } from "../../store/passkeys.ts";
import { changePassword, findPerson } from "../../store/people.ts";
import { deleteSession, listSessions } from "../../store/sessions.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { type DeskEnv, endSession, isFresh, startSession } from "../session.ts";
import type { Attempts } from "./attempts.ts";
import { byPassword } from "./by-password.ts";
import { addPasskey, askForNewPasskey } from "./ceremonies.ts";
import { MePage } from "./me-page.tsx";

/** `/desk/people/me`: by what one signs in, and where one is signed in. Whoever is signed in may. */
export function mePages(home: Home, catalog: Catalog, attempts: Attempts): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();
  const back = (c: Context<DeskEnv>, done: string) => c.redirect(deskPath(site, `/people/me?done=${done}`), 303);

  app.get("/", (c) => page(c));

  app.post("/password", async (c) => {
    const { person } = c.get("session");
    if (!person) return showMessage(c, site, OF_PEOPLE);
    const form = c.get("form");
    const found = await findPerson(home.db, person.id);
    // Whoever sits down at an open desk is not to make it theirs.
    if (found?.has_password === 1) {
      const given = { login: person.login, password: form.get("current") ?? "" };
      const known = await byPassword(home, attempts, c.req.raw, given);
      if (known.status === "slowed") return page(c, `Too many tries went wrong: wait for ${known.seconds} seconds.`);
      if (known.status === "busy") return page(c, `Many sign in at this moment: wait for ${known.seconds} seconds.`);
      if (known.status === "wrong") return page(c, "The present password is not right.");
    } else if (!isFresh(c.get("session"), Date.now())) return showMessage(c, site, SIGN_IN_AGAIN);
    const password = form.get("password") ?? "";
    const fault = passwordFault(password, [person.name, person.login, site.title]);
    if (fault !== null) return page(c, fault);
    const hashed = await hashPassword(password);
    await changePassword(
      home.db,
      c.get("actor"),
      { id: person.id, password: hashed, session: c.get("session").id },
      Date.now(),
    );
    await startSession(c, home, person, deskPath(site), hashed);
    return back(c, "password");
  });

  /** What a new passkey is asked for: the desk's script asks, and sends the browser's answer in the form. */
  app.post("/passkeys/options", async (c) => {
    const { person } = c.get("session");
    if (!person) return problem(403, "The publish token has no passkeys.");
    if (!isFresh(c.get("session"), Date.now())) return problem(403, "Sign in again first: your session is not fresh.");
    return c.json(await askForNewPasskey(home.db, site, person, Date.now()), 200, NO_STORE);
  });

  app.post("/passkeys", async (c) => {
    const { person } = c.get("session");
    if (!person) return showMessage(c, site, OF_PEOPLE);
    if (!isFresh(c.get("session"), Date.now())) return showMessage(c, site, SIGN_IN_AGAIN);
    const answer = c.get("form").get("answer") ?? "";
    const label = deviceOf(c.req.header("user-agent"));
    const added = await addPasskey(
      home.db,
      site,
      c.get("actor"),
      { person: person.id, session: c.get("session").id, label, answer },
      Date.now(),
    );
    return added ? back(c, "passkey") : page(c, "The passkey was not taken: try again.");
  });

  app.post("/passkeys/remove", async (c) => {
    const { person } = c.get("session");
    if (!person) return showMessage(c, site, OF_PEOPLE);
    const id = c.get("form").get("id") ?? "";
    const removed = await deletePasskey(home.db, c.get("actor"), { id, person: person.id }, Date.now());
    return removed ? back(c, "removed") : page(c, "It stays: it is the only way in that you have.");
  });

  app.post("/sessions/end", async (c) => {
    const { id: own, person, actor } = c.get("session");
    const id = c.get("form").get("id") ?? "";
    if (id === own) {
      await endSession(c, home.db, deskPath(site));
      return c.redirect(deskPath(site, "/sign-in"), 303);
    }
    await deleteSession(home.db, actor, { id, person: person?.id ?? null }, Date.now());
    return back(c, "ended");
  });

  const SIGN_IN_AGAIN: Message = {
    status: 403,
    title: "Sign in again first",
    why: (
      <p>
        A new way in is made only within five minutes of signing in, so that nobody who sits down at an open desk makes
        it theirs. Nothing was changed. <a href={deskPath(site, "/sign-in?to=/people/me")}>Sign in again</a>
      </p>
    ),
  };

  const page = async (c: Context<DeskEnv>, wrong?: string): Promise<Response> => {
    const now = Date.now();
    const session = c.get("session");
    const [sessions, own] = await Promise.all([
      listSessions(home.db, session.person?.id ?? null, now),
      session.person && ownWays(home.db, session.person),
    ]);
    const done = c.req.query("done");
    const isNew = c.req.query("new") !== undefined;
    return showPage(
      c,
      <MePage {...{ site, session, sessions, own, done, isNew, wrong, now }} />,
      wrong === undefined ? 200 : 422,
    );
  };

  return app;
}

const ownWays = async (db: Home["db"], { id }: DeskPerson) => {
  const [person, passkeys] = await Promise.all([findPerson(db, id), listPasskeys(db, id)]);
  return { hasPassword: person?.has_password === 1, passkeys };
};

const OF_PEOPLE: Message = {
  status: 403,
  title: "The publish token has none",
  why: <p>Passwords and passkeys are of people: sign in by your name.</p>,
};
