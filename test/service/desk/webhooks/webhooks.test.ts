import { beforeEach, describe, expect, it } from "vitest";
import { SITE } from "../../../site.ts";
import { article, FEEDS, homeOn, instance, type Newsroom, newsroom } from "../../newsroom.ts";
import { Receivers, verifySigned } from "../../webhooks/receiver.ts";
import { type Browser, mainOf, signIn, text } from "../browser.ts";
import { signInAs } from "../people/team.ts";

let room: Newsroom;
let receivers: Receivers;
let desk: Browser;

beforeEach(async () => {
  receivers = new Receivers();
  room = await newsroom(FEEDS, SITE, { fetchOut: receivers.fetchOut });
  desk = await signIn(room);
});

const send = () => instance(FEEDS, SITE, homeOn({ fetchOut: receivers.fetchOut })).send();
const NEW = { url: "https://cms.example/hooks", description: "Our CMS", type: "article.*" };

async function setUp(): Promise<{ path: string; secret: string }> {
  const made = await desk.post("/desk/webhooks", NEW);
  expect(made.status).toBe(201);
  const secret = /id="key">(whsec_[^<]+)</.exec(await made.text())?.[1] ?? "";
  const path = /href="(\/desk\/webhooks\/\w+)"/.exec(mainOf(await desk.page("/desk/webhooks")))?.[1] ?? "";
  return { path, secret };
}

describe("webhooks at the desk", () => {
  it("are set up, with a secret that is shown once, and tested", async () => {
    const { path, secret } = await setUp();
    expect(await desk.page(path)).not.toContain(secret);
    const tested = await desk.post(`${path}/test`, {});
    expect(text(mainOf(await tested.text()))).toMatch(/It took the test: it answered 204, after [\d,]+ ms\./);
    const [asked] = receivers.asked;
    if (!asked) throw new Error("nothing was sent");
    expect(verifySigned(asked, secret)).toMatchObject({ type: "webhook.test" });
    receivers.answer = () => new Response("secret words", { status: 500 });
    const refused = text(mainOf(await (await desk.post(`${path}/test`, {})).text()));
    expect(refused).toMatch(/It did not take the test: it answered 500, after/);
    expect(refused).not.toContain("secret words");
  });

  it("tell what was sent, and send it again", async () => {
    const { path } = await setUp();
    receivers.answer = () => new Response(null, { status: 410 });
    await room.put(article("a"));
    await room.publish();
    await send();
    const page = text(mainOf(await desk.page(path)));
    expect(page).toContain("it answered that it is gone, and is told nothing since");
    expect(page).toMatch(/article\.published Title of a .* given up it is gone \(410\), after/);
    expect(text(mainOf(await desk.page("/desk")))).toContain("The webhook Our CMS answered that it is gone");
    expect((await desk.post(`${path}/enable`, {})).headers.get("location")).toBe(`${path}?done=enabled`);
    receivers.answer = () => new Response(null, { status: 204 });
    const again = await desk.post(`${path}/replay`, { days: "7" });
    expect(again.headers.get("location")).toBe(`${path}?done=1`);
    await send();
    expect(text(mainOf(await desk.page(`${path}?done=1`)))).toMatch(/1 event sent again\..* taken /);
    expect(text(mainOf(await desk.page(`${path}?outcome=failed`)))).toContain("Nothing.");
    const event = /name="event" value="(\w+)"/.exec(await desk.page(path))?.[1] ?? "";
    expect((await desk.post(`${path}/replay`, { event })).status).toBe(303);
    expect((await desk.post(`${path}/replay`, { event: "none" })).status).toBe(404);
    await send();
    expect(new Set(receivers.asked.map(({ id }) => id))).toEqual(new Set([`msg_${event}`]));
    expect(text(await desk.page("/desk/log"))).toMatch(/sent again to the webhook Our CMS ?: 1 event/);
  });

  it("are changed, get a new secret, and are removed", async () => {
    const { path, secret } = await setUp();
    const changed = { ...NEW, description: "Their CMS", type: "edition.refused" };
    expect((await desk.post(path, changed)).headers.get("location")).toBe(`${path}?done=changed`);
    expect(await desk.page(path)).toMatch(/value="edition\.refused" checked/);
    const rotated = await (await desk.post(`${path}/rotate`, {})).text();
    expect(rotated).toMatch(/id="key">whsec_/);
    expect(rotated).not.toContain(secret);
    expect(text(mainOf(await desk.page(path)))).toContain("the former secret signs, too, and ends in 23 hours");
    expect((await desk.post(`${path}/disable`, {})).headers.get("location")).toBe(`${path}?done=disabled`);
    expect((await desk.post(`${path}/remove`, {})).headers.get("location")).toBe("/desk/webhooks?done=removed");
    expect((await desk.get(path)).status).toBe(404);
    expect((await desk.post(`${path}/test`, {})).status).toBe(404);
  });

  it.each([
    [{ url: "http://10.0.0.1/" }, "Its url is not https"],
    [{ url: "" }, "Its url is no address of the web"],
    [{ type: "" }, "Its types"],
  ])("say what is wrong with %j, and keep what was written", async (fields, why) => {
    const answer = await desk.post("/desk/webhooks", { ...NEW, ...fields });
    const page = await answer.text();
    expect([answer.status, text(page)]).toEqual([422, expect.stringContaining(why)]);
    expect(page).toContain('value="Our CMS"');
  });

  it("are seen, and not changed, by who may only look", async () => {
    const { path } = await setUp();
    const reader = await signInAs(room, "reader");
    const page = mainOf(await reader.page(path));
    expect(text(page)).toContain("What it was told of late");
    expect(page).not.toContain("<form");
    expect((await reader.post(`${path}/test`, {})).status).toBe(403);
    expect(receivers.asked).toEqual([]);
  });
});
