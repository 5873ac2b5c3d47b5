import { isObject, objectsOf } from "../values/json.ts";

/** The tables of an export, as Ghost 1 to 6 writes it (`{db: [{meta, data}]}`) or as its importer takes it, too (`{meta, data}`); null where it is none. */
export function ghostTables(value: unknown): Record<string, unknown> | null {
  if (!isObject(value)) return null;
  const [database] = objectsOf(value.db);
  const { meta, data } = database ?? value;
  return isObject(data) && Array.isArray(data.posts) && (database !== undefined || isObject(meta)) ? data : null;
}
