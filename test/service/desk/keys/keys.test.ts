import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { API_KEY_MEMORY } from "../../../../src/service/http/known-api-keys.ts";
import { here } from "../../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { select } from "../../store/rows.ts";
import { browserOf, encode, FORM, ORIGIN, text } from "../browser.ts";
import { apiKey, person, sessionOf } from "../people/team.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => void vi.useRealTimers());

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const asked = async (key: string) =>
  (await room.request("GET", "/api/feeds", undefined, { authorization: `Bearer ${key}` })).status;

describe("keys at the desk", () => {
  it("are made for what is ticked, shown once, used under their name, and revoked in all instances", async () => {
    const id = await person("owner", { name: "Ada" });
    const desk = await browserOf(room, await sessionOf(id));
    const form_token = /name="form_token" value="([^"]+)"/.exec(await desk.page("/desk/keys"))?.[1] ?? "";
    const fields = `${encode({ form_token, name: "Our CMS", days: "30" })}&scope=feeds%3Aread&scope=articles%3Awrite`;
    const made = await room.request("POST", "/desk/keys", fields, { cookie: desk.cookie, ...FORM, ...ORIGIN });
    const key = /id="key">(wpa_[^<]+)</.exec(await made.text())?.[1] ?? "";
    expect([made.status, await asked(key)]).toEqual([201, 200]);
    const { id: _, ...body } = article("a");
    await room.request("PUT", "/api/articles/a", body, { authorization: `Bearer ${key}` });
    const by = "SELECT actor_kind, actor_name FROM audit WHERE subject = 'a'";
    expect(await select(here.db, by)).toEqual([{ actor_kind: "key", actor_name: "Our CMS" }]);
    const page = await desk.page("/desk/keys");
    expect(page).not.toContain(key);
    expect(text(page)).toMatch(/Our CMS wpa_\w+… · made by Ada just now · last used just now · ends in 4 weeks/);
    expect(text(page)).toContain("publish token everything");
    const keyId = /keys\/(\w+)\/revoke/.exec(page)?.[1] ?? "";
    const elsewhere = await newsroom(undefined, undefined, {}, { keep: true });
    expect((await elsewhere.request("GET", "/api/feeds", undefined, { authorization: `Bearer ${key}` })).status).toBe(
      200,
    );
    expect((await desk.post(`/desk/keys/${keyId}/revoke`, {})).status).toBe(303);
    await wait(API_KEY_MEMORY + 50);
    for (const instance of [room, elsewhere])
      expect((await instance.request("GET", "/api/feeds", undefined, { authorization: `Bearer ${key}` })).status).toBe(
        401,
      );
    expect(JSON.stringify(await select(here.db, "SELECT * FROM api_key"))).not.toContain(key.slice(17));
    const deeds = "SELECT action FROM audit WHERE subject_kind = 'key' ORDER BY id";
    expect(await select(here.db, deeds)).toEqual([{ action: "key.created" }, { action: "key.revoked" }]);
  });

  it("need a name, and something that they may do", async () => {
    const desk = await browserOf(room, await sessionOf(await person("owner")));
    expect((await desk.post("/desk/keys", { name: "Nothing" })).status).toBe(422);
    expect((await desk.post("/desk/keys", { name: "", scope: "people" })).status).toBe(422);
    expect((await desk.post("/desk/keys", { name: "Other", scope: "everything" })).status).toBe(422);
    expect((await desk.post("/desk/keys/none/revoke", {})).status).toBe(404);
  });
});

describe("keys of the API", () => {
  it("are made, listed without their secrets, and revoked once; the publish token is one of them", async () => {
    const expires_at = "2999-01-01T00:00:00.000Z";
    const made = await room.request("POST", "/api/keys", { name: "CMS", scopes: ["feeds:read"], expires_at });
    const { id, key } = (await made.json()) as { id: string; key: string };
    expect([made.status, await asked(key)]).toEqual([201, 200]);
    const list = await (await room.request("GET", "/api/keys")).text();
    expect(list).not.toContain(key);
    expect(JSON.parse(list)).toMatchObject({
      keys: [
        { id: "publish-token" },
        { id, name: "CMS", scopes: ["feeds:read"], expires_at, made_by: "publish token" },
      ],
    });
    const revoke = async (one: string) => (await room.request("DELETE", `/api/keys/${one}`)).status;
    expect([await revoke(id), await revoke(id), await revoke("publish-token")]).toEqual([200, 404, 409]);
  });

  it("revoke themselves, and none that may do more", async () => {
    const [office, cms] = [await apiKey(["people"]), await apiKey(["people", "articles:write"])];
    const revoke = async (id: string, key: string) =>
      (await room.request("DELETE", `/api/keys/${id}`, undefined, { authorization: `Bearer ${key}` })).status;
    expect(await revoke(cms.id, office.key)).toBe(403);
    expect(await revoke(office.id, cms.key)).toBe(200);
    expect(await revoke(cms.id, cms.key)).toBe(200);
  });

  it.each([
    [{ scopes: ["feeds:read"] }, "/name"],
    [{ name: "x", scopes: [] }, "/scopes"],
    [{ name: "x", scopes: ["all"] }, "/scopes/0"],
    [{ name: "x", scopes: ["feeds:read"], expires_at: "2001-01-01T00:00:00Z" }, "/expires_at"],
    [{ name: "x", scopes: ["feeds:read"], role: "owner" }, "/role"],
  ])("are not made of %j", async (body, path) => {
    const answer = await room.request("POST", "/api/keys", body);
    expect([answer.status, await answer.json()]).toMatchObject([422, { problems: [{ path }] }]);
  });

  it("note their use at most once a minute", async () => {
    const made = await room.request("POST", "/api/keys", { name: "CMS", scopes: ["feeds:read"] });
    const { key } = (await made.json()) as { key: string };
    const used = async () =>
      ((await select(here.db, "SELECT used_at FROM api_key")) as [{ used_at: number }])[0].used_at;
    vi.useFakeTimers({ toFake: ["Date"], now: 1e12 });
    await asked(key);
    vi.setSystemTime(1e12 + 59_000);
    await asked(key);
    expect(await used()).toBe(1e12);
    vi.setSystemTime(1e12 + 60_000);
    await asked(key);
    await wait(20);
    expect(await used()).toBe(1e12 + 60_000);
  });
});
