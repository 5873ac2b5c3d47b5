import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { type Browser, formToken, signIn, stored, text } from "../browser.ts";
import { fieldsOfForm, Window } from "./writing.ts";

let room: Newsroom;
let desk: Browser;
beforeEach(async () => {
  room = await newsroom();
  desk = await signIn(room);
});
afterEach(() => void vi.useRealTimers());

const location = (answer: Response) => answer.headers.get("location");
const STORY = { title: "Votes are in", section: "Politics", content_html: "<p>The council voted.</p>" };

describe("a draft in two windows", () => {
  it("is overwritten by neither: what differs is chosen", async () => {
    const one = (await Window.open(desk, "/desk/articles/new")).type({ title: "One", summary: "Of one" });
    const two = (await Window.open(desk, one.path)).type({ title: "Two" });
    expect((await one.autosave()).status).toBe(200);
    expect(await two.autosave()).toEqual({ status: 409, body: { conflict: two.path } });
    const conflict = await two.send("save");
    expect(conflict.status).toBe(409);
    const page = await conflict.text();
    expect(text(page)).toMatch(/Title What you have just sent Two What is saved One Summary/);
    const choice = { ...fieldsOfForm(page, "/settle"), "choice.title": "mine", "choice.summary": "theirs" };
    await one.type({ section: "Sport" }).autosave();
    const late = await desk.post(`${two.path}/settle`, choice);
    expect(late.status).toBe(409);
    const last = { ...fieldsOfForm(await late.text(), "/settle"), "choice.title": "mine" };
    const done = { ...last, "choice.summary": "theirs", "choice.section": "theirs" };
    expect(location(await desk.post(`${two.path}/settle`, done))).toBe(`${two.path}?done=merged`);
    await two.reload();
    expect(two.fields).toMatchObject({ title: "Two", summary: "Of one", section: "Sport" });
  });

  it("is started again from what was kept to choose from, where it is gone meanwhile", async () => {
    const one = (await Window.open(desk, "/desk/articles/new")).type({ title: "One" });
    const two = (await Window.open(desk, one.path)).type({ title: "Two" });
    await one.autosave();
    const choice = fieldsOfForm(await (await two.send("save")).text(), "/settle");
    await one.send("discard");
    await desk.post("/desk/sign-out", {});
    const kept = await desk.post(`${two.path}/settle`, { ...choice, "choice.title": "mine", x: "not the desk's" });
    expect(kept.status).toBe(401);
    const page = await kept.text();
    expect(page).not.toContain("not the desk's");
    desk = await signIn(room);
    const done = await desk.post(`${two.path}/settle`, {
      ...fieldsOfForm(page, "/settle"),
      form_token: formToken(await desk.page("/desk/drafts")),
    });
    expect(location(done)).toBe(`${two.path}?done=saved`);
    expect((await Window.open(desk, two.path)).fields.title).toBe("Two");
  });

  it("answers readers' question twice, and is stored once", async () => {
    await room.put(article("a"));
    await room.publish();
    const form = (await Window.open(desk, "/desk/articles/a/edit")).type({ title: "One" });
    const question = fieldsOfForm(await (await form.send("publish")).text(), "/publish");
    const answer = { ...question, readers: "update" };
    expect(location(await desk.post(`${form.path}/publish`, answer))).toBe("/desk/articles/a?done=changed");
    expect(location(await desk.post(`${form.path}/publish`, answer))).toBe("/desk/articles/a?done=unchanged");
  });

  it("is published only as it was seen", async () => {
    await room.put(article("a"));
    await room.publish();
    const one = (await Window.open(desk, "/desk/articles/a/edit")).type({ title: "One" });
    const question = fieldsOfForm(await (await one.send("publish")).text(), "/publish");
    const two = (await Window.open(desk, one.path)).type({ title: "Two" });
    await two.autosave();
    const answer = await desk.post(`${one.path}/publish`, { ...question, readers: "update" });
    expect(location(answer)).toBe(`${one.path}?done=moved`);
    expect((await stored(room, "a")).revision).toBe('"1"');
  });

  it("that is gone comes back with what was written late", async () => {
    const one = (await Window.open(desk, "/desk/articles/new")).type(STORY);
    await one.autosave();
    const two = await Window.open(desk, one.path);
    await one.send("publish");
    const late = await two.type({ title: "Votes are counted" }).send("save");
    expect(location(late)).toBe(`${two.path}?done=saved`);
    await two.reload();
    expect(two.fields.title).toBe("Votes are counted");
    const conflict = await two.send("publish");
    expect(text(await conflict.text())).toContain("An article with this id has been stored since you began.");
  });
});

describe("a session that has ended", () => {
  it("keeps what was written on the page until one has signed in again", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type({ ...STORY, summary: "Two\nlines" });
    await desk.post("/desk/sign-out", {});
    expect(await form.autosave()).toEqual({
      status: 401,
      body: { sign_in: `/desk/sign-in?to=${encodeURIComponent(form.path.slice("/desk".length))}` },
    });
    const kept = await form.send("save");
    expect(kept.status).toBe(401);
    const again = await signIn(room);
    const first = await again.post(`${form.path}/save`, fieldsOfForm(await kept.text(), "/save"));
    expect(first.status).toBe(403);
    const second = await again.post(`${form.path}/save`, fieldsOfForm(await first.text(), "/save"));
    expect(location(second)).toBe(`${form.path}?done=saved`);
    const back = await Window.open(again, form.path);
    expect(back.fields).toMatchObject({ title: "Votes are in", summary: "Two\nlines" });
  });

  it("is not what another site's form gets by", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type(STORY);
    const answer = await desk.post(`${form.path}/save`, form.fields, { origin: "https://evil.example" });
    expect([answer.status, await answer.text()]).toEqual([403, "Forbidden"]);
  });
});
