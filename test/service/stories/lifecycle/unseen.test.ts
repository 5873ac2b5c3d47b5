import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { exported, imported } from "../../api/moving.ts";
import { article, FEEDS, homeOn, type Newsroom, newsroom } from "../../newsroom.ts";

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom();
});

const retract = (id: string) => desk.request("DELETE", `/api/articles/${id}?reason=Wrong`);
const titles = async (slug = "all") => (await desk.items(slug)).map(({ title }) => title);

describe("a story that is taken back", () => {
  it("leaves no notice where no edition has shown it, though it was in sight", async () => {
    await desk.put(article("other"));
    await desk.put(article("gone"));
    await retract("gone");
    await desk.publish();
    expect(await titles()).toEqual(["Title of other"]);
  });

  it("leaves none again when its reason changes, or a definition chooses anew", async () => {
    await desk.put(article("gone"));
    await retract("gone");
    await desk.request("DELETE", "/api/articles/gone?reason=Another");
    desk = await newsroom([...FEEDS, { slug: "more", title: "More", description: "More" }], SITE, {}, { keep: true });
    await desk.sweep();
    await desk.publish();
    expect([await titles(), await titles("more")]).toEqual([[], []]);
  });

  it("comes back as if it were new, and leaves a notice once it has been shown", async () => {
    await desk.put(article("gone"));
    await retract("gone");
    await desk.request("POST", "/api/articles/gone/revisions/1/restore");
    await desk.publish();
    expect(await titles()).toEqual(["Title of gone"]);
    await retract("gone");
    await desk.publish();
    expect(await titles()).toEqual(["Withdrawn"]);
  });

  it("leaves one where an edition of any feed has shown it, whatever has become of that since", async () => {
    await desk.put(article("gone", { section: "Politics" }));
    await desk.publish();
    desk = await newsroom(FEEDS.slice(0, 1), SITE, {}, { keep: true });
    await retract("gone");
    await desk.publish();
    expect(await titles()).toEqual(["Withdrawn"]);
  });

  it("leaves one in the archive that alone has it", async () => {
    desk = await newsroom([{ slug: "all", title: "All", description: "News", entries: 1 }]);
    for (const id of ["gone", "b", "c"]) await desk.put(article(id));
    await desk.publish();
    await desk.sweep();
    await desk.publish();
    await retract("gone");
    await desk.publish();
    expect(await titles()).toEqual(["Withdrawn"]);
  });

  it("leaves one where it came from an old feed, whose readers have it", async () => {
    await desk.put(article("gone", { guid: "http://old.example/?p=7" }));
    await retract("gone");
    await desk.publish();
    expect(await titles()).toEqual(["Withdrawn"]);
  });

  it("leaves one where it came from another store, whose readers have it", async () => {
    await desk.put(article("gone"));
    await desk.publish();
    const lines = await exported(desk);
    desk = await newsroom();
    await imported(desk, lines);
    await retract("gone");
    await desk.publish();
    expect(await titles()).toEqual(["Withdrawn"]);
  });

  it("leaves one where what was served then is no longer kept", async () => {
    await desk.put(article("gone"));
    await here.db.prepare("UPDATE revision SET stored_at = stored_at - 401 * 86400000").run();
    await retract("gone");
    await desk.publish();
    expect(await titles()).toEqual(["Withdrawn"]);
  });

  it("leaves one where the edition that shows it comes out while it is taken back", async () => {
    const db = homeOn().db;
    let late = false;
    const slow = await newsroom(FEEDS, SITE, {
      db: {
        prepare: (sql) => db.prepare(sql),
        async batch(statements) {
          // The publisher has chosen its articles, and puts its edition in.
          if (late && statements.length > 5) {
            late = false;
            await retract("gone");
          }
          return db.batch(statements);
        },
      },
    });
    desk = await newsroom(FEEDS, SITE, {}, { keep: true });
    await desk.put(article("gone"));
    late = true;
    await slow.publish();
    expect(late).toBe(false);
    await desk.publish();
    expect(await titles()).toEqual(["Withdrawn"]);
  });

  it("leaves one where the edition came between the look at what was served and the save", async () => {
    const db = homeOn().db;
    let early = false;
    const saving = await newsroom(FEEDS, SITE, {
      db: {
        prepare: (sql) => db.prepare(sql),
        async batch(statements) {
          const found = await db.batch<never>(statements);
          // The read of what is known: three statements.
          if (early && statements.length === 3) {
            early = false;
            await desk.publish();
          }
          return found;
        },
      },
    });
    desk = await newsroom(FEEDS, SITE, {}, { keep: true });
    await desk.put(article("gone"));
    early = true;
    await saving.request("DELETE", "/api/articles/gone?reason=Wrong");
    expect(early).toBe(false);
    await desk.publish();
    expect(await titles()).toEqual(["Withdrawn"]);
  });
});
