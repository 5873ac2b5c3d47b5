import { millisecondsInDay as DAY, millisecondsInHour as HOUR } from "date-fns/constants";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import type { Action, Subject } from "../../../src/service/store/audit.ts";
import { LOG_DAYS } from "../../../src/service/store/audit-log.ts";
import { MAX_PRUNED } from "../../../src/service/store/history.ts";
import { pruneLog } from "../../../src/service/store/prune-log.ts";
import { explain, recordQueries } from "./recording.ts";
import { emptyStore, insert, insertArticle, insertDeeds, insertFeed, select } from "./rows.ts";

const OLD = Date.now() - LOG_DAYS * DAY;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

interface Noted {
  action: Action;
  kind: Subject["kind"];
  /** Of the thing. */
  id: string;
  at?: number;
  detail?: object;
}

const note = ({ action, kind, id, at = OLD - HOUR, detail }: Noted): Promise<void> =>
  insert(db, "audit", {
    ...{ at, actor_kind: "person", actor: "ada", actor_name: "Ada", action, subject_kind: kind, subject: id },
    detail: detail ? JSON.stringify(detail) : null,
  });

/** So many changes of one article, a millisecond after each other. */
const noteMany = (count: number, subject: string, after = 0): Promise<void> =>
  insertDeeds(db, count, { subject, at: after + 1, apart: 1 });

const left = async (): Promise<string[]> =>
  ((await select(db, "SELECT action || ' ' || subject AS deed FROM audit ORDER BY id")) as { deed: string }[]).map(
    ({ deed }) => deed,
  );
const counted = async (): Promise<unknown> => (await select(db, "SELECT count(*) AS deeds FROM audit"))[0];

/** What deeds are kept for, all of it under the id `here`. */
async function fillStore(): Promise<void> {
  await insertArticle(db, "here", { revision: 3 });
  await insert(db, "partner", { slug: "here", name: "Here", requests_per_minute: 1, bytes_per_day: 1 });
  await insert(db, "partner_key", { id: "here", partner: "here", hash: "", created_at: 0 });
  const made = { made_by: "Ada", made_by_id: "ada", created_at: 0 };
  await insert(db, "api_key", { id: "here", hash: "", name: "Here", scopes: "[]", ...made });
  await insert(db, "person", { id: "here", login: "here", name: "Here", role: "owner", created_at: 0 });
  await insertFeed(db, "here");
  await insert(db, "family", { path: "tag/", selection: "{}", presentation: "{}" });
  await insert(db, "file", { name: "here", type: "image/png", length: 1, uploaded_at: 0, uploaded_by: "Ada" });
}

/** Each as long as what it was done to is there. */
const LASTING: [Action, Subject["kind"]][] = [
  ["article.created", "article"],
  ["article.withheld", "article"],
  ["article.corrected", "article"],
  ["article.brought", "article"],
  ["partner.created", "partner"],
  ["partner-key.revoked", "partner-key"],
  ["key.created", "key"],
  ["person.changed", "person"],
  ["definition.changed", "feed"],
  ["file.uploaded", "file"],
];

/** Each as long as any, whatever is there. */
const PASSING: [Action, Subject["kind"]][] = [
  ["session.started", "session"],
  ["session.refused", "person"],
  ["partner-page.opened", "partner-key"],
  ["partner-page.refused", "partner-key"],
  ["source.asked", "source"],
  ["export.taken", "store"],
];

describe("the log, as it grows old", () => {
  beforeEach(fillStore);

  it.each(LASTING)("keeps %s while what it was done to is there, and no longer", async (action, kind) => {
    await note({ action, kind, id: "here" });
    await note({ action, kind, id: "gone" });
    await note({ action, kind, id: "gone", at: OLD + HOUR });
    await pruneLog(db);
    expect(await left()).toEqual([`${action} here`, `${action} gone`]);
    expect(await select(db, "SELECT count(*) AS young FROM audit WHERE subject = 'gone'")).toEqual([{ young: 1 }]);
  });

  it.each(PASSING)("keeps %s for its days alone", async (action, kind) => {
    await note({ action, kind, id: "here" });
    await note({ action, kind, id: "here", at: OLD + HOUR });
    await pruneLog(db);
    expect(await select(db, "SELECT id FROM audit")).toEqual([{ id: 2 }]);
  });

  it("keeps who changed an article as long as that revision, above all the current one", async () => {
    for (const revision of [2, 3])
      await note({ action: "article.changed", kind: "article", id: "here", detail: { revision } });
    await pruneLog(db);
    expect(await select(db, "SELECT detail FROM audit")).toEqual([{ detail: '{"revision":3}' }]);
  });

  it("keeps who defined a family of feeds", async () => {
    await note({ action: "definition.changed", kind: "feed", id: "tag/" });
    await pruneLog(db);
    expect(await left()).toEqual(["definition.changed tag/"]);
  });
});

describe("a sweep of the log", () => {
  it("takes a thousand deeds at most", async () => {
    await noteMany(1_500, "a");
    await pruneLog(db);
    expect(await counted()).toEqual({ deeds: 500 });
  });

  it("goes on where the last one ended, and comes round: what stays is in nothing's way", async () => {
    await insertArticle(db, "here");
    await noteMany(MAX_PRUNED + 1, "here");
    await noteMany(1, "gone", MAX_PRUNED + 1);
    await pruneLog(db);
    expect(await counted()).toEqual({ deeds: MAX_PRUNED + 2 });
    await pruneLog(db);
    expect(await counted()).toEqual({ deeds: MAX_PRUNED + 1 });
    await noteMany(1, "gone");
    for (let sweeps = 0; sweeps < 2; sweeps += 1) await pruneLog(db);
    expect(await counted()).toEqual({ deeds: MAX_PRUNED + 1 });
  });

  it("passes over none of many that were done at once", async () => {
    await insertArticle(db, "here");
    for (const subject of ["here", "gone"]) await insertDeeds(db, MAX_PRUNED, { subject, at: 5 });
    await pruneLog(db);
    await pruneLog(db);
    expect(await select(db, "SELECT subject, count(*) AS deeds FROM audit GROUP BY subject")).toEqual([
      { subject: "here", deeds: MAX_PRUNED },
    ]);
  });

  it("writes nothing where nothing is old", async () => {
    await note({ action: "session.started", kind: "session", id: "s", at: OLD + HOUR });
    await pruneLog(db);
    expect(await select(db, "SELECT * FROM log_walk")).toEqual([
      { one: 1, after_at: 0, after_id: 0, next_at: 0, next_id: 0 },
    ]);
  });

  it("finds what it looks at by an index", async () => {
    const { db: noting, queries } = recordQueries();
    await pruneLog(noting);
    const steps = [...(await explain(queries)).values()].flat();
    expect(
      steps.filter((step) => /SEARCH a USING (COVERING )?INDEX audit_at \(at>\? AND at<\?\)/.test(step)),
    ).toHaveLength(2);
    expect(steps.filter((step) => /SCAN (?!\(subquery|looked|CONSTANT)/.test(step))).toEqual([]);
  });

  it("ends with just what is to be kept, whatever there was, and however often what it was done to went", async () => {
    const deed = fc.record({
      what: fc.constantFrom(...LASTING, ...PASSING),
      id: fc.constantFrom("here", "gone"),
      age: fc.constantFrom(-HOUR, HOUR, 100 * DAY),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 30 }), async (deeds) => {
        db = await emptyStore();
        await fillStore();
        for (const { what, id, age } of deeds) await note({ action: what[0], kind: what[1], id, at: OLD - age });
        for (let sweeps = 0; sweeps < 3; sweeps += 1) await pruneLog(db);
        const kept = deeds.filter(({ what, id, age }) => age < 0 || (id === "here" && LASTING.includes(what)));
        expect(await left()).toEqual(kept.map(({ what, id }) => `${what[0]} ${id}`));
      }),
      { numRuns: 15 },
    );
  });
});
