import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, PUBLISH_TOKEN } from "../../../src/people/actor.ts";
import {
  type DeskDraft,
  discardDraft,
  endDraft,
  findBlankDraft,
  findDraft,
  findDraftOf,
  handDraft,
  listDrafts,
  listStoredDrafts,
  listWaitingDrafts,
  saveDraft,
  startDraft,
} from "../../../src/service/store/drafts.ts";
import { here } from "../../homes/here.ts";
import { article, newsroom } from "../newsroom.ts";
import { explain, recordQueries } from "./recording.ts";

const ADA: Actor = { kind: "person", id: "ada", name: "Ada Quill" };
const BEN: Actor = { kind: "person", id: "ben", name: "Ben Tide" };
const { db } = here;

const start = (id: string, author: Actor = ADA, more: Partial<DeskDraft> = {}): Promise<boolean> =>
  startDraft(db, { id, articleId: id, baseRevision: 0, author, fields: {}, ...more }, 1_000);

const save = (id: string, version: number, title: string, now = 2_000) =>
  saveDraft(db, { id, version }, { fields: { title } }, now);

const deeds = async () =>
  (await db.prepare("SELECT action, actor, subject FROM audit ORDER BY id").all<Record<string, string>>()).results;

beforeEach(async () => void (await newsroom()));

describe("a draft", () => {
  it("is saved by whoever has seen its last version, and by nobody else", async () => {
    expect(await start("a")).toBe(true);
    expect(await save("a", 1, "One")).toBe(true);
    expect(await save("a", 1, "Two")).toBe(false);
    expect(await save("a", 2, "Three", 3_000)).toBe(true);
    expect(await findDraft(db, "a")).toMatchObject({
      version: 3,
      fields: { title: "Three" },
      baseRevision: 0,
      startedAt: 1_000,
      updatedAt: 3_000,
      author: ADA,
    });
  });

  it("follows another revision only where that is said", async () => {
    await start("a", ADA, { articleId: "story", baseRevision: 2 });
    await save("a", 1, "One");
    expect((await findDraft(db, "a"))?.baseRevision).toBe(2);
    await saveDraft(db, { id: "a", version: 2 }, { fields: {}, baseRevision: 5 }, 2_000);
    expect((await findDraft(db, "a"))?.baseRevision).toBe(5);
  });

  it("is one of an article a person", async () => {
    expect(await start("a", ADA, { articleId: "story" })).toBe(true);
    expect(await start("b", ADA, { articleId: "story" })).toBe(false);
    expect(await start("c", BEN, { articleId: "story" })).toBe(true);
    expect((await findDraftOf(db, "story", BEN))?.id).toBe("c");
    expect(await findDraftOf(db, "other", BEN)).toBeNull();
  });

  it("is blank until something is written", async () => {
    await start("a");
    await start("b", BEN);
    expect(await findBlankDraft(db, ADA, 1_000)).toBeNull();
    expect(await findBlankDraft(db, ADA, 1_001)).toBe("a");
    await save("a", 1, "One");
    expect(await findBlankDraft(db, ADA, 1_001)).toBeNull();
  });

  it("is nobody's to go on with who may be several people", async () => {
    await start("a", PUBLISH_TOKEN);
    expect(await findBlankDraft(db, PUBLISH_TOKEN, 1_001)).toBeNull();
  });

  it("is handed in, and back with a note, once each", async () => {
    await start("a");
    expect(await handDraft(db, { id: "a", articleId: "a", state: "waiting", fields: {} }, ADA, 1)).toBe(true);
    expect(await handDraft(db, { id: "a", articleId: "a", state: "waiting", fields: {} }, ADA, 1)).toBe(false);
    expect((await listWaitingDrafts(db, 9)).map(({ id }) => id)).toEqual(["a"]);
    expect(
      await handDraft(db, { id: "a", articleId: "a", state: "open", note: "Whose boat?", fields: {} }, BEN, 2),
    ).toBe(true);
    expect(await findDraft(db, "a")).toMatchObject({ state: "open", note: "Whose boat?" });
    expect(await deeds()).toEqual([
      { action: "draft.started", actor: "ada", subject: "a" },
      { action: "draft.handed-in", actor: "ada", subject: "a" },
      { action: "draft.handed-back", actor: "ben", subject: "a" },
    ]);
  });

  it("goes as it was seen, and stays where it was saved since", async () => {
    await start("a");
    await save("a", 1, "One");
    await endDraft(db, { id: "a", version: 1 });
    expect(await discardDraft(db, { id: "a", articleId: "a", version: 1, fields: {} }, ADA, 1)).toBe(false);
    expect(await findDraft(db, "a")).not.toBeNull();
    expect(await discardDraft(db, { id: "a", articleId: "a", version: 2, fields: {} }, ADA, 1)).toBe(true);
    expect(await findDraft(db, "a")).toBeNull();
  });
});

describe("drafts", () => {
  it("are listed, one's own or everybody's, and articles that are drafts, each by an index", async () => {
    const { db, queries } = recordQueries();
    const room = await newsroom(undefined, undefined, { db });
    await room.put(article("d", { status: "draft" }));
    await room.put(article("e"));
    queries.clear();
    await start("a");
    await start("b", BEN);
    await save("a", 1, "One");
    expect((await listDrafts(db, undefined, 9)).map(({ id, title }) => [id, title])).toEqual([
      ["a", "One"],
      ["b", ""],
    ]);
    expect((await listDrafts(db, BEN, 9)).map(({ id }) => id)).toEqual(["b"]);
    expect(await listStoredDrafts(db, 9)).toMatchObject([{ id: "d", title: "Title of d" }]);
    await listWaitingDrafts(db, 9);
    await findBlankDraft(db, ADA, 1_001);
    await findDraftOf(db, "story", ADA);
    await findDraft(db, "a");
    expect(queries.size).toBe(7);
    const steps = [...(await explain(queries)).values()].flat();
    expect(steps.filter((step) => !/^(SEARCH|SCAN) \w+ USING (COVERING )?INDEX/.test(step))).toEqual([
      "SEARCH t USING PRIMARY KEY (kind=? AND key=?)",
      "SEARCH l USING INTEGER PRIMARY KEY (rowid=?)",
      // Of the drafts alone, which are few.
      "USE TEMP B-TREE FOR ORDER BY",
    ]);
    expect(steps.filter((step) => /^SCAN/.test(step))).toEqual([
      "SCAN draft USING INDEX draft_updated",
      expect.stringMatching(/draft_waiting/),
    ]);
  });
});
