import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { signIn, text } from "../browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

describe("the feeds at the desk", () => {
  it("are shown with edition, freshness and verification", async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    await room.put(article("b", { section: "Sport" }));
    const page = text(await (await signIn(room)).page("/desk/feeds"));
    expect(page).toContain("3 of 3 feeds verified, 0 refused, 2 stale.");
    expect(page).toMatch(/Politics 1 · just now 1 fresh verified none/);
    expect(page).toMatch(/Sport 1 · just now 0 stale since just now verified none/);
  });

  it("that are refused show each field's stored value beside what was read", async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    const entry = ((await room.items("politics"))[0] as { id: string }).id;
    const discrepancies = JSON.stringify([
      {
        feed: "politics",
        format: "rss",
        entry,
        field: "title",
        stored: "Votes <b>now",
        read: "Votes <i>now",
        reader: "rss-parser",
      },
    ]);
    await here.db.batch([
      here.db.prepare("UPDATE feed SET refusal = ? WHERE slug = 'politics'").bind(discrepancies),
      here.db.prepare("INSERT INTO refusal VALUES ('politics', ?, 1, ?)").bind(Date.now(), discrepancies),
      here.db.prepare("INSERT INTO refusal VALUES ('sport', 5, 1, ?)").bind(discrepancies),
      here.db.prepare("INSERT INTO archive (feed, page, refusal) VALUES ('all', 1, ?)").bind(discrepancies),
    ]);
    const html = await (await signIn(room)).page("/desk/feeds");
    expect(html).toContain("Votes &lt;<mark>b</mark>&gt;now");
    expect(html).toContain("Votes &lt;<mark>i</mark>&gt;now");
    expect(html).toContain('<a href="/desk/articles/a">a</a>');
    const page = text(html);
    expect(page).toContain("2 of 3 feeds verified, 1 refused");
    expect(page).toContain("refused: 1 discrepancy");
    expect(page).toMatch(/Politics, just now : held back, the last good one is served/);
    expect(page).toMatch(/Sport, \d+ years ago : published since/);
    expect(page).toContain("Everything, page 1 of the archive: held back");
  });
});
