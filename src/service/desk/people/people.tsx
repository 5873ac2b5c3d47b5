import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Catalog } from "../../../feed/catalog.ts";
import { mayGive, nameSchema, roleSchema } from "../../../people/person.ts";
import { type PersonRole, ROLES } from "../../../people/roles.ts";
import type { Home } from "../../home.ts";
import { invite } from "../../jobs/invite.ts";
import { deleteInvitation, listInvitations } from "../../store/invitations.ts";
import { changeRole, findPerson, listPeople, removePerson } from "../../store/people.ts";
import { deleteSession, listSessions } from "../../store/sessions.ts";
import { listKeysMadeBy } from "../../store/take-back-made.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { LinkPage } from "./link-page.tsx";
import { PeoplePage } from "./people-page.tsx";
import { PersonPage } from "./person-page.tsx";

const inviteForm = z.object({ name: nameSchema, role: roleSchema });
const roleForm = z.object({ role: roleSchema });

/** `/desk/people`: who may come to the desk, and as what. */
export function peoplePages(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();
  const mayManage = mayDo(site, "people");

  app.get("/", mayManage, (c) => page(c));

  app.post("/invite", mayManage, async (c) => {
    const form = inviteForm.safeParse(Object.fromEntries(c.get("form")));
    if (!form.success) return page(c, "A name and a role are needed.");
    const { name, role } = form.data;
    if (!mayGiveRole(c, role)) return showMessage(c, site, TOO_MUCH);
    const made = await invite(home.db, site, c.get("actor"), { name, role }, Date.now());
    return showPage(c, <LinkPage {...{ site, name, role, made }} session={c.get("session")} isKnown={false} />, 201);
  });

  app.post("/invitations/:id/withdraw", mayManage, async (c) => {
    const now = Date.now();
    const invitation = (await listInvitations(home.db, now)).find(({ id }) => id === c.req.param("id"));
    const done = invitation && (await deleteInvitation(home.db, c.get("actor"), invitation, now));
    return done ? c.redirect(deskPath(site, "/people"), 303) : showMessage(c, site, NO_SUCH_INVITATION);
  });

  app.get("/:id", mayManage, (c) => personPage(c, c.req.param("id")));

  app.post("/:id/role", mayManage, async (c) => {
    const form = roleForm.safeParse(Object.fromEntries(c.get("form")));
    const person = await findPerson(home.db, c.req.param("id"));
    if (!person || !form.success) return showMessage(c, site, NO_SUCH_PERSON);
    const { role } = form.data;
    if (!mayGiveRole(c, role) || !mayGiveRole(c, person.role)) return showMessage(c, site, TOO_MUCH);
    if (role === person.role) return c.redirect(deskPath(site, `/people/${person.id}`), 303);
    const done = await changeRole(home.db, c.get("actor"), { ...person, role }, Date.now());
    return done ? c.redirect(deskPath(site, `/people/${person.id}?done=role`), 303) : showMessage(c, site, LAST_OWNER);
  });

  /** For somebody who has lost what one signs in by. */
  app.post("/:id/link", mayManage, async (c) => {
    const person = await findPerson(home.db, c.req.param("id"));
    if (!person) return showMessage(c, site, NO_SUCH_PERSON);
    if (!mayGiveRole(c, person.role)) return showMessage(c, site, TOO_MUCH);
    const { id, name, role } = person;
    const made = await invite(home.db, site, c.get("actor"), { name, role, person: id }, Date.now());
    return showPage(c, <LinkPage {...{ site, name, role, made }} session={c.get("session")} isKnown />, 201);
  });

  /** Of a device that was lost, or left open somewhere. */
  app.post("/:id/sessions/end", mayManage, async (c) => {
    const person = await findPerson(home.db, c.req.param("id"));
    if (!person) return showMessage(c, site, NO_SUCH_PERSON);
    if (!mayGiveRole(c, person.role)) return showMessage(c, site, TOO_MUCH);
    const session = { id: c.get("form").get("id") ?? "", person: person.id };
    await deleteSession(home.db, c.get("actor"), session, Date.now());
    return c.redirect(deskPath(site, `/people/${person.id}?done=ended`), 303);
  });

  app.post("/:id/remove", mayManage, async (c) => {
    const person = await findPerson(home.db, c.req.param("id"));
    if (!person) return showMessage(c, site, NO_SUCH_PERSON);
    if (!mayGiveRole(c, person.role)) return showMessage(c, site, TOO_MUCH);
    if (!c.get("form").has("sure")) return personPage(c, person.id, "Tick the box first: it cannot be undone.");
    const done = await removePerson(home.db, c.get("actor"), person, Date.now());
    return done ? c.redirect(deskPath(site, "/people"), 303) : showMessage(c, site, LAST_OWNER);
  });

  /** Nobody gives more than one has, nor takes it. */
  const mayGiveRole = (c: Context<DeskEnv>, role: PersonRole): boolean => mayGive(c.get("scopes"), ROLES[role]);

  const page = async (c: Context<DeskEnv>, wrong?: string): Promise<Response> => {
    const now = Date.now();
    const [people, invitations] = await Promise.all([listPeople(home.db), listInvitations(home.db, now)]);
    const list = <PeoplePage {...{ site, people, invitations, wrong, now }} session={c.get("session")} />;
    return showPage(c, list, wrong === undefined ? 200 : 422);
  };

  const personPage = async (c: Context<DeskEnv>, id: string, wrong?: string): Promise<Response> => {
    const now = Date.now();
    const person = await findPerson(home.db, id);
    if (!person) return showMessage(c, site, NO_SUCH_PERSON);
    const [sessions, madeKeys] = await Promise.all([listSessions(home.db, id, now), listKeysMadeBy(home.db, id, now)]);
    const said = c.req.query("done");
    const done = said === "role" || said === "ended" ? said : undefined;
    return showPage(
      c,
      <PersonPage {...{ site, person, sessions, madeKeys, done, wrong, now }} session={c.get("session")} />,
      wrong === undefined ? 200 : 422,
    );
  };

  return app;
}

const NO_SUCH_PERSON: Message = { status: 404, title: "No such person", why: <p>Nobody here is called so.</p> };
const NO_SUCH_INVITATION: Message = {
  status: 404,
  title: "No such link",
  why: <p>It was used, or withdrawn before.</p>,
};
const TOO_MUCH: Message = {
  status: 403,
  title: "More than you have",
  why: <p>Nobody gives a role that may do more than one’s own. Nothing was changed.</p>,
};
const LAST_OWNER: Message = {
  status: 409,
  title: "The last owner stays",
  why: <p>Somebody has to let people in. Make somebody else an owner first.</p>,
};
