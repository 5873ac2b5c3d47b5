import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { FAULT } from "../../store/rows.ts";
import { signIn, text } from "../browser.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

const page = async () => (await signIn(room)).page("/desk");

describe("the desk's first page", () => {
  it("says in one line that nothing needs anybody, and has a line for each feed", async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    const html = text(await page());
    expect(html).toContain("Today Nothing needs anybody: all that is stored is out, as it was stored. Feeds");
    expect(html).toMatch(/Politics verified edition 1, just now 1 entry/);
  });

  it("leads from an edition that is held back to the story and its field", async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    const entry = ((await room.items("politics"))[0] as { id: string }).id;
    const refusal = JSON.stringify([{ ...FAULT, feed: "politics", entry, field: "title", format: "rss" }]);
    await here.db.prepare("UPDATE feed SET refusal = ? WHERE slug = 'politics'").bind(refusal).run();
    await here.db.prepare("INSERT INTO refusal VALUES ('politics', ?, 1, ?)").bind(Date.now(), refusal).run();
    const html = await page();
    expect(text(html)).toContain(
      "1 thing is wrong. Wrong Politics is held back: the title of “Title of a” does not come back from RSS as it is stored since just now Look at the story",
    );
    expect(html).toContain('<a class="action" href="/desk/articles/a">Look at the story</a>');
    expect(text(html)).toMatch(/Politics held back edition 1, just now/);
  });

  it("names a feed that waits for longer than the publisher takes, and a story that should be out of it", async () => {
    await room.put(article("a", { section: "Politics" }));
    await room.publish();
    await room.document("/feeds/politics.rss");
    await room.request("DELETE", "/api/articles/a?reason=Wrong");
    expect(text(await page())).not.toContain("Wrong");
    const before = Date.now() - 3_600_000;
    await here.db.prepare("UPDATE feed SET stale_since = ? WHERE slug = 'politics'").bind(before).run();
    await here.db.prepare("UPDATE taken_back SET at = ?").bind(before).run();
    const html = text(await page());
    expect(html).toContain("Politics is stale: readers see an edition from before the last changes since 1 hour ago");
    expect(html).toContain("“Title of a” was taken back, and is in a feed still since 1 hour ago See where");
    await room.publish();
    expect(text(await page())).toContain("Nothing needs anybody");
  });

  it("has today's embargoes and expiries by the newsroom's clock, and those of later below", async () => {
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000 + 60_000).toISOString();
    await room.put(article("late", { section: "Sport", embargo_until: inHours(48) }));
    await room.put(article("ends", { expires_at: inHours(72) }));
    await room.put(article("gone", { embargo_until: inHours(49), status: "withheld" }));
    await room.put(article("past", { published_at: "2026-01-01T00:00:00Z", expires_at: "2026-01-02T00:00:00Z" }));
    const html = text(await page());
    expect(html).toMatch(
      /Embargoes after today Title of late in 2 days, [^·]+ · Everything, Sport Expiries after today Title of ends in 3 days, [^·]+ · Everything [^·]*What readers see/,
    );
    expect(html).toContain("Nothing needs anybody");
  });
});
