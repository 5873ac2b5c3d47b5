import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../../newsroom.ts";
import { insert } from "../../store/rows.ts";
import { type Browser, signIn, stored, text } from "../browser.ts";
import { signInAs } from "../people/team.ts";
import { fieldsOfForm, Window } from "./writing.ts";

const RADIO = {
  slug: "radio",
  title: "For the radio",
  description: "Politics",
  access: "partner" as const,
  partner: "radio",
  select: { any: [{ section: "Politics" }] },
};
const BERLIN = { ...SITE, zone: "Europe/Berlin" };

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom([...FEEDS, RADIO], BERLIN);
});

const location = (answer: Response) => answer.headers.get("location");

describe("a writer", () => {
  let writer: Browser;
  let other: Browser;
  let editor: Browser;
  beforeEach(async () => {
    [writer, other, editor] = [
      await signInAs(room, "writer"),
      await signInAs(room, "writer"),
      await signInAs(room, "editor"),
    ];
  });

  it("has drafts of one's own, and sees nobody else's", async () => {
    const mine = (await Window.open(writer, "/desk/articles/new")).type({ title: "Mine" });
    await mine.autosave();
    expect(text(await writer.page("/desk/drafts"))).toContain("Mine");
    expect(text(await other.page("/desk/drafts"))).toContain("Nothing is being written.");
    expect(text(await editor.page("/desk/drafts"))).toMatch(/Mine The writer, saved/);
    expect((await other.get(mine.path)).status).toBe(404);
    const { form_token: _, ...fields } = mine.fields;
    for (const action of ["autosave", "save", "hand-in", "hand-back", "discard", "settle", "rebase"]) {
      const answer = await other.post(`${mine.path}/${action}`, { ...fields, title: "Theirs" });
      expect([action, [404, 409].includes(answer.status)]).toEqual([action, true]);
    }
    await mine.reload();
    expect(mine.fields.title).toBe("Mine");
  });

  it("hands in, gets it back with a note, and hands in again; an editor publishes", async () => {
    const mine = (await Window.open(writer, "/desk/articles/new")).type({ title: "Votes", content_html: "<p>x</p>" });
    const page = await writer.page(mine.path);
    expect(page).not.toMatch(/formaction="[^"]+\/(publish|keep)"/);
    expect((await mine.send("publish")).status).toBe(403);
    expect(location(await mine.send("hand-in"))).toBe("/desk/drafts?done=handed-in");
    expect(text(await editor.page("/desk/drafts"))).toMatch(/Waiting for an editor Votes/);
    const theirs = await Window.open(editor, mine.path);
    expect(text(await editor.page(mine.path))).toMatch(/The writer writes this\. .*Handed in/);
    const back = await editor.post(`${mine.path}/hand-back`, { note: "Who voted?" });
    expect(location(back)).toBe("/desk/drafts?done=handed-back");
    expect(text(await mine.reload())).toContain("An editor handed it back: Who voted?");
    await mine.type({ content_html: "<p>The council.</p>" }).send("hand-in");
    await theirs.reload();
    const done = location(await theirs.send("publish")) ?? "";
    expect(text(await editor.page(done))).toContain("The editor added it, written by The writer.");
    expect(done).toMatch(/^\/desk\/articles\/\d{8}-[0-9a-f]{8}\?done=created$/);
    expect((await stored(room, done.split("/")[3]?.split("?")[0] ?? "")).article.content_html).toBe(
      "<p>The council.</p>",
    );
  });

  it.each(["", " "])("hands in no story that has no title, %j, and says so at its form", async (title) => {
    const mine = (await Window.open(writer, "/desk/articles/new")).type({ title, summary: "Votes are counted." });
    const answer = await mine.send("hand-in");
    expect(location(answer)).toBe(`${mine.path}?done=untitled`);
    expect(text(await writer.page(location(answer) ?? ""))).toMatch(/Not handed in yet: give it a title.* Hand in/);
    expect(fieldsOfForm(await writer.page(mine.path)).summary).toBe("Votes are counted.");
    expect(text(await editor.page("/desk/drafts"))).not.toContain("Waiting for an editor");
  });

  it("takes back what was handed in, to write on", async () => {
    const mine = (await Window.open(writer, "/desk/articles/new")).type({ title: "Votes" });
    await mine.send("hand-in");
    expect(location(await writer.post(`${mine.path}/hand-back`, {}))).toBe(`${mine.path}?done=back`);
    expect(text(await writer.page(mine.path))).toContain("Hand in");
  });
});

describe("a reader", () => {
  it("neither writes nor sees drafts", async () => {
    const reader = await signInAs(room, "reader");
    for (const path of ["/desk/articles/new", "/desk/drafts"]) expect((await reader.get(path)).status).toBe(403);
  });
});

describe("the form", () => {
  it("has times by the newsroom's clocks, and asks which of two hours is meant", async () => {
    const desk = await signIn(room);
    const form = (await Window.open(desk, "/desk/articles/new")).type({
      title: "Clocks",
      published_at: "2026-10-25T02:30",
    });
    await form.send("save");
    const page = text(await form.reload());
    expect(page).toContain("Times, as the clocks in Europe/Berlin show them");
    expect(page).toMatch(/comes twice, for the clocks are put back then/);
    expect(page).toMatch(/the first \(UTC\+2\) the second \(UTC\+1\)/);
    form.type({ "published_at.hour": "second" });
    const id =
      location(await form.send("publish"))
        ?.split("/")[3]
        ?.split("?")[0] ?? "";
    expect((await stored(room, id)).article.published_at).toBe("2026-10-25T01:30:00Z");
    const again = await Window.open(desk, `/desk/articles/${id}/edit`);
    expect(again.fields).toMatchObject({ published_at: "2026-10-25T02:30", "published_at.hour": "second" });
  });

  it("shows, while one writes, what readers will see, what is taken out, and where it goes", async () => {
    const desk = await signIn(room);
    const form = (await Window.open(desk, "/desk/articles/new")).type({
      title: "Votes",
      section: "Politics",
      content_html: '<p onclick="x()">The council <b>voted</b>.</p><script>x()</script>',
    });
    const shown = text(await (await desk.post("/desk/articles/preview", form.fields)).text());
    expect(shown).toMatch(/In Everything, Politics\./);
    expect(shown).toMatch(/Taken out .*script/);
    expect(shown).toMatch(/The council\s+voted\s+\./);
    expect(shown).toMatch(/For partners It goes out in For the radio\./);
    form.type({ title: "", "partners.0.embargo": "2026-03-29T02:30", syndication: "none" });
    const wrong = text(await (await desk.post("/desk/articles/preview", form.fields)).text());
    expect(wrong).toMatch(/Not ready yet .*Title is empty\./);
    expect(wrong).toMatch(/Partners, embargo is skipped in Europe\/Berlin: at 02:00 the clocks go on to 03:00/);
  });

  it("shows the story without what is wrong with it, below what that is", async () => {
    const desk = await signIn(room);
    const form = (await Window.open(desk, "/desk/articles/new")).type({
      title: "The tide",
      section: "Politics",
      content_html: "<p>It came in.</p>",
      "images.0.url": "half typed",
    });
    const page = text(await (await desk.post("/desk/articles/preview", form.fields)).text());
    expect(page).toMatch(/Not ready yet Picture 1, address .*Without that, it would be seen like this: .*It came in\./);
  });

  it("offers what was stored lately, partners by their names, and languages by theirs", async () => {
    const desk = await signIn(room);
    await insert(here.db, "partner", {
      ...{ slug: "radio", name: "Harbour Radio" },
      ...{ requests_per_minute: 1, bytes_per_day: 1 },
    });
    await room.put(article("a", { section: "Politics", tags: ["vote"], authors: [{ name: "Ada" }], language: "he" }));
    const form = await Window.open(desk, "/desk/articles/a/edit");
    const page = await desk.page(form.path);
    expect(page).toMatch(/<datalist id="known-tags"><option value="vote">/);
    expect(page).toMatch(/<datalist id="known-authors"><option value="Ada">/);
    expect(page).toMatch(/<option value="he" selected[^>]*>Hebrew \(he\)/);
    expect(text(page)).toContain("Harbour Radio may have it");
    expect(page).toMatch(/<textarea[^>]*lang="he" dir="rtl" data-rich-text/);
  });

  it("has a row for what was uploaded without a script", async () => {
    const desk = await signIn(room);
    const name = `${"9f".repeat(32)}.jpg`;
    await insert(here.db, "file", {
      ...{ name, type: "image/jpeg", length: 34_000, width: 900, height: 675 },
      ...{ uploaded_at: 0, uploaded_by: "Ada" },
    });
    const form = (await Window.open(desk, "/desk/articles/new")).type({ title: "Boats" });
    await form.send("save");
    const page = await desk.page(`${form.path}?rows=images&uploaded=${name}`);
    expect(text(page)).toContain("Uploaded: the file has a row below.");
    expect(fieldsOfForm(page)).toMatchObject({
      "images.0.url": `https://feeds.example/files/${name}`,
      "images.0.type": "image/jpeg",
      "images.0.width": "900",
      "images.0.length": "34000",
    });
  });
});
