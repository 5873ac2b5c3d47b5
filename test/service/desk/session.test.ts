import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type DeskEnv,
  findSession,
  SESSION_SECONDS,
  type Session,
  startSession,
} from "../../../src/service/desk/session.ts";
import { here } from "../../homes/here.ts";
import { TOKEN } from "../../homes/home.ts";
import { SITE } from "../../site.ts";
import { FEEDS, homeOn, type Newsroom, newsroom } from "../newsroom.ts";
import { emptyStore, select } from "../store/rows.ts";
import { isDown, watchStore } from "../watched-store.ts";
import { enter, ORIGIN, signIn } from "./browser.ts";

let room: Newsroom;
afterEach(() => void vi.useRealTimers());

describe("a session", () => {
  beforeEach(async () => {
    room = await newsroom();
  });

  it("begins with the publish token, in a cookie that scripts and other sites do not get", async () => {
    const answer = await enter(room, "test-4f9c2e7b1d806a35e7c1");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^desk=[0-9a-f]{16}\.[\w-]{43}; /);
    expect(cookie.split("; ").slice(1).sort()).toEqual([
      "HttpOnly",
      "Max-Age=43200",
      "Path=/desk",
      "SameSite=Strict",
      "Secure",
    ]);
    expect(cookie).not.toContain("test-4f9c2e7b1d806a35e7c1");
  });

  it("ends by itself, with the token, with a changed byte, and by signing out", async () => {
    const desk = await signIn(room);
    expect((await desk.get("/desk")).status).toBe(200);
    const bent = desk.cookie.replace(/.$/, (last) => (last === "A" ? "E" : "A"));
    expect((await room.request("GET", "/desk", undefined, { cookie: bent })).status).toBe(303);
    const other = await newsroom(FEEDS, SITE, { secrets: { publishToken: "another" } }, { keep: true });
    expect((await other.request("GET", "/desk", undefined, { cookie: desk.cookie })).status).toBe(303);
    const out = await desk.post("/desk/sign-out", {});
    expect(out.headers.get("set-cookie")).toMatch(/^desk=; Max-Age=0; Path=\/desk/);
    const last = await signIn(room);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 12 * 3_600_000 + 1 });
    expect((await last.get("/desk")).status).toBe(303);
  });

  it("that was signed out of is nobody's any more, who copied its cookie included, in any instance; others go on", async () => {
    const [desk, other] = [await signIn(room), await signIn(room)];
    const elsewhere = await newsroom(FEEDS, SITE, {}, { keep: true });
    const asked = async () => (await elsewhere.request("GET", "/desk", undefined, { cookie: desk.cookie })).status;
    expect(await asked()).toBe(200);
    expect((await desk.post("/desk/sign-out", {})).status).toBe(303);
    expect([(await desk.get("/desk")).status, await asked()]).toEqual([303, 303]);
    expect((await desk.post("/desk/sign-out", {})).status).toBe(303);
    expect((await other.get("/desk")).status).toBe(200);
  });

  it("that ends leaves nothing behind: at once where one signed out, else with the next sweep", async () => {
    const [desk] = [await signIn(room), await signIn(room)];
    await desk.post("/desk/sign-out", {});
    const kept = () => select(here.db, "SELECT id FROM session");
    expect(await kept()).toHaveLength(1);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 12 * 3_600_000 + 1 });
    await room.sweep();
    expect(await kept()).toEqual([]);
  });

  it("is another one after each sign-in, whatever cookie the browser brought; the one before is over (session fixation)", async () => {
    const desk = await signIn(room);
    const again = await enter(room, TOKEN, { ...ORIGIN, cookie: desk.cookie });
    const cookie = again.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(cookie).not.toBe(desk.cookie);
    expect((await desk.get("/desk")).status).toBe(303);
    expect((await room.request("GET", "/desk", undefined, { cookie })).status).toBe(200);
    const planted = `desk=${"0".repeat(16)}.${"A".repeat(43)}`;
    const fresh = await enter(room, TOKEN, { ...ORIGIN, cookie: planted });
    expect(fresh.headers.get("set-cookie")).not.toContain("0".repeat(16));
    expect((await room.request("GET", "/desk", undefined, { cookie: planted })).status).toBe(303);
  });

  it("has no secret in the store that anybody could come in with", async () => {
    const { cookie } = await signIn(room);
    const [row] = await select(here.db, "SELECT * FROM session");
    expect(JSON.stringify(row)).not.toContain(cookie.slice(-43));
    expect(JSON.stringify(row)).not.toContain(TOKEN);
  });

  it("lets nobody in while the store does not say whether it was ended", async () => {
    const { cookie } = await signIn(room);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const store = watchStore();
    store.before = isDown;
    const cut = await newsroom(FEEDS, SITE, { db: store.db }, { keep: true });
    const { status, headers } = await cut.request("GET", "/desk/articles", undefined, { cookie });
    expect([status >= 500, headers.get("location")]).toEqual([true, null]);
    vi.restoreAllMocks();
  });
});

describe("a session by itself", () => {
  beforeEach(() => emptyStore());

  const PATH = "/desk";
  /** What a request with this cookie finds. */
  const found = async (cookie: string | undefined, token: string | undefined) => {
    let session: Session | null = null;
    const app = new Hono<DeskEnv>().get(PATH, async (c) => {
      session = await findSession(c, { db: here.db, secrets: { publishToken: token } });
      return c.text("");
    });
    await app.request(PATH, cookie === undefined ? {} : { headers: { cookie } });
    return session as Session | null;
  };
  const started = async (token: string) => {
    const app = new Hono<DeskEnv>().get(PATH, async (c) => {
      await startSession(c, homeOn({ secrets: { publishToken: token } }), null, PATH);
      return c.text("");
    });
    return (await app.request(PATH)).headers.get("set-cookie")?.split(";")[0] ?? "";
  };

  it("has one form token as long as it lasts, which no other session has", async () => {
    const [one, other] = [await started("secret"), await started("secret")];
    const token = (await found(one, "secret"))?.formToken;
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await found(one, "secret"))?.formToken).toBe(token);
    expect((await found(other, "secret"))?.formToken).not.toBe(token);
    expect(one).not.toContain(token);
  });

  it("is found to its last moment, and not after", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1e12 });
    const cookie = await started("secret");
    vi.setSystemTime(1e12 + SESSION_SECONDS * 1_000 - 1);
    expect(await found(cookie, "secret")).not.toBeNull();
    vi.setSystemTime(1e12 + SESSION_SECONDS * 1_000);
    expect(await found(cookie, "secret")).toBeNull();
  });

  it("is over where the clock was set back, rather than last for longer; clocks of instances may differ a little", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1e12 });
    const cookie = await started("secret");
    vi.setSystemTime(1e12 - 59_000);
    expect(await found(cookie, "secret")).not.toBeNull();
    vi.setSystemTime(1e12 - 3_600_000);
    expect(await found(cookie, "secret")).toBeNull();
  });

  it.each([
    ["of another token", "another"],
    ["where there is no token", undefined],
    ["where the token is empty", ""],
  ])("is none %s", async (_, token) => expect(await found(await started("secret"), token)).toBeNull());

  it.each([
    ["without a cookie", undefined],
    ["with a cookie of a session that never was", `desk=${"1".repeat(16)}.${"A".repeat(43)}`],
    ["with a secret alone", `desk=.${"A".repeat(43)}`],
    ["with another cookie", "other=1"],
  ])("is none %s", async (_, cookie) => expect(await found(cookie, "secret")).toBeNull());
});
