import { beforeEach, describe, expect, it } from "vitest";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { signIn, text } from "../browser.ts";

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
