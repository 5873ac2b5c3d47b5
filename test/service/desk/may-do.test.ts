import { beforeAll, describe, expect, it } from "vitest";
import { type PersonRole, ROLES } from "../../../src/people/roles.ts";
import { ALL_SCOPES, type Scope } from "../../../src/people/scopes.ts";
import { here } from "../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { browserOf, encode, FORM, ORIGIN } from "./browser.ts";
import { NEEDED } from "./needed.ts";
import { apiKey, person, sessionOf } from "./people/team.ts";
import { servedRoutes } from "./served-routes.ts";

/** What one has to be allowed for a route; `signed in`: nothing more; `anybody`: not even that. */
type Needed = Scope | "signed in" | "anybody";

/** Every route of the API and of the desk. One that is not here fails: whoever adds it says who may. */
const NEEDED: Record<string, Needed> = {
  "GET /api/articles/:id/receipts": "articles:read",
  "GET /api/articles/:id/receipts/statement": "articles:read",
  "GET /api/articles": "articles:read",
  "PUT /api/articles/:id": "articles:write",
  "GET /api/articles/:id": "articles:read",
  "DELETE /api/articles/:id": "articles:write",
  "POST /api/articles": "articles:write",
  "POST /api/articles/dry-run": "articles:write",
  "GET /api/articles/:id/revisions": "articles:read",
  "POST /api/articles/:id/revisions/:revision/restore": "articles:write",
  "GET /api/feeds": "feeds:read",
  "GET /api/feeds/:slug{.+}/lint": "feeds:read",
  "GET /api/feeds/:slug{.+}/editions": "feeds:read",
  "GET /api/feeds/:slug{.+}": "feeds:read",
  "GET /api/partners": "partners:read",
  "POST /api/partners": "partners",
  "GET /api/partners/alerts": "partners:read",
  "GET /api/partners/:slug": "partners:read",
  "PATCH /api/partners/:slug": "partners",
  "GET /api/partners/:slug/keys": "partners:read",
  "POST /api/partners/:slug/keys": "partners",
  "DELETE /api/partners/:slug/keys/:id": "partners",
  "POST /api/partners/:slug/keys/:id/rotate": "partners",
  "GET /api/audience": "audience:read",
  "GET /api/log": "log:read",
  "GET /api/sources": "sources:read",
  "GET /api/sources/:name": "sources:read",
  "POST /api/sources/:name": "sources",
  "GET /api/subscriptions": "push:read",
  "GET /api/subscriptions/:id": "push:read",
  "POST /api/subscriptions/:id/send": "push",
  "DELETE /api/subscriptions/:id": "push",
  "GET /api/webhooks": "push:read",
  "POST /api/webhooks": "push",
  "GET /api/webhooks/:id": "push:read",
  "PATCH /api/webhooks/:id": "push",
  "DELETE /api/webhooks/:id": "push",
  "POST /api/webhooks/:id/rotate": "push",
  "POST /api/webhooks/:id/test": "push",
  "GET /api/webhooks/:id/events": "push:read",
  "POST /api/webhooks/:id/replay": "push",
  "GET /api/keys": "people",
  "POST /api/keys": "people",
  "DELETE /api/keys/:id": "people",
  "GET /api/people": "people",
  "POST /api/people": "people",
  "POST /api/people/first": "people",
  "PATCH /api/people/:id": "people",
  "DELETE /api/people/:id": "people",
  "GET /api/redirects": "feeds:read",
  "GET /api/export": "export",
  "POST /api/import": "export",
  "POST /api/files": "files:write",
  "GET /api/site": "signed in",
  "GET /api/openapi.json": "anybody",
  "GET /api": "anybody",
  "GET /api/style-x.css": "anybody",
  "GET /api/:file{[a-z-]+-[0-9a-f]+\\.(?:js|css)}": "anybody",
  "POST /api/proofread": "feeds:read",

  "GET /desk": "feeds:read",
  "GET /desk/feeds": "feeds:read",
  "GET /desk/:sheet{[^/]+\\.css}": "anybody",
  "GET /desk/audience": "audience:read",
  "POST /desk/sign-out": "signed in",
  "GET /desk/sign-in": "anybody",
  "POST /desk/sign-in": "anybody",
  "POST /desk/sign-in/passkey/options": "anybody",
  "POST /desk/sign-in/passkey": "anybody",
  "GET /desk/join": "anybody",
  "POST /desk/join": "anybody",
  "GET /desk/articles": "articles:read",
  "POST /desk/articles": "articles:write",
  "GET /desk/articles/:id": "articles:read",
  "GET /desk/articles/:id/statement": "articles:read",
  "POST /desk/articles/:id/status": "articles:write",
  "POST /desk/articles/:id/restore": "articles:write",
  "GET /desk/articles/:id/retract": "articles:write",
  "POST /desk/articles/:id/retract": "articles:write",
  "GET /desk/:file{[a-z-]+-[0-9a-f]+\\.(?:js|css)}": "anybody",
  "GET /desk/log": "log:read",
  "GET /desk/files": "files:write",
  "POST /desk/files": "files:write",
  "GET /desk/articles/new": "drafts:write",
  "GET /desk/articles/:id/edit": "drafts:write",
  "POST /desk/articles/preview": "drafts:write",
  "GET /desk/drafts": "drafts:write",
  "GET /desk/drafts/:id": "drafts:write",
  "POST /desk/drafts/:id/settle": "drafts:write",
  "POST /desk/drafts/:id/rebase": "drafts:write",
  "POST /desk/drafts/:id/autosave": "drafts:write",
  "POST /desk/drafts/:id/save": "drafts:write",
  "POST /desk/drafts/:id/publish": "articles:write",
  "POST /desk/drafts/:id/keep": "articles:write",
  "POST /desk/drafts/:id/hand-in": "drafts:write",
  "POST /desk/drafts/:id/hand-back": "drafts:write",
  "POST /desk/drafts/:id/discard": "drafts:write",
  "GET /desk/preview": "drafts:write",
  "POST /desk/preview": "drafts:write",
  "POST /desk/preview/store": "articles:write",
  "GET /desk/partners": "partners:read",
  "POST /desk/partners": "partners",
  "GET /desk/partners/feeds/:feed{.+}": "partners:read",
  "GET /desk/partners/:slug": "partners:read",
  "GET /desk/partners/:feed": "partners:read",
  "GET /desk/partners/:family/:of/:value": "partners:read",
  "GET /desk/partner/:slug": "partners:read",
  "POST /desk/partners/:slug": "partners",
  "POST /desk/partners/:slug/status": "partners",
  "POST /desk/partners/:slug/keys": "partners",
  "POST /desk/partners/:slug/keys/:id/rotate": "partners",
  "POST /desk/partners/:slug/keys/:id/revoke": "partners",
  "GET /desk/subscribers": "push:read",
  "GET /desk/subscribers/:id": "push:read",
  "POST /desk/subscribers/:id/send": "push",
  "POST /desk/subscribers/:id/end": "push",
  "GET /desk/sources": "sources:read",
  "GET /desk/sources/:name": "sources:read",
  "POST /desk/sources/:name/poll": "sources",
  "POST /desk/sources/:name/let-in": "sources",
  "GET /desk/people/me": "signed in",
  "POST /desk/people/me/password": "signed in",
  "POST /desk/people/me/passkeys/options": "signed in",
  "POST /desk/people/me/passkeys": "signed in",
  "POST /desk/people/me/passkeys/remove": "signed in",
  "POST /desk/people/me/sessions/end": "signed in",
  "GET /desk/people": "people",
  "POST /desk/people/invite": "people",
  "POST /desk/people/invitations/:id/withdraw": "people",
  "GET /desk/people/:id": "people",
  "POST /desk/people/:id/role": "people",
  "POST /desk/people/:id/link": "people",
  "POST /desk/people/:id/sessions/end": "people",
  "POST /desk/people/:id/remove": "people",
  "GET /desk/webhooks": "push:read",
  "POST /desk/webhooks": "push",
  "GET /desk/webhooks/:id": "push:read",
  "POST /desk/webhooks/:id": "push",
  "POST /desk/webhooks/:id/enable": "push",
  "POST /desk/webhooks/:id/disable": "push",
  "POST /desk/webhooks/:id/remove": "push",
  "POST /desk/webhooks/:id/rotate": "push",
  "POST /desk/webhooks/:id/test": "push",
  "POST /desk/webhooks/:id/replay": "push",
  "GET /desk/keys": "people",
  "POST /desk/keys": "people",
  "POST /desk/keys/:id/revoke": "people",
  "GET /desk/proofread": "feeds:read",
  "POST /desk/proofread": "feeds:read",
  "GET /desk/proofread/rules": "feeds:read",
  "GET /desk/proofread/rules/:name{.+}": "feeds:read",
  "GET /desk/proofread/:hash": "feeds:read",
};

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
