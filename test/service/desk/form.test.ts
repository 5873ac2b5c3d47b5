import { beforeEach, describe, expect, it } from "vitest";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { enter, formToken, signIn, stored } from "./browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

describe("a form from elsewhere", () => {
  beforeEach(async () => void (await room.put(article("a"))));

  it("is refused, signed in or not: another site's, another session's, one without a token, one that is no form", async () => {
    const [desk, other] = [await signIn(room), await signIn(room)];
    const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const foreign = formToken(await other.page("/desk"));
    const fields = { status: "withheld", revision: "1" };
    const path = "/desk/articles/a/status";
    expect((await desk.post(path, fields, evil)).status).toBe(403);
    expect((await desk.post(path, fields, { origin: "null" })).status).toBe(403);
    expect((await enter(room, "test-token", evil)).status).toBe(403);
    for (const form_token of ["", foreign, "x"])
      expect((await desk.post(path, { ...fields, form_token })).status).toBe(403);
    const json = await desk.post(path, fields, { ...evil, "content-type": "application/json" });
    expect(json.status).toBe(415);
    expect((await stored(room, "a")).revision).toBe('"1"');
  });

  it("is refused where it is too large", async () => {
    const desk = await signIn(room);
    const answer = await desk.post("/desk/preview", { text: "x".repeat(4_000_001) });
    expect(answer.status).toBe(413);
  });
});
