import { beforeAll, describe, expect, it } from "vitest";
import { type PersonRole, ROLES } from "../../../src/people/roles.ts";
import { ALL_SCOPES, type Scope } from "../../../src/people/scopes.ts";
import { here } from "../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { browserOf, encode, FORM, ORIGIN } from "./browser.ts";
import { NEEDED } from "./needed.ts";
import { apiKey, person, sessionOf } from "./people/team.ts";
import { servedRoutes } from "./served-routes.ts";

const TABLE = Object.entries(NEEDED).map(([route, needed]) => {
  const [method = "", pattern = ""] = route.split(" ");
  // What there is, where it is looked for before it is asked who may.
  const path = pattern
    .replace(/:revision/, "1")
    .replace(/:slug\{\.\+\}/, "all")
    .replace(/:\w+(?:\{[^}]*\})?/g, "a");
  return { route, needed, method, path };
});
const ofApi = TABLE.filter(({ path, needed }) => path.startsWith("/api") && needed !== "anybody");
const ofDesk = TABLE.filter(({ path }) => path.startsWith("/desk"));

it("the table has every route, and none that is not there", () => {
  const served = servedRoutes();
  expect(served.length).toBeGreaterThan(60);
  expect(served.filter((route) => !(route in NEEDED))).toEqual([]);
  expect(Object.keys(NEEDED).filter((route) => !served.includes(route))).toEqual([]);
});

let room: Newsroom;
beforeAll(async () => {
  room = await newsroom();
  await room.put(article("a"));
});

/** What a holder of this header is answered. A body that is wrong comes after the question who may. */
async function withHeader(authorization: string, { method, path }: (typeof TABLE)[number]): Promise<Response> {
  const body = method === "GET" || method === "DELETE" ? undefined : "{";
  const answer = await room.request(method, path, body, { authorization });
  // A long answer is not waited for.
  await answer.body?.cancel();
  return answer;
}

const verdict = (status: number): string => (status === 401 ? "who are you" : status === 403 ? "no" : "yes");

describe("a key of a system may do what it is for, and nothing else", () => {
  it.each([...ALL_SCOPES])("%s", async (scope) => {
    const { key } = await apiKey([scope]);
    for (const route of ofApi) {
      const { status } = await withHeader(`Bearer ${key}`, route);
      const may = route.needed === scope || route.needed === "signed in";
      expect(verdict(status), route.route).toBe(
        // It makes no owner: it may do more than the key.
        may && route.route !== "POST /api/people/first" ? "yes" : "no",
      );
    }
  });

  it.each(Object.keys(ROLES) as PersonRole[])("one that has what a role has: %s", async (role) => {
    const { key } = await apiKey([...ROLES[role]]);
    for (const route of ofApi) {
      const { status } = await withHeader(`Bearer ${key}`, route);
      const may = route.needed === "signed in" || ROLES[role].has(route.needed as Scope);
      expect(verdict(status), route.route).toBe(may ? "yes" : "no");
    }
  });
});

describe("the API knows nobody", () => {
  it.each([
    ["without a header", async () => ""],
    ["with a key that never was", async () => `Bearer wpa_0123456789ab_${"a".repeat(43)}000000`],
    [
      "with a key that was revoked",
      async () => {
        const { id, key } = await apiKey([...ALL_SCOPES]);
        await here.db.prepare("UPDATE api_key SET revoked_at = 1 WHERE id = ?").bind(id).run();
        return `Bearer ${key}`;
      },
    ],
    ["with a key that has ended", async () => `Bearer ${(await apiKey([...ALL_SCOPES], 1)).key}`],
    ["with a session of the desk", async () => `Bearer ${(await sessionOf(await person("owner"))).slice(5)}`],
  ])("%s", async (_, header) => {
    const authorization = await header();
    for (const route of ofApi) expect((await withHeader(authorization, route)).status, route.route).toBe(401);
  });
});

describe("somebody at the desk may do what the role may, and nothing else", () => {
  it.each(Object.keys(ROLES) as PersonRole[])("%s", async (role) => {
    const id = await person(role);
    for (const { route, needed, method, path } of ofDesk) {
      // Each begins with a session of its own: some end it.
      const desk = await browserOf(room, await sessionOf(id));
      const answer = method === "GET" ? await desk.get(path) : await desk.post(path, {});
      const may = needed === "signed in" || needed === "anybody" || ROLES[role].has(needed as Scope);
      expect(answer.status === 403, route).toBe(!may);
      if (!may) expect(await answer.text(), route).toContain("Not yours to do");
      else if (route !== "POST /desk/sign-out")
        expect(answer.headers.get("location") ?? "", route).not.toContain("/sign-in");
    }
  });
});

describe("the desk knows nobody, and sends them to sign in", () => {
  it.each([
    ["without a cookie", async () => ""],
    [
      "with a session that was ended",
      async () => {
        const cookie = await sessionOf(await person("owner"));
        const desk = await browserOf(room, cookie);
        await desk.post("/desk/sign-out", {});
        return cookie;
      },
    ],
    [
      "with a session of somebody who was removed",
      async () => {
        const id = await person("owner");
        const cookie = await sessionOf(id);
        await here.db.prepare("UPDATE person SET removed_at = 1 WHERE id = ?").bind(id).run();
        return cookie;
      },
    ],
    ["with another's secret", async () => `${(await sessionOf(await person("owner"))).slice(0, 22)}${"A".repeat(43)}`],
    ["with an API key for a cookie", async () => `desk=${(await apiKey([...ALL_SCOPES])).key}`],
  ])("%s", async (_, made) => {
    const cookie = await made();
    for (const { route, needed, method, path } of ofDesk.filter((one) => one.needed !== "anybody")) {
      const body = method === "GET" ? undefined : encode({ form_token: "x" });
      const answer = await room.request(method, path, body, { cookie, ...FORM, ...ORIGIN });
      const told = [answer.status, answer.headers.get("location")];
      // What the desk's script sends is answered to it, so that no text is lost.
      if (answer.status === 401) expect(route).toBe("POST /desk/drafts/:id/autosave");
      else expect(told, `${route} ${needed}`).toEqual([303, expect.stringContaining("/desk/sign-in")]);
    }
  });
});

describe("another site's form does nothing, whoever is signed in", () => {
  it("comes from elsewhere, or without the session's token", async () => {
    const cookie = await sessionOf(await person("owner"));
    const other = await browserOf(room, await sessionOf(await person("owner")));
    const stolen = /value="([\w-]{43})"/.exec(await other.page("/desk/people/me"))?.[1] ?? "";
    for (const { route, needed, path } of ofDesk.filter(({ method }) => method === "POST")) {
      const from = (origin: string, form_token: string) =>
        room.request("POST", path, encode({ form_token }), { cookie, ...FORM, origin });
      expect((await from("https://evil.example", "x")).status, route).toBe(403);
      if (needed === "anybody") continue;
      // What the script sends by itself is told to sign in again.
      const refused = route === "POST /desk/drafts/:id/autosave" ? 401 : 403;
      for (const token of ["", "x", stolen]) expect((await from(ORIGIN.origin, token)).status, route).toBe(refused);
    }
  });
});
