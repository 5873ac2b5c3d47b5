import { millisecondsInDay as DAY, millisecondsInHour as HOUR } from "date-fns/constants";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../../src/people/actor.ts";
import type { Database } from "../../../src/service/home.ts";
import type { Action, Subject } from "../../../src/service/store/audit.ts";
import {
  type DeedFilter,
  LOG_DAYS,
  listActors,
  listDeeds,
  listDeedsTo,
  MAX_LOOKED_DEEDS,
} from "../../../src/service/store/audit-log.ts";
import { explain, recordQueries } from "./recording.ts";
import { emptyStore, insert, insertDeeds, select } from "./rows.ts";

const ADA: Actor = { kind: "person", id: "ada", name: "Ada Quill" };
const KEY: Actor = { kind: "key", id: "ada", name: "Import" };
const NOON = Date.UTC(2026, 2, 1, 12);

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

interface Row {
  at?: number;
  by?: Actor;
  action?: Action;
  to?: Subject;
  detail?: object;
}

const note = ({ at = NOON, by = ADA, action = "article.changed", to = article("a"), detail }: Row): Promise<void> =>
  insert(db, "audit", {
    ...{ at, actor_kind: by.kind, actor: by.id, actor_name: by.name, action },
    ...{ subject_kind: to.kind, subject: to.id, detail: detail ? JSON.stringify(detail) : null },
  });
const article = (id: string): Subject => ({ kind: "article", id });
const idsOf = async (filter: DeedFilter) => (await listDeeds(db, filter, 9)).deeds.map(({ id }) => id);

describe("the log", () => {
  it("gives each deed with who did it, what it was done to, and what else is known", async () => {
    await note({ action: "article.retracted", detail: { reason: "Wrong" } });
    expect(await listDeeds(db, {}, 9)).toEqual({
      deeds: [
        {
          id: 1,
          at: NOON,
          actor: ADA,
          action: "article.retracted",
          subject: article("a"),
          detail: { reason: "Wrong" },
        },
      ],
      next: null,
    });
  });

  it("is read from the newest, page by page: nothing comes twice, and nothing is left out", async () => {
    for (let made = 0; made < 5; made += 1) await note({});
    const pages: number[][] = [];
    for (let before: number | undefined; ; ) {
      const { deeds, next } = await listDeeds(db, {}, 2, before);
      pages.push(deeds.map(({ id }) => id));
      if (next === null) break;
      before = next;
    }
    expect(pages).toEqual([[5, 4], [3, 2], [1]]);
  });

  it.each<[string, DeedFilter, number[]]>([
    ["one actor", { actor: { kind: "person", id: "ada" } }, [4, 2, 1]],
    ["all actors of a kind", { actor: { kind: "key" } }, [3]],
    ["a kind of deed", { action: "article.withheld" }, [3, 2]],
    ["what was done to one thing", { subject: article("a") }, [2, 1]],
    ["what was done to things of a kind", { subject: { kind: "partner" } }, [4]],
    ["a time on", { from: NOON + 2 * HOUR }, [4, 3]],
    ["up to a time", { to: NOON + HOUR }, [2, 1]],
    ["a span of time", { from: NOON + HOUR, to: NOON + 2 * HOUR }, [3, 2]],
    [
      "all of it at once",
      { actor: ADA, action: "article.withheld", subject: article("a"), from: 0, to: NOON * 2 },
      [2],
    ],
    ["what nobody did", { actor: { kind: "person", id: "ben" } }, []],
  ])("is filtered by %s", async (_, filter, ids) => {
    await note({});
    await note({ at: NOON + HOUR, action: "article.withheld" });
    await note({ at: NOON + 2 * HOUR, by: KEY, action: "article.withheld", to: article("b") });
    await note({ at: NOON + 3 * HOUR, action: "partner.changed", to: { kind: "partner", id: "a" } });
    expect(await idsOf(filter)).toEqual(ids);
  });

  it("finds by time what a clock that is behind has noted later", async () => {
    await note({ at: NOON + 60_000 });
    await note({ at: NOON });
    expect(await idsOf({ to: NOON })).toEqual([2]);
    expect(await idsOf({ from: NOON + 60_000 })).toEqual([1]);
  });

  it("looks at so many deeds for one page, and says where it goes on", async () => {
    await note({ to: { kind: "partner", id: "radio" } });
    await insertDeeds(db, MAX_LOOKED_DEEDS, { subject: "a", action: "article.changed", at: 0 });
    const first = await listDeeds(db, { subject: { kind: "partner" } }, 9);
    expect(first).toEqual({ deeds: [], next: 2 });
    const second = await listDeeds(db, { subject: { kind: "partner" } }, 9, 2);
    expect([second.deeds.map(({ id }) => id), second.next]).toEqual([[1], null]);
  });

  it.each<[string, DeedFilter, RegExp]>([
    ["nothing", {}, /^SEARCH audit USING INTEGER PRIMARY KEY/],
    ["an actor", { actor: ADA }, /^SEARCH audit USING INDEX audit_actor/],
    ["an action", { action: "article.changed" }, /^SEARCH audit USING INDEX audit_action/],
    ["a subject", { subject: article("a") }, /^SEARCH audit USING INDEX audit_subject/],
  ])("is found by an index, asked for %s, and sorted by none", async (_, filter, step) => {
    const { db: noting, queries } = recordQueries();
    await listDeeds(noting, filter, 9);
    const plan = [...(await explain(queries)).values()].flat();
    expect(plan.some((one) => step.test(one))).toBe(true);
    expect(plan.filter((one) => /SCAN audit/.test(one))).toEqual([]);
  });
});

describe("what was done to one thing", () => {
  it("is told from one time to another, of the kinds that are asked for", async () => {
    await note({ action: "article.created" });
    await note({ at: NOON + 1, action: "article.withheld" });
    await note({ at: NOON + 2, to: article("b") });
    await note({ at: NOON + 3 });
    const ids = async (asked: object) => (await listDeedsTo(db, article("a"), asked)).map(({ id }) => id);
    expect(await ids({})).toEqual([4, 2, 1]);
    expect(await ids({ from: NOON + 1, to: NOON + 2 })).toEqual([2]);
    expect(await ids({ actions: ["article.created", "article.withheld"], limit: 1 })).toEqual([2]);
  });
});

describe("who did something", () => {
  it("is known once each, by the name of the last deed", async () => {
    expect(await listActors(db)).toEqual([]);
    await note({});
    await note({ by: KEY });
    await note({ by: { ...ADA, name: "Ada Quill-Stone" } });
    expect(await listActors(db)).toEqual([{ ...ADA, name: "Ada Quill-Stone" }, KEY]);
  });
});

describe("the log is only added to", () => {
  const old = () => Date.now() - LOG_DAYS * DAY;

  it("so that nothing in it is changed", async () => {
    await note({});
    await expect(db.prepare("UPDATE audit SET actor_name = 'Ben'").run()).rejects.toThrow("the log is not changed");
    expect(await select(db, "SELECT actor_name FROM audit")).toEqual([{ actor_name: "Ada Quill" }]);
  });

  it("nor taken away before its time", async () => {
    await note({ at: old() + HOUR });
    await expect(db.prepare("DELETE FROM audit").run()).rejects.toThrow("the log is kept");
    expect(await select(db, "SELECT count(*) AS deeds FROM audit")).toEqual([{ deeds: 1 }]);
  });
});
