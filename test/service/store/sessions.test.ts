import { millisecondsInDay } from "date-fns/constants";
import { beforeEach, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { isEndedSession, pruneEndedSessions, saveEndedSession } from "../../../src/service/store/sessions.ts";
import { emptyStore } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

it("a session is ended once it was, however often that is said, and no other is", async () => {
  expect(await isEndedSession(db, "a")).toBe(false);
  await saveEndedSession(db, "a", 1_000);
  await saveEndedSession(db, "a", 1_000);
  expect([await isEndedSession(db, "a"), await isEndedSession(db, "b")]).toEqual([true, false]);
});

it("ended sessions are forgotten a day after they would have ended by themselves: a clock that went ahead brings none back", async () => {
  await saveEndedSession(db, "a", 1_000);
  await pruneEndedSessions(db, 1_000 + millisecondsInDay);
  expect(await isEndedSession(db, "a")).toBe(true);
  await pruneEndedSessions(db, 1_001 + millisecondsInDay);
  expect(await isEndedSession(db, "a")).toBe(false);
});
