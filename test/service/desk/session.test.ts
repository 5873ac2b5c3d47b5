import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SITE } from "../../site.ts";
import { FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { enter, signIn } from "./browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => void vi.useRealTimers());

describe("a session", () => {
  it("begins with the publish token, in a cookie that scripts and other sites do not get", async () => {
    const answer = await enter(room, "test-token");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^desk=\d+\.[0-9a-f-]{36}\.\S+; /);
    expect(cookie.split("; ").slice(1).sort()).toEqual([
      "HttpOnly",
      "Max-Age=43200",
      "Path=/desk",
      "SameSite=Strict",
      "Secure",
    ]);
    expect(cookie).not.toContain("test-token");
  });

  it("ends by itself, with the token, with a changed byte, and by signing out", async () => {
    const desk = await signIn(room);
    expect((await desk.get("/desk")).status).toBe(200);
    const bent = desk.cookie.replace(/=(\d)/, (_, digit) => `=${9 - Number(digit)}`);
    expect((await room.request("GET", "/desk", undefined, { cookie: bent })).status).toBe(303);
    const other = await newsroom(FEEDS, SITE, { PUBLISH_TOKEN: "another" }, { keep: true });
    expect((await other.request("GET", "/desk", undefined, { cookie: desk.cookie })).status).toBe(303);
    const out = await desk.post("/desk/sign-out", {});
    expect(out.headers.get("set-cookie")).toMatch(/^desk=; Max-Age=0; Path=\/desk/);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 12 * 3_600_000 + 1 });
    expect((await desk.get("/desk")).status).toBe(303);
  });
});
