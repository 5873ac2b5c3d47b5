import { expect, it } from "vitest";
import {
  findLastProofread,
  findProofreadReport,
  MAX_PROOFREAD_REPORTS,
  saveProofreadReport,
} from "../../../src/service/store/proofread-reports.ts";
import { emptyStore, insert } from "./rows.ts";

const row = (hash: string, at: number, fields = {}) => ({
  ...{ hash, at, url: null, expires_at: at + 10, errors: 0, by_stranger: 1 as const, body: "{}" },
  ...fields,
});

it("a report is replaced by a later one on the same bytes", async () => {
  const db = await emptyStore();
  await saveProofreadReport(db, row("a", 1, { errors: 2 }));
  await saveProofreadReport(db, row("a", 5, { errors: 1 }));
  expect(await findProofreadReport(db, "a", 6)).toMatchObject({ at: 5, errors: 1, expires_at: 15 });
  expect(await findProofreadReport(db, "a", 15)).toBe("gone");
  expect(await findProofreadReport(db, "b", 6)).toBeNull();
});

it("the last report of a URL is found, and none of what was pasted", async () => {
  const db = await emptyStore();
  const url = "https://gazette.example/";
  expect(await findLastProofread(db, url)).toBeNull();
  await saveProofreadReport(db, row("a", 2, { url }));
  await saveProofreadReport(db, row("b", 1, { url }));
  await saveProofreadReport(db, row("c", 3));
  expect(await findLastProofread(db, url)).toMatchObject({ hash: "a" });
});

it("where there are too many of strangers, the oldest of theirs give way, and none of the newsroom's", async () => {
  const db = await emptyStore();
  await saveProofreadReport(db, row("own", 0, { by_stranger: 0 }));
  await saveProofreadReport(db, row("own", 0));
  for (let at = 1; at <= MAX_PROOFREAD_REPORTS; at += 1) await insert(db, "proofread_report", row(`${at}`, at));
  await saveProofreadReport(db, row("new", MAX_PROOFREAD_REPORTS + 1));
  expect(await findProofreadReport(db, "own", 1)).toMatchObject({ by_stranger: 0 });
  expect(await findProofreadReport(db, "1", 2)).toBeNull();
  expect(await findProofreadReport(db, "2", 2)).toMatchObject({ at: 2 });
});
