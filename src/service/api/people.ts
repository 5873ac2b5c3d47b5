import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Catalog } from "../../feed/catalog.ts";
import { mayGive, nameSchema, roleSchema } from "../../people/person.ts";
import { type PersonRole, ROLES } from "../../people/roles.ts";
import { answersJson, answersProblem, badBody } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { named } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { invite, inviteFirstOwner, type MadeInvitation } from "../jobs/invite.ts";
import { changeRole, findPerson, type ListedPerson, listPeople, removePerson } from "../store/people.ts";
import { listedPerson, personList, removedPerson, shownInvitation } from "./answers/people.ts";
import { parseSmallBody } from "./parse-small-body.ts";
import { toIso } from "./to-iso.ts";

const invitationSchema = z.strictObject({ name: nameSchema, role: roleSchema });
const changeSchema = z.strictObject({ role: roleSchema });

/** `/api/people`: who may come to the desk, and as what. */
export function people(home: Home, { site }: Catalog): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("people"),
    describes(() => ({
      operationId: "listPeople",
      part: "People",
      summary: "Everybody who may come to the desk, with their roles",
      answers: { 200: answersJson("The people.", personList()) },
    })),
    async (c) => c.json({ people: (await listPeople(home.db)).map(describePerson) }, 200, NO_STORE),
  );

  app.post(
    "/",
    need("people"),
    describes(() => ({
      operationId: "invitePerson",
      part: "People",
      summary: "Invite somebody, by a name and a role",
      description: "The answer is a link that is good once. Nobody gives more than one has.",
      body: {
        content: { "application/json": { schema: invitationSchema, example: { name: "Ada Quayle", role: "editor" } } },
      },
      answers: { 201: answersJson("The link, which no other answer shows.", shownInvitation()), ...badBody() },
    })),
    async (c) => {
      const input = await parseSmallBody(c, invitationSchema);
      if (input instanceof Response) return input;
      if (!mayGiveRole(c, input.role)) return tooMuch();
      return c.json(describeLink(await invite(home.db, site, c.get("actor"), input, Date.now())), 201, NO_STORE);
    },
  );

  /** What a start prints while nobody has joined. */
  app.post(
    "/first",
    need("people"),
    describes(() => ({
      operationId: "inviteFirstOwner",
      part: "People",
      summary: "The link of whoever is to be the first owner, in the place of the one before",
      answers: {
        201: answersJson("The link, which no other answer shows.", shownInvitation()),
        409: answersProblem("Somebody has joined."),
      },
    })),
    async (c) => {
      if (!mayGiveRole(c, "owner")) return tooMuch();
      const made = await inviteFirstOwner(home.db, site, c.get("actor"), Date.now());
      return made ? c.json(describeLink(made), 201, NO_STORE) : problem(409, "Somebody has joined: an owner invites.");
    },
  );

  app.patch(
    "/:id",
    need("people"),
    describes(() => ({
      operationId: "changePerson",
      part: "People",
      summary: "Give somebody another role; their sessions end",
      params: { id: personId() },
      body: { content: { "application/json": { schema: changeSchema, example: { role: "writer" } } } },
      answers: { 200: answersJson("Changed.", listedPerson()), 404: noSuchPerson(), 409: isLastOwner(), ...badBody() },
    })),
    async (c) => {
      const input = await parseSmallBody(c, changeSchema);
      if (input instanceof Response) return input;
      const person = await findPerson(home.db, c.req.param("id"));
      if (!person) return noPerson();
      if (!mayGiveRole(c, input.role) || !mayGiveRole(c, person.role)) return tooMuch();
      const changed = { ...person, ...input };
      if (changed.role !== person.role && !(await changeRole(home.db, c.get("actor"), changed, Date.now())))
        return lastOwner();
      return c.json(describePerson(changed), 200, NO_STORE);
    },
  );

  app.delete(
    "/:id",
    need("people"),
    describes(() => ({
      operationId: "removePerson",
      part: "People",
      summary: "Let somebody in no more",
      params: { id: personId() },
      answers: { 200: answersJson("Removed.", removedPerson()), 404: noSuchPerson(), 409: isLastOwner() },
    })),
    async (c) => {
      const person = await findPerson(home.db, c.req.param("id"));
      if (!person) return noPerson();
      if (!mayGiveRole(c, person.role)) return tooMuch();
      const removed = await removePerson(home.db, c.get("actor"), person, Date.now());
      return removed ? c.json({ status: "removed", id: person.id }, 200, NO_STORE) : lastOwner();
    },
  );

  return app;
}

/** Nobody gives more than one has, nor takes it. */
const mayGiveRole = (c: Context<SignedEnv>, role: PersonRole): boolean => mayGive(c.get("scopes"), ROLES[role]);

const personId = () => named("The person's id.", "0123456789abcdef");
const noSuchPerson = () => answersProblem("Nobody has this id.");
const isLastOwner = () => answersProblem("The last owner stays.");

const tooMuch = (): Response => problem(403, "This key may not do all that the role may.");
const noPerson = (): Response => problem(404, "Nobody here has this id.");
const lastOwner = (): Response => problem(409, "The last owner stays: make somebody else an owner first.");

const describePerson = ({ id, login, name, role, has_password, passkeys, created_at }: ListedPerson) => ({
  ...{ id, login, name, role, passkeys },
  password: has_password === 1,
  joined_at: toIso(created_at),
});

/** The only answer that ever holds the link. */
const describeLink = ({ id, url, expires_at }: MadeInvitation) => ({ id, url, expires_at: toIso(expires_at) });
