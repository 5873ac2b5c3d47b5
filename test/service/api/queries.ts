import { SERVICE } from "../../../src/people/actor.ts";
import type { Database } from "../../../src/service/home.ts";
import { findKeyHashes, listExported, listPartnersWithKeys } from "../../../src/service/store/exports.ts";
import { findHeld, saveBrought } from "../../../src/service/store/imports.ts";

/** What a move asks of a store. */
export async function queriesOf(db: Database): Promise<string[]> {
  const queries: string[] = [];
  const noting: Database = {
    prepare(sql) {
      queries.push(sql);
      return db.prepare(sql);
    },
    batch: (statements) => db.batch(statements),
  };
  await listExported(noting, null);
  await listExported(noting, { id: "z", revision: 1 });
  await listPartnersWithKeys(noting);
  await findKeyHashes(noting, ["a"]);
  await findHeld(noting, [{ id: "a", entry_id: "a", revisions: [1] }], ["https://gazette.example/a"]);
  await saveBrought(noting, [], 0, [], SERVICE);
  return queries;
}
