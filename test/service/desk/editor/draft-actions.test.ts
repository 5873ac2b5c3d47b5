import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { here } from "../../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { type Browser, signIn, stored, text } from "../browser.ts";
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

describe("a new story", () => {
  it("is written, saved, and published", async () => {
    const form = await Window.open(desk, "/desk/articles/new");
    expect(form.path).toMatch(/^\/desk\/drafts\/\d{8}-[0-9a-f]{8}$/);
    form.type({ ...STORY, "tags.0.name": "vote", "authors.0.name": "Ada Quill" });
    expect(location(await form.send("save"))).toBe(`${form.path}?done=saved`);
    const page = text(await form.reload());
    expect(page).toContain("In Everything, Politics.");
    expect(text(await desk.page("/desk/drafts"))).toMatch(/Being written Votes are in publish token, saved/);
    const id = form.path.split("/").at(-1) ?? "";
    expect((await desk.get(`/desk/articles/${id}`)).status).toBe(404);
    expect(location(await form.send("publish"))).toBe(`/desk/articles/${id}?done=created`);
    await room.publish();
    expect(await room.items("politics")).toMatchObject([{ title: "Votes are in", tags: ["Politics", "vote"] }]);
    expect((await stored(room, id)).article).toMatchObject({
      url: "https://gazette.example/votes-are-in",
      authors: [{ name: "Ada Quill" }],
      status: "usable",
    });
    expect(text(await desk.page("/desk/drafts"))).toContain("Nothing is being written.");
  });

  it("is not the one that somebody else has just begun with the same token", async () => {
    const first = await Window.open(desk, "/desk/articles/new");
    expect((await Window.open(desk, "/desk/articles/new")).path).not.toBe(first.path);
  });

  it("says to who has no script that an upload leads back to what was saved", async () => {
    const form = await Window.open(desk, "/desk/articles/new");
    expect(await form.reload()).toMatch(
      /<button[^>]* form="upload-images">\s*Upload\s*<\/button><noscript><span[^>]*>Save the draft first: /,
    );
  });

  it("that no draft can hold is refused with the reason, and what was saved stays", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type(STORY);
    await form.autosave();
    form.type({ content_html: `<p>${"x".repeat(1_500_000)}</p>` });
    expect(await form.autosave()).toMatchObject({
      status: 413,
      body: { detail: expect.stringContaining("at most 1,500,000 bytes") },
    });
    expect((await form.send("save")).status).toBe(413);
    await form.reload();
    expect(form.fields.content_html).toBe(STORY.content_html);
  });

  it("stays in sight where the store fails, and is sent again", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type(STORY);
    await here.db.prepare("ALTER TABLE draft RENAME TO away").run();
    const failed = await form.send("save");
    await here.db.prepare("ALTER TABLE away RENAME TO draft").run();
    expect(failed.status).toBeGreaterThanOrEqual(500);
    const again = fieldsOfForm(await failed.text(), "/save");
    expect(location(await desk.post(`${form.path}/save`, again))).toBe(`${form.path}?done=saved`);
    await form.reload();
    expect(form.fields.title).toBe(STORY.title);
  });

  it("that is sent twice is stored once", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type(STORY);
    const once = location(await form.send("publish")) ?? "";
    expect(location(await form.send("publish"))).toBe(once.replace("created", "unchanged"));
    const id = form.path.split("/").at(-1) ?? "";
    expect((await stored(room, id)).revision).toBe('"1"');
  });

  it("tells what is missing, beside its fields, and publishes nothing", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type({
      content_html: "<p>x</p><script>alert(1)</script>",
      embargo_until: "2026-02-30T10:00",
      "images.0.caption": "A boat",
    });
    expect(location(await form.send("publish"))).toBe(`${form.path}?done=tried`);
    const page = await desk.page(`${form.path}?done=tried`);
    expect(text(page)).toContain("Not published yet");
    expect(page).toMatch(/name="title"[^>]*aria-invalid="true"/);
    expect(page).toMatch(/name="embargo_until"[^>]*aria-invalid="true"/);
    expect(page).toMatch(/id="wrong-images\.0\.url"[^>]*>is not an absolute http\(s\) URL/);
    await form.reload();
    form.type({ title: "Votes", embargo_until: "", "images.0.caption": "" });
    await form.send("save");
    expect(text(await form.reload())).toMatch(/Taken out Where What Times \/content_html .*script/);
  });

  it("gets one row more, and one less, without a script", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type({ title: "Votes" });
    expect(location(await form.send("save", { add: "images" }))).toBe(`${form.path}?rows=images#images`);
    const page = await desk.page(`${form.path}?rows=images`);
    expect(Object.keys(fieldsOfForm(page))).toContain("images.0.url");
    await form.reload();
    form.type({ "images.0.url": "https://gazette.example/a.jpg", "images.1.url": "https://gazette.example/b.jpg" });
    expect(location(await form.send("save", { remove: "images.0" }))).toBe(`${form.path}#images`);
    await form.reload();
    expect(form.fields).toMatchObject({ "images.0.url": "https://gazette.example/b.jpg" });
    expect(Object.keys(form.fields)).not.toContain("images.1.url");
  });

  it("is kept as a draft in the store, in nobody's sight, and published by the form", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type(STORY);
    const id = form.path.split("/").at(-1) ?? "";
    expect(location(await form.send("keep"))).toBe(`/desk/articles/${id}?done=created`);
    expect((await stored(room, id)).article.status).toBe("draft");
    await room.publish();
    expect(await room.items("all")).toEqual([]);
    expect(text(await desk.page(`/desk/articles/${id}`))).toContain("Draft");
    expect(text(await desk.page("/desk/drafts"))).toMatch(/Stored, and not published yet Votes are in/);
    const again = await Window.open(desk, `/desk/articles/${id}/edit`);
    expect(again.fields).toMatchObject({ title: "Votes are in", published_at: "" });
    expect(location(await again.send("publish"))).toBe(`/desk/articles/${id}?done=changed`);
    expect((await stored(room, id)).article.status).toBe("usable");
  });

  it("that is stored as a draft can be thrown away for good", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type(STORY);
    const id = form.path.split("/").at(-1) ?? "";
    await form.send("keep");
    expect(text(await desk.page(`/desk/articles/${id}`))).toContain("Throw away…");
    const ask = await desk.page(`/desk/articles/${id}/retract`);
    expect(text(ask)).toContain("No reader has seen it, so no notice takes its place.");
    await desk.post(`/desk/articles/${id}/retract`, { ...fieldsOfForm(ask, "/retract"), reason: "Not needed" });
    expect(text(await desk.page("/desk/drafts"))).toContain("Nothing is being written.");
    await room.publish();
    expect(await room.items("politics")).toEqual([]);
  });

  it("is thrown away only as it was seen", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type(STORY);
    const { draft_version = "" } = form.fields;
    await form.autosave();
    expect((await desk.post(`${form.path}/discard`, { draft_version })).status).toBe(409);
    await form.reload();
    const done = await desk.post(`${form.path}/discard`, { draft_version: form.fields.draft_version ?? "" });
    expect(location(done)).toBe("/desk/drafts?done=discarded");
    expect((await desk.get(form.path)).status).toBe(404);
  });
});

describe("a change to a story", () => {
  beforeEach(async () => {
    await room.put(
      article("a", {
        section: "Politics",
        guid: "old-a",
        published_at: "2026-01-02T03:04:05.678Z",
        corrections: [{ at: "2026-01-03T00:00:00Z", note: "It was Tuesday." }],
      }),
    );
    await room.publish();
  });

  it("asks readers' question, and takes no answer for none", async () => {
    const form = await Window.open(desk, "/desk/articles/a/edit");
    const asked = await form.type({ content_html: "<p>Another text.</p>" }).send("publish");
    const page = await asked.text();
    expect(text(page)).toContain("Readers have seen this. Is it a correction?");
    expect(page).not.toContain("checked");
    expect((await stored(room, "a")).revision).toBe('"1"');
    const question = fieldsOfForm(page, "/publish");
    const noNote = await desk.post(`${form.path}/publish`, { ...question, readers: "correction" });
    expect([noNote.status, text(await noNote.text()).includes("Say what was wrong")]).toEqual([422, true]);
    const done = await desk.post(`${form.path}/publish`, { ...question, readers: "correction", note: "It was noon." });
    expect(location(done)).toBe("/desk/articles/a?done=changed");
    const { article } = await stored(room, "a");
    expect(article).toMatchObject({
      guid: "old-a",
      published_at: "2026-01-02T03:04:05.678Z",
      corrections: [{ note: "It was Tuesday." }, { note: "It was noon." }],
    });
  });

  it.each([
    ["small", '"2"', true],
    ["update", '"2"', false],
  ])("is %s: then readers look again, or need not", async (readers, revision, isMinor) => {
    const before = (await room.items("politics"))[0]?.date_modified;
    const form = await Window.open(desk, "/desk/articles/a/edit");
    form.type({ title: "Another title" });
    const question = fieldsOfForm(await (await form.send("publish")).text(), "/publish");
    await desk.post(`${form.path}/publish`, { ...question, readers });
    expect((await stored(room, "a")).revision).toBe(revision);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 1_500 });
    await room.publish();
    expect((await room.items("politics"))[0]?.date_modified === before).toBe(isMinor);
  });

  it("asks nothing where nothing changes for readers, or a correction is in the form", async () => {
    const form = await Window.open(desk, "/desk/articles/a/edit");
    expect(location(await form.type({ rights: "© Gazette" }).send("publish"))).toBe("/desk/articles/a?done=changed");
    const next = await Window.open(desk, "/desk/articles/a/edit");
    next.type({ title: "Changed", "corrections.0.note": "The title was wrong." });
    expect(location(await next.send("publish"))).toBe("/desk/articles/a?done=changed");
    expect((await stored(room, "a")).article.corrections).toHaveLength(2);
  });

  it("leaves a withheld story withheld, and none of one that was taken back", async () => {
    const { article: first } = await stored(room, "a");
    await room.put({ ...first, id: "a", status: "withheld" });
    const form = await Window.open(desk, "/desk/articles/a/edit");
    await form.type({ rights: "© Gazette" }).send("publish");
    expect((await stored(room, "a")).article).toMatchObject({ status: "withheld", rights: "© Gazette" });
    const late = await Window.open(desk, "/desk/articles/a/edit");
    await room.request("DELETE", "/api/articles/a?reason=Wrong");
    expect((await desk.get("/desk/articles/a/edit")).status).toBe(409);
    const refused = await late.type({ rights: "Mine" }).send("publish");
    expect([refused.status, text(await refused.text())]).toEqual([409, expect.stringContaining("It was taken back")]);
    expect((await stored(room, "a")).article).toMatchObject({ status: "canceled" });
  });

  it("does not overwrite what somebody else has stored meanwhile, and puts both together", async () => {
    const form = await Window.open(desk, "/desk/articles/a/edit");
    const { article: first } = await stored(room, "a");
    await room.put({ ...first, id: "a", title: "Theirs", tags: ["tide"] });
    form.type({ title: "Mine", rights: "© Mine", "corrections.0.note": "The title." });
    const conflict = await form.send("publish");
    expect(conflict.status).toBe(409);
    const page = await conflict.text();
    expect(text(page)).toMatch(/You began with revision 1; meanwhile the story has become revision 2\./);
    expect(text(page)).toMatch(
      /Only they changed .*Tags Before nothing Theirs tide Choose Title Yours Mine Theirs Theirs/,
    );
    const unanswered = await desk.post(`${form.path}/rebase`, fieldsOfForm(page, "/rebase"));
    expect(unanswered.status).toBe(409);
    const merged = await desk.post(`${form.path}/rebase`, { ...fieldsOfForm(page, "/rebase"), "choice.title": "mine" });
    expect(location(merged)).toBe(`${form.path}?done=merged`);
    await form.reload();
    expect(location(await form.send("publish"))).toBe("/desk/articles/a?done=changed");
    expect(await stored(room, "a")).toMatchObject({
      revision: '"3"',
      article: { title: "Mine", tags: ["tide"], rights: "© Mine", guid: "old-a" },
    });
  });
});
