import { beforeEach, describe, expect, it } from "vitest";
import { SITE } from "../../site.ts";
import { FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { encode, enter, FORM, ORIGIN, text } from "./browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

describe("signing in", () => {
  it("does not begin with another token, nor where the service has none", async () => {
    for (const wrong of ["", "test-tokeN", "test-token-and-more"]) {
      const answer = await enter(room, wrong);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(text(await answer.text())).toContain("That is not the publish token.");
    }
    const open = await newsroom(FEEDS, SITE, { PUBLISH_TOKEN: undefined });
    for (const token of ["", "undefined"]) expect((await enter(open, token)).status).toBe(401);
  });

  it("leads back to where one wanted to go, and to no other site", async () => {
    const to = async (to: string) =>
      (
        await room.request("POST", "/desk/sign-in", encode({ token: "test-token", to }), { ...FORM, ...ORIGIN })
      ).headers.get("location");
    expect(await to("/articles/a?up_to=2")).toBe("/desk/articles/a?up_to=2");
    for (const elsewhere of ["//evil.example", "https://evil.example/", ".evil.example", "/\r\nset-cookie: a=b"])
      expect((await to(elsewhere))?.replace(/^\/desk/, "")).not.toMatch(/^(?!\/).*evil|\n/);
  });
});
