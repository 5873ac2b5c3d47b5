import { beforeEach, describe, expect, it } from "vitest";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { signIn, text } from "../browser.ts";
import { signInAs } from "../people/team.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

describe("finding an article", () => {
  const titles = async (q: string) =>
    [
      ...(await (await signIn(room)).page(`/desk/articles?q=${encodeURIComponent(q)}`)).matchAll(
        /<h2><a [^>]+>([^<]+)</g,
      ),
    ].map(([, title]) => title);

  beforeEach(async () => {
    await room.put(article("2026-storm", { title: "Zoë’s storm" }));
    await room.put(article("2026-storm", { title: "Zoë’s great storm" }));
    await room.put(article("2026-calm", { title: "Calm again", guid: "urn:old:7" }));
    await room.put(article("50%_off/é", { title: "Odd id" }));
  });

  it.each([
    ["2026-calm", ["Calm again"]],
    ["2026-", ["Calm again", "Zoë’s great storm"]],
    ["urn:old:7", ["Calm again"]],
    ["https://gazette.example/2026-calm?utm_source=mail#top", ["Calm again"]],
    ["storm zoe", ["Zoë’s great storm"]],
    ["50%_", ["Odd id"]],
    ["%", []],
    ["nothing", []],
    ["", ["Odd id", "Calm again", "Zoë’s great storm"]],
    ["' OR 1=1 --", []],
  ])("by “%s” finds %j", async (query, found) => expect(await titles(query)).toEqual(found));

  it("leads to its page, whatever its id", async () => {
    const desk = await signIn(room);
    const href = /href="(\/desk\/articles\/50[^"]+)"/.exec(await desk.page("/desk/articles?q=Odd"))?.[1] ?? "";
    expect(text(await desk.page(href))).toContain("Odd id");
  });
});

describe("what fields are completed with", () => {
  it("is nothing that drafts alone have, for whoever sees none", async () => {
    await room.put(
      article("secret", { status: "draft", section: "Merger", tags: ["Merger"], credit: { name: "Merger" } }),
    );
    for (const [role, sees] of [
      ["editor", true],
      ["writer", false],
    ] as const) {
      const desk = await signInAs(room, role);
      const started = (await desk.get("/desk/articles/new")).headers.get("location") ?? "";
      for (const page of [await desk.page("/desk/articles"), await desk.page(started)])
        expect([role, page.includes("Merger")]).toEqual([role, sees]);
    }
  });
});
