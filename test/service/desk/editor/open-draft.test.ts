import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../../newsroom.ts";
import { type Browser, browserOf, signIn, stored, text } from "../browser.ts";
import { Window } from "./writing.ts";

const BERLIN = { ...SITE, zone: "Europe/Berlin" };
const NEW_YORK = { ...SITE, zone: "America/New_York" };

const TOLD = "The newsroom’s clocks are those of America/New_York now.";

let room: Newsroom;
let desk: Browser;
beforeEach(async () => {
  room = await newsroom(FEEDS, BERLIN);
  desk = await signIn(room);
});

/** The newsroom moves to other clocks, and its people go on where they were. */
async function move(): Promise<void> {
  room = await newsroom(FEEDS, NEW_YORK, {}, { keep: true });
  desk = await browserOf(room, desk.cookie, "/desk");
}

const published = async (answer: Response) =>
  (await stored(room, answer.headers.get("location")?.split("/")[3]?.split("?")[0] ?? "")).article;

describe("a draft that is open while the newsroom's zone changes", () => {
  it("keeps the times that were meant, and says in whose clocks", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type({ title: "Votes", content_html: "<p>x</p>" });
    await form.type({ embargo_until: "2126-07-01T10:00" }).autosave();
    expect(text(await desk.page(form.path))).not.toContain("The newsroom’s clocks");
    await move();
    const open = await Window.open(desk, form.path);
    const page = text(await desk.page(form.path));
    expect(page).toContain(`${TOLD} The times of this draft stay those of Europe/Berlin, where it was begun.`);
    expect(page).toContain("Times, as the clocks in Europe/Berlin show them");
    await open.type({ title: "The votes", expires_at: "2126-07-02T10:00" }).autosave();
    expect(await published(await open.send("publish"))).toMatchObject({
      embargo_until: "2126-07-01T08:00:00Z",
      expires_at: "2126-07-02T08:00:00Z",
    });
    expect(text(await desk.page((await Window.open(desk, "/desk/articles/new")).path))).not.toContain(TOLD);
  });

  it("keeps them where it was begun before its zone was noted, in the window that is open", async () => {
    const form = (await Window.open(desk, "/desk/articles/new")).type({ title: "Votes", content_html: "<p>x</p>" });
    await form.type({ embargo_until: "2126-07-01T10:00" }).autosave();
    await here.db.prepare("UPDATE draft SET fields = json_remove(fields, '$.zone')").run();
    const open = await Window.open(desk, form.path);
    await move();
    expect(await published(await desk.post(`${form.path}/publish`, open.fields))).toMatchObject({
      embargo_until: "2126-07-01T08:00:00Z",
    });
  });

  it("keeps them where the stored story has changed, too, and nobody is asked about times that nobody changed", async () => {
    await room.put(article("a", { embargo_until: "2126-07-01T08:00:00Z" }));
    const form = (await Window.open(desk, "/desk/articles/a/edit")).type({ title: "Mine" });
    await form.autosave();
    await move();
    await room.put(article("a", { embargo_until: "2126-07-01T08:00:00Z", summary: "Theirs" }));
    const open = await Window.open(desk, form.path);
    await open.send("publish");
    const asked = await Window.open(desk, form.path);
    await desk.post(`${form.path}/rebase`, { ...asked.fields, revision: "2" });
    const again = await Window.open(desk, form.path);
    expect(again.fields).toMatchObject({ zone: "Europe/Berlin", embargo_until: "2126-07-01T10:00", summary: "Theirs" });
    await again.send("publish", { readers: "minor" });
    expect((await stored(room, "a")).article).toMatchObject({ title: "Mine", embargo_until: "2126-07-01T08:00:00Z" });
  });
});
