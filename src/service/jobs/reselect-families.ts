import { memberships } from "../../feed/membership.ts";
import { untilNoConflict } from "../conflict.ts";
import { advanceFamily, findReselecting, type Reselecting } from "../store/reconcile-families.ts";
import { listSelectable, saveSelection } from "../store/reselect.ts";
import { insertValues } from "../store/values.ts";
import { findPlaces } from "./places.ts";
import type { Publisher } from "./publisher.ts";

/**
 * One step of choosing anew the articles of a family's feeds, after its definition changed: the next articles by id, and feeds for the
 * values that are new. A family that is defined no more has none in the end.
 *
 * @returns whether there was anything to choose
 */
export async function reselectFamilies(publisher: Publisher): Promise<boolean> {
  const family = await findReselecting(publisher.home.db);
  // Race: a save may give a value its feed meanwhile.
  if (family) await untilNoConflict(() => reselectStep(publisher, family));
  return family !== null;
}

async function reselectStep({ home: { db }, catalog }: Publisher, family: Reselecting): Promise<void> {
  const { articles, last } = await listSelectable(db, family.after);
  const stories = articles.map(({ article }) => article);
  const only = { ...catalog, all: new Map(), families: pick(catalog.families, family.path) };
  const places = await findPlaces(db, only, stories);
  const rows = articles.flatMap(({ article, dates }) => memberships(article, dates, places.of(article)));
  await saveSelection(db, { family: family.path }, articles, rows, [
    ...insertValues(db, places.newIn(stories)),
    ...advanceFamily(db, family, last, Date.now()),
  ]);
}

function pick<Value>(from: Map<string, Value>, key: string): Map<string, Value> {
  const value = from.get(key);
  return new Map(value === undefined ? [] : [[key, value]]);
}
