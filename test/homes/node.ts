import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { browserFilesIn } from "../../src/node/browser-files.ts";
import { nodeHome, noteAddress } from "../../src/node/home.ts";
import { databaseOn } from "../../src/node/store/database.ts";
import { folderFiles } from "../../src/node/store/files.ts";
import { Connection } from "../../src/node/store/sqlite.ts";
import type { Database } from "../../src/service/home.ts";
import { type TestedHome, TOKEN } from "./home.ts";

// Test processes run at the same time.
const folder = mkdtempSync(join(inject("folder"), "stores-"));

interface Opened {
  reader: Connection;
  writer: Connection;
  db: Database;
}

let files = 0;
let opened = open();

/** A new file, with a connection that reads and another that writes, as a thread of the service has them. */
function open(): Opened {
  const file = join(folder, `${++files}.sqlite`);
  const writer = new Connection(file);
  // What a machine that loses its power leaves on the disk is not asked here, and waiting for the disk takes most of the time.
  writer.run({ sql: "PRAGMA synchronous = OFF", values: [] });
  const reader = new Connection(file, { readOnly: true });
  // Queries and rows go from thread to thread.
  return { reader, writer, db: databaseOn(reader, async (queries) => structuredClone(writer.batch(queries))) };
}

// The same for all tests, on whichever file.
const db: Database = {
  prepare: (sql) => opened.db.prepare(sql),
  batch: (statements) => opened.db.batch(statements),
};

/** One machine: Node with SQLite. */
export const here: TestedHome = {
  name: "node",
  db,
  async reset() {
    opened.reader.close();
    opened.writer.close();
    rmSync(join(folder, `${files}.sqlite`));
    opened = open();
  },
  from: (address, request) => {
    noteAddress(request, address);
    return request;
  },
  make: () =>
    nodeHome({
      db,
      secrets: { publishToken: TOKEN },
      wake: async () => undefined,
      wakeSender: async () => undefined,
      browserFiles: browserFilesIn(join(inject("folder"), "browser")),
      files: folderFiles(join(folder, "files")),
    }),
};
