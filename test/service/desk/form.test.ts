import { beforeEach, describe, expect, it } from "vitest";
import { MAX_FORM_FIELDS, readForm } from "../../../src/service/desk/form.tsx";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { enter, formToken, signIn, stored } from "./browser.ts";

let room: Newsroom;

describe("a form from elsewhere", () => {
  beforeEach(async () => {
    room = await newsroom();
    await room.put(article("a"));
  });

  it("is refused, signed in or not: another site's, another session's, one without a token, one that is no form", async () => {
    const [desk, other] = [await signIn(room), await signIn(room)];
    const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const foreign = formToken(await other.page("/desk"));
    const fields = { status: "withheld", revision: "1" };
    const path = "/desk/articles/a/status";
    expect((await desk.post(path, fields, evil)).status).toBe(403);
    expect((await desk.post(path, fields, { origin: "null" })).status).toBe(403);
    expect((await enter(room, "test-4f9c2e7b1d806a35e7c1", evil)).status).toBe(403);
    for (const form_token of ["", foreign, "x"])
      expect((await desk.post(path, { ...fields, form_token })).status).toBe(403);
    const json = await desk.post(path, fields, { ...evil, "content-type": "application/json" });
    expect(json.status).toBe(415);
    expect((await stored(room, "a")).revision).toBe('"1"');
  });

  it("is refused where it is too large, or has more fields than any form of the desk", async () => {
    const desk = await signIn(room);
    const many = Object.fromEntries(Array.from({ length: MAX_FORM_FIELDS + 1 }, (_, at) => [`f${at}`, ""]));
    expect((await desk.post("/desk/preview", many)).status).toBe(413);
    await desk.post("/desk/sign-out", {});
    expect((await desk.post("/desk/drafts/x/save", { whole: "1", ...many })).status).toBe(413);
  });

  it("is refused where it has too many bytes", async () => {
    const desk = await signIn(room);
    const answer = await desk.post("/desk/preview", { text: "x".repeat(4_000_001) });
    expect(answer.status).toBe(413);
  });
});

describe("a posted form", () => {
  const post = (body: string, type: string | undefined = "application/x-www-form-urlencoded") =>
    new Request("https://feeds.example/desk", { method: "POST", body, headers: { "content-type": type } });
  const read = async (request: Request, limit = 100) => {
    const form = await readForm(request, limit);
    return form && [...form];
  };

  it.each([
    [
      "a=1&b=two+words%21&a=2",
      [
        ["a", "1"],
        ["b", "two words!"],
        ["a", "2"],
      ],
    ],
    ["", []],
    [
      "a=%E6%96%87&=x&b",
      [
        ["a", "文"],
        ["", "x"],
        ["b", ""],
      ],
    ],
    ["a=%zz%", [["a", "%zz%"]]],
  ])("%s is read field by field", async (body, fields) => expect(await read(post(body))).toEqual(fields));

  it.each(["application/x-www-form-urlencoded; charset=utf-8", "Application/X-WWW-Form-URLencoded"])(
    "is one by its type, however that is written: %s",
    async (type) => expect(await read(post("a=1", type))).toEqual([["a", "1"]]),
  );

  it.each([
    "application/json",
    "multipart/form-data; boundary=x",
    "text/plain",
    "application/x-www-form-urlencoded2",
    "",
  ])("is none as “%s”", async (type) => expect(await read(post("a=1", type))).toBeNull());

  it("is read up to its limit in bytes, and not beyond", async () => {
    expect(await read(post("a=文"), 5)).toEqual([["a", "文"]]);
    expect(await read(post("a=文"), 4)).toBeNull();
  });
});
