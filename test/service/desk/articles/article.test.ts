import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { signIn, stored, text } from "../browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => void vi.useRealTimers());

describe("an article at the desk", () => {
  it("shows its state, its revisions field by field, and where each was served", async () => {
    await room.put(
      article("a", { section: "Politics", title: "The vote is tonight", published_at: "2026-01-01T00:00:00Z" }),
    );
    await room.publish();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2_000 });
    const { article: first } = await stored(room, "a");
    await room.put({ ...first, id: "a", title: "The vote was tonight", tags: ["Votes"] });
    await room.publish();
    const html = await (await signIn(room)).page("/desk/articles/a");
    expect(html).toContain("The vote <mark>i</mark>s tonight");
    expect(html).toContain("The vote <mark>wa</mark>s tonight");
    const page = text(html);
    expect(page).toMatch(/The vote was tonight .* Text of a\. .* In 2 feeds since January 1, 2026/);
    expect(page).toContain("Feeds Everything , Politics");
    expect(page).toMatch(/The publish token changed it\. .*revision 2, the current one Changed: title, tags/);
    expect(page).toMatch(/The publish token added it\. Restore revision 1 .*All of it: /);
    expect(page).toMatch(/Served in 2 feeds from edition 1, no longer Feed Editions From Until Everything 1 to 1 /);
    expect(page).toMatch(/Everything 2 to now /);
  });

  it("says which other article has its URL", async () => {
    await room.put(article("a"));
    const desk = await signIn(room);
    expect(text(await desk.page("/desk/articles/a"))).not.toContain("Twice in feeds");
    await room.put(article("b/1", { url: "https://gazette.example/a" }));
    const html = await desk.page("/desk/articles/a");
    expect(text(html)).toContain("Twice in feeds : the article b/1 has this URL, too.");
    expect(html).toContain('<a href="/desk/articles/b%2F1">b/1</a>');
  });

  it.each([
    [{ status: "withheld" }, "Withheld by the publish token just now : it is in no feed."],
    [{ status: "canceled", reason: "It was wrong" }, "Taken back by the publish token just now : It was wrong"],
    [{ embargo_until: "2999-01-01T00:00:00Z" }, "Embargoed until January 1, 2999"],
    [{ published_at: "2026-01-01T00:00:00Z", expires_at: "2026-01-02T00:00:00Z" }, "Expired on January 2, 2026"],
  ])("that is %j says so", async (fields, words) => {
    await room.put(article("a", fields));
    expect(text(await (await signIn(room)).page("/desk/articles/a"))).toContain(words);
  });

  it("is none where no article has the id", async () => {
    const desk = await signIn(room);
    for (const path of ["/desk/articles/none", "/desk/articles/none/retract"])
      expect((await desk.get(path)).status).toBe(404);
    const fields = { revision: "1", status: "withheld", restore: "1", reason: "x" };
    for (const action of ["status", "restore", "retract"])
      expect((await desk.post(`/desk/articles/none/${action}`, fields)).status).toBe(404);
  });
});

describe("the pages of an article's life", () => {
  it("have each deed once, and none is left out between them", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    for (let revision = 1; revision <= 14; revision += 1) {
      await room.put(article("a", { title: `Title ${revision}` }));
      vi.setSystemTime(Date.now() + 1_000);
    }
    const desk = await signIn(room);
    const pages = [await desk.page("/desk/articles/a"), await desk.page("/desk/articles/a?up_to=4")].map(text);
    const told = pages.map((page) => page.match(/The publish token (added|changed) it\./g)?.length);
    expect(told).toEqual([10, 4]);
    expect(pages.join()).not.toContain("The log does not tell");
  });
});
