import { type Context, Hono } from "hono";
import * as z from "zod";
import { parseInput } from "../../../article/parse.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import { passwordFault } from "../../../people/password-fault.ts";
import { hashPassword } from "../../../people/password-hash.ts";
import { loginSchema, nameSchema, suggestLogin } from "../../../people/person.ts";
import { hashSecret, mintId } from "../../../people/secret.ts";
import type { Home } from "../../home.ts";
import { findInvitation, type Invitation, joinAgain, joinNew } from "../../store/invitations.ts";
import { findPerson, type ListedPerson } from "../../store/people.ts";
import { readForm } from "../form.tsx";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { type DeskEnv, startSession } from "../session.ts";
import { type JoinFields, JoinPage } from "./join-page.tsx";

/** A link, two names and a password. Bytes. */
const MAX_JOIN_BYTES = 20_000;

const joinForm = z.object({ name: nameSchema, login: loginSchema });

/** `/desk/join`: where an invitation's link leads. Whoever has it chooses a name and a password, or a passkey. */
export function join(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();

  app.get("/", async (c) => {
    const link = c.req.query("link") ?? "";
    const invited = await findInvited(link);
    if (!invited) return showMessage(c, site, NOT_GOOD);
    const { invitation, again } = invited;
    const name = again?.name ?? invitation.name;
    return page(c, invited, { link, name, login: again?.login ?? suggestLogin(name) });
  });

  app.post("/", async (c) => {
    const form = (await readForm(c.req.raw, MAX_JOIN_BYTES)) ?? new URLSearchParams();
    const link = form.get("link") ?? "";
    const invited = await findInvited(link);
    if (!invited) return showMessage(c, site, NOT_GOOD);
    const { invitation, again } = invited;
    const given = again ?? { name: form.get("name") ?? "", login: form.get("login") ?? "" };
    const fields: JoinFields = { link, name: given.name, login: given.login };
    const parsed = parseInput(joinForm, { name: given.name, login: given.login });
    if (parsed.status === "problems")
      return page(c, invited, { ...fields, wrong: parsed.problems.map(sentenceOf).join(" ") });
    const { name, login } = parsed.data;
    const byPasskey = form.get("with") === "passkey";
    const password = form.get("password") ?? "";
    const fault = byPasskey ? null : passwordFault(password, [name, login, site.title]);
    if (fault !== null) return page(c, invited, { ...fields, wrong: fault });
    const person = { id: again?.id ?? mintId(), name, login, role: again?.role ?? invitation.role };
    const joining = {
      hash: hashSecret(link),
      person,
      password: byPasskey ? null : await hashPassword(password),
    };
    const joined = await (again ? joinAgain : joinNew)(home.db, joining, Date.now());
    if (!joined)
      return (await findInvited(link))
        ? page(c, invited, { ...fields, wrong: "Somebody else signs in by this name: choose another one." })
        : showMessage(c, site, NOT_GOOD);
    await startSession(c, home, person, deskPath(site));
    return c.redirect(deskPath(site, byPasskey ? "/people/me?new" : ""), 303);
  });

  /** The invitation of a link, and whom it lets in again; null where it is good no more. */
  async function findInvited(link: string): Promise<Invited | null> {
    const invitation = link === "" ? null : await findInvitation(home.db, hashSecret(link), Date.now());
    if (!invitation) return null;
    if (invitation.person === null) return { invitation, again: null };
    const again = await findPerson(home.db, invitation.person);
    return again && { invitation, again };
  }

  const page = (c: Context<DeskEnv>, { invitation, again }: Invited, fields: JoinFields): Promise<Response> =>
    showPage(
      c,
      <JoinPage site={site} role={again?.role ?? invitation.role} isKnown={again !== null} fields={fields} />,
      fields.wrong === undefined ? 200 : 422,
    );

  return app;
}

interface Invited {
  invitation: Invitation;
  again: ListedPerson | null;
}

/** `The login is empty.` */
const sentenceOf = ({ path, detail }: { path: string; detail: string }): string =>
  `The ${path === "/login" ? "name to sign in by" : "name"} ${detail}.`;

const NOT_GOOD: Message = {
  status: 410,
  title: "This link is good no more",
  why: <p>It was used, or withdrawn, or is too old. Ask whoever sent it for a new one.</p>,
};
