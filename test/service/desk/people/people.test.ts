import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { type Newsroom, newsroom } from "../../newsroom.ts";
import { select } from "../../store/rows.ts";
import { browserOf, text } from "../browser.ts";
import { apiKey, person, sessionOf, signInAs } from "./team.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

const cameIn = async (cookie: string): Promise<boolean> =>
  (await room.request("GET", "/desk", undefined, { cookie })).status === 200;

describe("the people of the desk", () => {
  it("are listed to owners, with roles, ways in and links that wait", async () => {
    const owner = await signInAs(room, "owner");
    await person("writer", { name: "Bela", login: "bela", password: "x" });
    await owner.post("/desk/people/invite", { name: "Cleo", role: "reader" });
    const page = text(await owner.page("/desk/people"));
    expect(page).toContain("2 people may come to the desk.");
    expect(page).toMatch(/Bela writer · signs in as bela · a password/);
    expect(page).toMatch(/Cleo reader · a link to join/);
    expect(page).not.toContain("link=");
  });

  it("are given another role, which holds at once and ends their sessions, in all instances", async () => {
    const owner = await signInAs(room, "owner");
    const id = await person("writer");
    const cookie = await sessionOf(id);
    const elsewhere = await newsroom(undefined, undefined, {}, { keep: true });
    expect((await owner.post(`/desk/people/${id}/role`, { role: "writer" })).status).toBe(303);
    expect(await cameIn(cookie)).toBe(true);
    expect((await owner.post(`/desk/people/${id}/role`, { role: "reader" })).status).toBe(303);
    expect(await cameIn(cookie)).toBe(false);
    expect((await elsewhere.request("GET", "/desk", undefined, { cookie })).status).toBe(303);
    expect((await owner.post(`/desk/people/${id}/role`, { role: "emperor" })).status).toBe(404);
  });

  it.each([
    ["removed", "remove", { sure: "on" }, ["A system", "CMS", "Deep"]],
    ["made an editor", "role", { role: "editor" }, ["CMS", "Deep"]],
  ])("who are %s come back by no link and no key that they made", async (_, how, fields, revoked) => {
    const other = await signInAs(room, "owner");
    const id = await person("owner", { name: "Bela" });
    const bela = await browserOf(room, await sessionOf(id));
    await bela.post("/desk/people/invite", { name: "Second self", role: "owner" });
    await bela.post("/desk/keys", { name: "A system", scope: "articles:write" });
    const made = await (await bela.post("/desk/keys", { name: "CMS", scope: "people" })).text();
    const key = /wpa_[\w-]+/.exec(made)?.[0] ?? "";
    const deep = { name: "Deep", scopes: ["people"] };
    await room.request("POST", "/api/keys", JSON.stringify(deep), {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
    });
    await other.post("/desk/keys", { name: "Another's", scope: "people" });
    expect(text(await other.page(`/desk/people/${id}`))).toContain("A system, CMS, Deep.");
    expect((await other.post(`/desk/people/${id}/${how}`, fields)).status).toBe(303);
    expect(await select(here.db, "SELECT name FROM invitation")).toEqual([]);
    const gone = await select(here.db, "SELECT name FROM api_key WHERE revoked_at IS NOT NULL ORDER BY name");
    expect(gone).toEqual(revoked.map((name) => ({ name })));
    const log = await select(here.db, "SELECT count(*) AS deeds FROM audit WHERE action = 'key.revoked'");
    expect(log).toEqual([{ deeds: revoked.length }]);
  });

  it("who are the last owner keep what they made", async () => {
    const id = await person("owner");
    const owner = await browserOf(room, await sessionOf(id));
    await owner.post("/desk/people/invite", { name: "Cleo", role: "reader" });
    await owner.post("/desk/keys", { name: "CMS", scope: "people" });
    expect((await owner.post(`/desk/people/${id}/remove`, { sure: "on" })).status).toBe(409);
    expect((await owner.post(`/desk/people/${id}/role`, { role: "editor" })).status).toBe(409);
    expect(await select(here.db, "SELECT name FROM invitation")).toEqual([{ name: "Cleo" }]);
    expect(await select(here.db, "SELECT revoked_at FROM api_key")).toEqual([{ revoked_at: null }]);
  });

  it("are signed out of one place by an owner, and stay where else they are; the log says by whom", async () => {
    const owner = await signInAs(room, "owner");
    const id = await person("writer");
    const [lost, kept] = [await sessionOf(id), await sessionOf(id)];
    expect(await owner.page(`/desk/people/${id}`)).toContain(`value="${lost.slice(5, 21)}"`);
    const ended = await owner.post(`/desk/people/${id}/sessions/end`, { id: lost.slice(5, 21) });
    expect(ended.headers.get("location")).toBe(`/desk/people/${id}?done=ended`);
    expect([await cameIn(lost), await cameIn(kept)]).toEqual([false, true]);
    // Of nobody else than the one whose page it is.
    await owner.post(`/desk/people/${id}/sessions/end`, { id: owner.cookie.slice(5, 21) });
    expect(await cameIn(owner.cookie)).toBe(true);
    const log = await select(here.db, "SELECT actor_name, subject FROM audit WHERE action = 'session.ended'");
    expect(log).toEqual([{ actor_name: "The owner", subject: lost.slice(5, 21) }]);
  });

  it("are removed for good, with sessions and passkeys; their name is free, and what they did stays theirs", async () => {
    const owner = await signInAs(room, "owner");
    const id = await person("editor", { name: "Bela", login: "bela" });
    const cookie = await sessionOf(id);
    expect((await owner.post(`/desk/people/${id}/remove`, {})).status).toBe(422);
    expect(await cameIn(cookie)).toBe(true);
    expect((await owner.post(`/desk/people/${id}/remove`, { sure: "on" })).status).toBe(303);
    expect(await cameIn(cookie)).toBe(false);
    expect((await owner.get(`/desk/people/${id}`)).status).toBe(404);
    await person("reader", { login: "bela" });
    const log = (await select(
      here.db,
      "SELECT action, actor_name, detail FROM audit WHERE subject_kind = 'person'",
    )) as {
      action: string;
    }[];
    expect(log.at(-1)).toEqual({
      ...{ action: "person.removed", actor_name: "The owner" },
      detail: JSON.stringify({ name: "Bela" }),
    });
  });

  it("always have an owner: the last one neither goes nor becomes something else, and of two at once one stays", async () => {
    const [a, b] = [await person("owner"), await person("owner")];
    const [ofA, ofB] = [await browserOf(room, await sessionOf(a)), await browserOf(room, await sessionOf(b))];
    const answers = await Promise.all([
      ofA.post(`/desk/people/${b}/role`, { role: "reader" }),
      ofB.post(`/desk/people/${a}/remove`, { sure: "on" }),
    ]);
    expect(answers.filter(({ status }) => status === 303).length).toBeLessThanOrEqual(1);
    const owners = await select(here.db, "SELECT id FROM person WHERE role = 'owner' AND removed_at IS NULL");
    expect(owners).toHaveLength(1);
    const [{ id }] = owners as [{ id: string }];
    const last = await browserOf(room, await sessionOf(id));
    expect((await last.post(`/desk/people/${id}/role`, { role: "editor" })).status).toBe(409);
    expect((await last.post(`/desk/people/${id}/remove`, { sure: "on" })).status).toBe(409);
  });
});

describe("a key that may let people in", () => {
  const ask = (key: string, method: string, path: string, body?: unknown) =>
    room.request(method, path, body, { authorization: `Bearer ${key}` });

  it("gives nobody more than it has, neither a role nor a key, and takes nothing from who has more", async () => {
    const { key } = await apiKey(["people", "articles:read"]);
    const owner = await person("owner");
    for (const [method, path, body] of [
      ["POST", "/api/people", { name: "Bela", role: "reader" }],
      ["PATCH", `/api/people/${owner}`, { role: "reader" }],
      ["DELETE", `/api/people/${owner}`],
      ["POST", "/api/people/first"],
      ["POST", "/api/keys", { name: "Bela", scopes: ["people", "export"] }],
    ] as const)
      expect((await ask(key, method, path, body)).status, `${method} ${path}`).toBe(403);
    const less = await ask(key, "POST", "/api/keys", { name: "Less", scopes: ["articles:read"] });
    expect(less.status).toBe(201);
  });

  it("invites, changes and removes whom it may", async () => {
    const desk = (method: string, path: string, body?: unknown) => room.request(method, path, body);
    expect((await desk("POST", "/api/people", { name: "Bela", role: "writer" })).status).toBe(201);
    const id = await person("writer");
    expect(await (await desk("PATCH", `/api/people/${id}`, { role: "editor" })).json()).toMatchObject({
      role: "editor",
    });
    expect((await desk("DELETE", `/api/people/${id}`)).status).toBe(200);
    expect((await desk("DELETE", `/api/people/${id}`)).status).toBe(404);
    expect((await desk("PATCH", `/api/people/${id}`, { role: "x" })).status).toBe(422);
  });
});
