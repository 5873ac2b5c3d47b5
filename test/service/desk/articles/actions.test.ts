import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { type Browser, signIn, stored, text } from "../browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => void vi.useRealTimers());

describe("what an editor does", () => {
  let desk: Browser;
  beforeEach(async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    desk = await signIn(room);
  });

  it("withholds and releases", async () => {
    const done = await desk.post("/desk/articles/a/status", { status: "withheld", revision: "1" });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/desk/articles/a?done=changed"]);
    await wait();
    expect(await room.items("politics")).toEqual([]);
    expect(text(await desk.page("/desk/articles/a?done=changed"))).toMatch(/Done\. .* Withheld .* Release/);
    await desk.post("/desk/articles/a/status", { status: "usable", revision: "2" });
    await wait();
    expect(await room.items("politics")).toHaveLength(1);
  });

  it("takes back in two steps, with a reason", async () => {
    const step = text(await desk.page("/desk/articles/a/retract"));
    expect(step).toMatch(
      /Take this story back\? Title of a It goes from these 2 feeds, in all formats: Everything, which shows its notice for 35 days Politics/,
    );
    expect(step).toContain("Readers may have seen it");
    expect((await stored(room, "a")).revision).toBe('"1"');
    const without = await desk.post("/desk/articles/a/retract", { reason: " ", revision: "1" });
    expect([without.status, text(await without.text()).includes("A reason is needed")]).toEqual([422, true]);
    await desk.post("/desk/articles/a/retract", { reason: "It was wrong", revision: "1" });
    expect((await stored(room, "a")).article).toMatchObject({ status: "canceled", reason: "It was wrong" });
    await wait();
    expect(JSON.stringify(await room.items("politics"))).toContain("It was wrong");
    expect(JSON.stringify(await room.items("politics"))).not.toContain("Text of a");
  });

  it("restores a former revision as a new one", async () => {
    const { article: first } = await stored(room, "a");
    await room.put({ ...first, id: "a", title: "Spoiled" });
    const done = await desk.post("/desk/articles/a/restore", { restore: "1", revision: "2" });
    expect(done.headers.get("location")).toBe("/desk/articles/a?done=changed");
    expect(await stored(room, "a")).toEqual({ revision: '"3"', article: first });
    expect(text(await desk.page("/desk/articles/a"))).toContain("The publish token changed it: restored revision 1.");
    const none = await desk.post("/desk/articles/a/restore", { restore: "9", revision: "3" });
    expect(none.status).toBe(422);
  });

  it("keeps a correction told and a story withheld, whatever text is restored", async () => {
    const { article: first } = await stored(room, "a");
    const corrections = [{ at: "2026-01-02T00:00:00Z", note: "It was Tuesday." }];
    await room.put({ ...first, id: "a", title: "Spoiled", corrections });
    await desk.post("/desk/articles/a/status", { status: "withheld", revision: "2" });
    await desk.post("/desk/articles/a/restore", { restore: "1", revision: "3" });
    expect((await stored(room, "a")).article).toEqual({ ...first, corrections, status: "withheld" });
  });

  it.each([
    ["status", { status: "withheld" }],
    ["restore", { restore: "1" }],
    ["retract", { reason: "It was wrong" }],
  ])("does not overwrite what another desk has done meanwhile: %s", async (action, fields) => {
    const { article: first } = await stored(room, "a");
    await room.put({ ...first, id: "a", title: "Theirs" });
    const answer = await desk.post(`/desk/articles/a/${action}`, { ...fields, revision: "1" } as Record<
      string,
      string
    >);
    expect(answer.status).toBe(412);
    const page = text(await answer.text());
    expect(page).toContain("You were looking at revision 1; meanwhile the article has become revision 2.");
    expect(page).toMatch(/title T itle of a T heirs/);
    expect(await stored(room, "a")).toMatchObject({ revision: '"2"', article: { title: "Theirs", status: "usable" } });
  });

  it.each(["status", "restore"])("does nothing where the form is not whole: %s", async (action) => {
    const forms: Record<string, string>[] = [
      {},
      { revision: "1" },
      { revision: "1", status: "canceled" },
      { revision: "x", status: "withheld", restore: "1" },
    ];
    for (const fields of forms) expect((await desk.post(`/desk/articles/a/${action}`, fields)).status).toBe(422);
    expect((await stored(room, "a")).revision).toBe('"1"');
  });

  /** A feed is published once a second. */
  async function wait() {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 1_500 });
    await room.publish();
  }
});
