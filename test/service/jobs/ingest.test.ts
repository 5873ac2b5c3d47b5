import { beforeEach, describe, expect, it, vi } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { Database, Home } from "../../../src/service/home.ts";
import { Ingest } from "../../../src/service/jobs/ingest.ts";
import { takingUp } from "../../../src/service/jobs/take-up.ts";
import { SITE } from "../../site.ts";
import { logged } from "../logged.ts";
import { FEEDS, homeOn } from "../newsroom.ts";
import { emptyStore, parsed, select } from "../store/rows.ts";

const catalog = parseCatalog(SITE, FEEDS);

let wakes: number;
let home: Home;
let ingest: Ingest;

beforeEach(async () => {
  await emptyStore();
  wakes = 0;
  home = { ...homeOn(), wake: async () => void wakes++ };
  ingest = new Ingest(home, catalog, takingUp(home, catalog));
  return () => vi.restoreAllMocks();
});

describe("a save", () => {
  it("tells the feeds that the article comes into, stays in, or leaves", async () => {
    const sport = parsed("a", { section: "Sport" });
    expect(await ingest.save(sport)).toEqual({ status: "created", id: "a", revision: 1, feeds: ["all", "sport"] });
    expect(await ingest.save(parsed("a", { section: "Politics" }))).toEqual({
      ...{ status: "changed", id: "a", revision: 2, feeds: ["all", "sport", "politics"] },
    });
    expect(await ingest.save(parsed("a", { section: "Politics" }))).toEqual({
      ...{ status: "unchanged", id: "a", revision: 2, feeds: ["all", "politics"] },
    });
  });

  it("is of feeds that the store has taken up, though nobody has asked for them yet", async () => {
    await ingest.save(parsed("a"));
    expect(await select(home.db, "SELECT count(*) AS feeds FROM feed")).toEqual([{ feeds: 3 }]);
  });

  it("mints the id of an entry by the masthead's tag, and puts what no URI may hold into it as it may (RFC 4151 §2.1)", async () => {
    await ingest.save(parsed("ä/1", { url: "https://gazette.example/x" }));
    expect(await select(home.db, "SELECT entry_id FROM article")).toEqual([
      { entry_id: "tag:gazette.example,2026:%C3%A4%2F1" },
    ]);
  });

  it("wakes the publisher where a fresh feed became stale, and not again while it is", async () => {
    await ingest.save(parsed("a"));
    await home.db.prepare("UPDATE feed SET composed = changed, stale_since = NULL").run();
    wakes = 0;
    await ingest.save(parsed("b"));
    await ingest.save(parsed("c"));
    await ingest.save(parsed("c"));
    expect(wakes).toBe(1);
  });

  it("that is refused or conflicts leaves the store as it is, and wakes nobody", async () => {
    await ingest.save(parsed("a", { guid: "old-1" }));
    await home.db.prepare("UPDATE feed SET composed = changed, stale_since = NULL").run();
    const before = await select(home.db, "SELECT * FROM feed");
    wakes = 0;
    expect(await ingest.save(parsed("b", { guid: "old-1" }))).toMatchObject({ status: "refused", id: "b" });
    expect(await ingest.save(parsed("a", { title: "New" }), (revision) => revision === 7)).toEqual({
      ...{ status: "conflict", id: "a", revision: 1 },
    });
    expect([await select(home.db, "SELECT * FROM feed"), wakes]).toEqual([before, 0]);
    expect(await select(home.db, "SELECT id FROM article")).toEqual([{ id: "a" }]);
  });
});

describe("a save of several articles", () => {
  it("has one outcome each, in their order, and what is refused stops no other", async () => {
    await ingest.save(parsed("known"));
    const some = [parsed("a"), parsed("known"), parsed("b", { guid: "tag:gazette.example,2026:known" }), parsed("c")];
    const outcomes = await ingest.saveAll(some);
    expect(outcomes.map(({ id, status }) => [id, status])).toEqual([
      ["a", "created"],
      ["known", "unchanged"],
      ["b", "refused"],
      ["c", "created"],
    ]);
  });

  it("gives an entry's id to the first of two that want it", async () => {
    const outcomes = await ingest.saveAll([parsed("a", { guid: "old-1" }), parsed("b", { guid: "old-1" })]);
    expect(outcomes).toMatchObject([
      { status: "created" },
      {
        status: "refused",
        problems: [{ path: "/guid", detail: "the entry id old-1 belongs to the article a already" }],
      },
    ]);
  });

  it("is none of nothing", async () => {
    expect(await ingest.saveAll([])).toEqual([]);
  });
});

describe("an article whose URL another one has", () => {
  const url = "https://gazette.example/same";
  const notice = (other: string) => ({
    path: "/url",
    detail: `the article ${other} has this URL, too: feeds show both`,
  });
  const lone = () => new Ingest(home, parseCatalog({ ...SITE, unique_urls: true }, FEEDS), takingUp(home, catalog));

  it("is refused where its holder wants to leave it in the same transaction, and may not", async () => {
    const url = "https://gazette.example/2";
    await lone().saveAll([parsed("a", { url })]);
    const [b, a] = await lone().saveAll([parsed("b", { url }), parsed("a", { url: `${url}/3`, guid: "other" })]);
    expect([b?.status, a?.status]).toEqual(["refused", "refused"]);
  });

  it("is stored, and it is told, as often as it is saved", async () => {
    expect(await ingest.save(parsed("a", { url }))).not.toHaveProperty("notices");
    for (const status of ["created", "unchanged"])
      expect(await ingest.save(parsed("b", { url }))).toMatchObject({ status, notices: [notice("a")] });
    expect(await ingest.save(parsed("a", { url, title: "New" }))).toMatchObject({ notices: [notice("b")] });
  });

  it("is told of each of two that come together", async () => {
    expect(await ingest.saveAll([parsed("a", { url }), parsed("x"), parsed("b", { url })])).toMatchObject([
      { status: "created", notices: [notice("b")] },
      { status: "created" },
      { status: "created", notices: [notice("a")] },
    ]);
  });

  it("is not told where one of them was taken back, has gone elsewhere, or goes now", async () => {
    await ingest.saveAll([parsed("a", { url, status: "canceled" }), parsed("b", { url })]);
    await ingest.save(parsed("b", { url: `${url}/2` }));
    const saved = await ingest.saveAll([parsed("c", { url }), parsed("b", { url: `${url}/3` })]);
    const moved = await ingest.saveAll([parsed("d", { url }), parsed("c", { url: `${url}/4` })]);
    for (const one of [...saved, ...moved]) expect(one).not.toHaveProperty("notices");
  });

  it("is refused where the masthead asks for that, also of two that come together", async () => {
    const refused = (other: string) => [{ path: "/url", detail: expect.stringContaining(`article ${other}:`) }];
    const saved = await lone().saveAll([parsed("a", { url }), parsed("b", { url })]);
    expect(saved).toMatchObject([{ status: "created" }, { status: "refused", problems: refused("a") }]);
    expect(await lone().save(parsed("c", { url }))).toMatchObject({ status: "refused", problems: refused("a") });
    await lone().save(parsed("a", { url, status: "canceled" }));
    expect(await lone().save(parsed("c", { url }))).toMatchObject({ status: "created" });
    expect(await lone().save(parsed("a", { url }))).toMatchObject({ status: "refused", problems: refused("c") });
  });

  it("keeps it, and is corrected still, where it had it before the masthead asked", async () => {
    await ingest.saveAll([parsed("a", { url }), parsed("b", { url })]);
    expect(await lone().save(parsed("b", { url, title: "New" }))).toMatchObject({
      ...{ status: "changed", notices: [notice("a")] },
    });
  });

  it("is refused though the other came between the read and the write", async () => {
    const db = meeting(1, () => lone().save(parsed("a", { url })));
    const late = new Ingest(
      { ...home, db },
      parseCatalog({ ...SITE, unique_urls: true }, FEEDS),
      async () => undefined,
    );
    expect(await late.save(parsed("b", { url }))).toMatchObject({ status: "refused", problems: [{ path: "/url" }] });
    expect(await select(home.db, "SELECT id FROM article")).toEqual([{ id: "a" }]);
  });
});

describe("two saves that meet", () => {
  it("both stand: the later one starts over from the other's revision", async () => {
    await ingest.save(parsed("a"));
    let count = 0;
    const db = meeting(4, () => ingest.save(parsed("a", { title: `Theirs ${++count}` })));
    const ours = new Ingest({ ...home, db }, catalog, async () => undefined);
    expect(await ours.save(parsed("a", { title: "Ours" }))).toMatchObject({ status: "changed", revision: 6 });
  });

  it("ask the precondition again: what was so when it was read is so no more", async () => {
    await ingest.save(parsed("a"));
    const db = meeting(1, () => ingest.save(parsed("a", { title: "Theirs" })));
    const ours = new Ingest({ ...home, db }, catalog, async () => undefined);
    expect(await ours.save(parsed("a", { title: "Ours" }), (revision) => revision === 1)).toEqual({
      ...{ status: "conflict", id: "a", revision: 2 },
    });
  });

  it("end somewhere: after five times the fault is told", async () => {
    await ingest.save(parsed("a"));
    let count = 0;
    const db = meeting(5, () => ingest.save(parsed("a", { title: `Theirs ${++count}` })));
    const ours = new Ingest({ ...home, db }, catalog, async () => undefined);
    await expect(ours.save(parsed("a", { title: "Ours" }))).rejects.toMatchObject({ name: "Conflict" });
  });

  it("are told apart from a store that is broken, which is not asked again", async () => {
    let asked = 0;
    const db: Database = {
      prepare: (sql) => home.db.prepare(sql),
      batch: async () => {
        asked += 1;
        throw new Error("no connection");
      },
    };
    const ours = new Ingest({ ...home, db }, catalog, async () => undefined);
    await expect(ours.save(parsed("a"))).rejects.toThrow("no connection");
    expect(asked).toBe(1);
  });
});

describe("an article that breaks the code which stores it", () => {
  it("is refused alone, by name, and logged; the others are stored", async () => {
    const log = logged();
    const poison = Object.defineProperty(parsed("bad"), "section", {
      get() {
        throw new RangeError("Maximum call stack size exceeded");
      },
    });
    const saved = await ingest.saveAll([parsed("a"), poison, parsed("b")]);
    expect(saved.map(({ id, status }) => [id, status])).toEqual([
      ["a", "created"],
      ["bad", "refused"],
      ["b", "created"],
    ]);
    expect(saved[1]).toMatchObject({ problems: [{ path: "", detail: expect.stringMatching(/RangeError: Maximum/) }] });
    expect(await select(home.db, "SELECT id FROM article ORDER BY id")).toEqual([{ id: "a" }, { id: "b" }]);
    expect(log).toEqual([expect.objectContaining({ event: "article failed", id: "bad" })]);
  });
});
/** A store in which somebody else saves between the read of ours and its write, so many times. */
function meeting(times: number, other: () => Promise<unknown>): Database {
  let left = times;
  return {
    prepare: (sql) => home.db.prepare(sql),
    async batch(statements) {
      // The read is three statements, the write many.
      if (statements.length > 3 && left > 0) {
        left -= 1;
        await other();
      }
      return home.db.batch(statements);
    },
  };
}
