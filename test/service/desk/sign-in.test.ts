import { beforeEach, describe, expect, it } from "vitest";
import { MAX_REFUSALS } from "../../../src/service/http/strangers.ts";
import { TOKEN } from "../../homes/home.ts";
import { SITE } from "../../site.ts";
import { FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { encode, enter, FORM, ORIGIN, text } from "./browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

describe("signing in", () => {
  it("does not begin with another token, nor where the service has none", async () => {
    for (const wrong of ["", "test-4f9c2e7b1d806a35e7cC", "test-4f9c2e7b1d806a35e7c1-and-more"]) {
      const answer = await enter(room, wrong);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(text(await answer.text())).toContain("That is not the publish token.");
    }
    const open = await newsroom(FEEDS, SITE, { secrets: { publishToken: undefined } });
    for (const token of ["", "undefined"]) {
      const answer = await enter(open, token);
      expect([answer.status, text(await answer.text())]).toEqual([
        401,
        expect.stringContaining("has no PUBLISH_TOKEN"),
      ]);
    }
  });

  it("with wrong tokens again and again is told to wait, and begins with the right one all the same", async () => {
    const guarded = await newsroom(FEEDS, SITE, { addressOf: () => "192.0.2.1" });
    for (let time = 0; time < MAX_REFUSALS; time += 1) expect((await enter(guarded, "wrong")).status).toBe(401);
    const answer = await enter(guarded, "wrong");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(text(await answer.text())).toMatch(/Too many wrong ones were sent: wait for \d+ seconds\./);
    const ofApi = await guarded.request("GET", "/api/feeds", undefined, { authorization: "Bearer wrong" });
    expect(ofApi.status).toBe(429);
    expect((await guarded.request("GET", "/api/feeds")).status).toBe(200);
    expect((await enter(guarded, TOKEN)).status).toBe(303);
  });

  it("leads back to where one wanted to go, and to no other site", async () => {
    const to = async (to: string) =>
      (
        await room.request("POST", "/desk/sign-in", encode({ token: "test-4f9c2e7b1d806a35e7c1", to }), {
          ...FORM,
          ...ORIGIN,
        })
      ).headers.get("location");
    expect(await to("/articles/a?up_to=2")).toBe("/desk/articles/a?up_to=2");
    for (const elsewhere of ["//evil.example", "https://evil.example/", ".evil.example", "/\r\nset-cookie: a=b"])
      expect((await to(elsewhere))?.replace(/^\/desk/, "")).not.toMatch(/^(?!\/).*evil|\n/);
  });
});

describe("the page to sign in", () => {
  const page = async (to: string) => (await room.request("GET", `/desk/sign-in${to}`)).text();
  const hidden = (html: string) => /name="to" value="([^"]*)"/.exec(html)?.[1];

  it.each([
    ["", ""],
    ["?to=%2Farticles%2Fa%3Fup_to%3D2", "/articles/a?up_to=2"],
    ["?to=%3Fx%3D1", "?x=1"],
    ["?to=articles", ""],
    ["?to=https%3A%2F%2Fevil.example", ""],
    ["?to=%5C%5Cevil.example", ""],
    ["?to=%2Fa%20b", ""],
    ["?to=%2Fa%0d%0ab", ""],
    [`?to=%2F${"a".repeat(2_000)}`, ""],
  ])("%s remembers “%s”", async (to, path) => expect(hidden(await page(to))).toBe(path));

  it("asks for the token in a field that shows it to nobody, and has no part of the desk", async () => {
    const html = await page("");
    expect(html).toMatch(/<input id="token" name="token" type="password" autocomplete="current-password" required=""/);
    expect(html).not.toContain('aria-label="Desk"');
  });

  it("says that a token was wrong, and keeps where one wanted to go", async () => {
    const form = encode({ token: "wrong", to: "/preview" });
    const answer = await room.request("POST", "/desk/sign-in", form, { ...FORM, ...ORIGIN });
    const html = await answer.text();
    expect([answer.status, hidden(html)]).toEqual([401, "/preview"]);
    expect(html).toContain('role="alert"');
    expect(html).not.toContain("wrong</");
  });

  it("reads no form that is larger than a token and a path", async () => {
    const form = encode({ token: "test-4f9c2e7b1d806a35e7c1", to: "", more: "x".repeat(20_000) });
    expect((await room.request("POST", "/desk/sign-in", form, { ...FORM, ...ORIGIN })).status).toBe(401);
  });

  it("takes a token with white space around it, as it is copied", async () => {
    expect((await enter(room, "  test-4f9c2e7b1d806a35e7c1\n")).status).toBe(303);
  });
});
