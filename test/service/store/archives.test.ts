import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import {
  addPage,
  findCurrentPage,
  findPage,
  findPageDocument,
  linkPages,
  listPage,
  type PageState,
  savePage,
  savePageComposed,
} from "../../../src/service/store/archives.ts";
import { type FeedState, findFeedState } from "../../../src/service/store/feeds.ts";
import { MAX_EDITION_BYTES } from "../../../src/service/store/newest.ts";
import { PART_LENGTH } from "../../../src/service/store/split-text.ts";
import { emptyStore, FAULT, insert, insertArticle, insertFeed, insertMembership, select, VALIDATORS } from "./rows.ts";

const NOW = 100_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insertFeed(db, "all", { page_size: 2, changed: 3, composed: 3 });
});

async function state(): Promise<FeedState> {
  const found = await findFeedState(db, "all");
  if (!found) throw new Error("no feed");
  return found;
}

async function put(id: string, updated: number, more: Record<string, string | number | null> = {}, body = "{}") {
  await insertArticle(db, id, { body });
  await insertMembership(db, "all", id, { updated, ...more });
}

const paged = async () =>
  (await select(db, "SELECT article_id || ':' || page AS at FROM membership WHERE page IS NOT NULL ORDER BY at")).map(
    (row) => (row as { at: string }).at,
  );

describe("a new page", () => {
  it("holds the oldest articles that none has yet, as many as the feed's pages do", async () => {
    for (const [id, updated] of [
      ["d", 4],
      ["a", 1],
      ["c", 3],
      ["b", 2],
    ] as const)
      await put(id, updated);
    await addPage(db, await state(), NOW);
    expect(await paged()).toEqual(["a:1", "b:1"]);
    await addPage(db, await state(), NOW);
    expect(await paged()).toEqual(["a:1", "b:1", "c:2", "d:2"]);
    expect(await state()).toMatchObject({ pages: 2, stale_page: 1, unpublished_page: 1 });
  });

  it("holds nothing under embargo, and what has expired: its place in the order is its own", async () => {
    await put("held", 1, { visible_from: NOW + 1 });
    await put("expired", 2, { visible_until: 5 });
    await put("seen", 3);
    await addPage(db, await state(), NOW);
    expect(await paged()).toEqual(["expired:1", "seen:1"]);
  });

  it("holds fewer where they are too large together, and one however large it is", async () => {
    const large = JSON.stringify("x".repeat(MAX_EDITION_BYTES - 1));
    await put("a", 1, {}, large);
    await put("b", 2);
    await addPage(db, await state(), NOW);
    expect(await paged()).toEqual(["a:1"]);
  });

  it("of two publishers is the first one's: the second leaves all as it is", async () => {
    for (const id of ["a", "b", "c"]) await put(id, 1);
    const read = await state();
    await addPage(db, read, NOW);
    await addPage(db, read, NOW);
    expect([await paged(), (await state()).pages]).toEqual([["a:1", "b:1"], 1]);
  });
});

describe("a page's articles", () => {
  it("are those that may be seen, the newest first; a notice stands for good", async () => {
    await put("a", 1, { page: 1 });
    await put("b", 2, { page: 1 });
    await put("expired", 3, { page: 1, visible_until: NOW });
    await put("notice", 4, { page: 1, visible_until: NOW, notice: 1 });
    await put("held", 5, { page: 1, visible_from: NOW + 1 });
    await put("elsewhere", 6, { page: 2 });
    expect((await listPage(db, "all", 1, NOW)).map(({ entryId }) => entryId)).toEqual([
      "entry:notice",
      "entry:b",
      "entry:a",
    ]);
    expect(await listPage(db, "all", 9, NOW)).toEqual([]);
  });
});

describe("a version of a page", () => {
  const bodies = (text: string): ["rss" | "json", string][] => [
    ["rss", text],
    ["json", "eA=="],
  ];
  const found = async (): Promise<PageState> => {
    const page = await findPage(db, "all", 1);
    if (!page) throw new Error("no page");
    return page;
  };
  const save = async (text: string, page?: PageState) =>
    savePage(
      db,
      "all",
      page ?? (await found()),
      { validators: VALIDATORS, bodies: bodies(text), discrepancies: [] },
      0,
    );
  const document = (version: number) => findPageDocument(db, { slug: "all", page: 1, version, format: "rss" });

  beforeEach(() => insert(db, "archive", { feed: "all", page: 1, changed: 4 }));

  it("is none before the first", async () => {
    expect(await found()).toEqual({ page: 1, changed: 4, composed: 0, version: 0, validators: null });
    expect([await findCurrentPage(db, "all", 1), await findPage(db, "all", 2)]).toEqual([null, null]);
  });

  it("comes back as it was stored, in however many parts", async () => {
    const text = `${"A".repeat(PART_LENGTH)}BC==`;
    expect(await save(text)).toBe(true);
    expect(await findCurrentPage(db, "all", 1)).toEqual({ number: 1, validators: VALIDATORS });
    expect((await document(1)) === text).toBe(true);
    expect(await select(db, "SELECT composed, refusal FROM archive")).toEqual([{ composed: 4, refusal: null }]);
  });

  it("takes the place of the one before, of which nothing stays", async () => {
    await save("AQ==");
    await save("Ag==");
    expect([await document(1), await document(2)]).toEqual([null, "Ag=="]);
  });

  it("of two publishers is the first one's: the second changes nothing, and the page stays stale for it", async () => {
    const read = await found();
    await save("AQ==", read);
    await db.prepare("UPDATE archive SET changed = 5").run();
    expect(await save("Ag==", { ...read, changed: 5 })).toBe(false);
    expect(await document(1)).toBe("AQ==");
    expect(await select(db, "SELECT version, changed, composed FROM archive")).toEqual([
      { version: 1, changed: 5, composed: 4 },
    ]);
  });

  it("that left something out says why; so does one that was not made at all", async () => {
    await savePage(db, "all", await found(), { validators: VALIDATORS, bodies: [], discrepancies: [FAULT] }, 0);
    expect(await select(db, "SELECT refusal FROM archive")).toEqual([{ refusal: JSON.stringify([FAULT]) }]);
    await savePageComposed(db, "all", { ...(await found()), changed: 5 }, []);
    expect(await select(db, "SELECT version, composed, refusal FROM archive")).toEqual([
      { version: 1, composed: 5, refusal: null },
    ]);
    await savePageComposed(db, "all", { ...(await found()), changed: 3 }, [FAULT]);
    expect(await select(db, "SELECT composed, refusal FROM archive")).toEqual([
      { composed: 5, refusal: JSON.stringify([FAULT]) },
    ]);
  });
});

describe("linking pages", () => {
  it("makes the feed stale, whose documents name the newest page (RFC 5005 §4)", async () => {
    await linkPages(db, "all", 2, NOW);
    expect(await state()).toMatchObject({ linked: 2, changed: 4, composed: 3, stale_since: NOW });
  });

  it("keeps the time since which a feed has been stale", async () => {
    await db.prepare("UPDATE feed SET changed = 4, stale_since = 7").run();
    await linkPages(db, "all", 2, NOW);
    expect(await state()).toMatchObject({ changed: 5, stale_since: 7 });
  });

  it.each([1, 2])("that are linked already changes nothing: up to %i", async (page) => {
    await db.prepare("UPDATE feed SET linked = 2").run();
    await linkPages(db, "all", page, NOW);
    expect(await state()).toMatchObject({ linked: 2, changed: 3, stale_since: null });
  });
});
