import type { Database } from "../../src/service/home.ts";
import { here } from "../homes/here.ts";
import { type WatchedStore, watchStore } from "./watched-store.ts";

/** What may be read near stands in these tables. */
const NEAR = ["document", "archive_document", "edition"];

/** The test's store with a copy near by, which lags behind: it has what the store had when it last caught up. */
export interface LaggingCopy {
  db: Database;
  /** What the copy was asked so far. */
  asked: string[];
  /** The way to it. */
  way: WatchedStore;
  catchUp(): Promise<void>;
}

export async function laggingCopy(): Promise<LaggingCopy> {
  const asked: string[] = [];
  const way = watchStore();
  const prepare: Database["prepare"] = (sql) => {
    asked.push(sql);
    // Of other tables it has none.
    return way.db.prepare(sql.replaceAll(/(?<=\b(?:FROM|JOIN) )(?=\w)/g, "copy_"));
  };
  async function catchUp(): Promise<void> {
    const copies = NEAR.flatMap((table) => [
      `DROP TABLE IF EXISTS copy_${table}`,
      `CREATE TABLE copy_${table} AS SELECT * FROM ${table}`,
    ]);
    await here.db.batch(copies.map((sql) => here.db.prepare(sql)));
  }
  await catchUp();
  return { db: { ...here.db, near: { prepare } }, asked, way, catchUp };
}
