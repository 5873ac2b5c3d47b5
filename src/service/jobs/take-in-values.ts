import type { Problem } from "../../article/parse.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { keyOf } from "../../feed/family.ts";
import { isValueSlug } from "../../feed/value-slug.ts";
import { untilNoConflict } from "../conflict.ts";
import type { Database, Home } from "../home.ts";
import { type BroughtValue, findHeldValues, type HeldValues, saveBroughtValues } from "../store/brought-values.ts";
import type { ExportedValue } from "../store/exported-values.ts";
import { nameOf } from "../store/values.ts";
import type { TakeUp } from "./take-up.ts";

/** What came of a value that another store had. `different`: it has another slug here, which it keeps. */
export type TakenValue =
  | { status: "created" | "unchanged"; id: string }
  | { status: "different" | "refused"; id: string; problems: Problem[] };

/**
 * Takes values of families in with the slugs of their feeds, which are for good: of two values that would share one, the first one here
 * need not be the one that was the first there. One transaction, one outcome each, in their order.
 */
export async function takeInValues(
  home: Home,
  catalog: Catalog,
  takeUp: TakeUp,
  values: ExportedValue[],
): Promise<TakenValue[]> {
  await takeUp();
  // Race: a story brought one of the values since they were looked for.
  return untilNoConflict(() => tryTakeInValues(home.db, catalog, values));
}

async function tryTakeInValues(db: Database, catalog: Catalog, values: ExportedValue[]): Promise<TakenValue[]> {
  const wanted = values.map((value) => ({ id: value.slug, value: toBrought(catalog, value) }));
  const held = await findHeldValues(
    db,
    wanted.flatMap(({ value }) => ("problems" in value ? [] : value)),
  );
  const brought: BroughtValue[] = [];
  const taken = wanted.map(({ id, value }): TakenValue => {
    if ("problems" in value) return { id, ...value };
    const problems = clashesOf(value, held);
    if (problems.length > 0) return { status: "different", id, problems };
    if (held.slugs.has(nameOf(value))) return { status: "unchanged", id };
    held.slugs.set(nameOf(value), value.slug);
    held.taken.add(value.slug);
    brought.push(value);
    return { status: "created", id };
  });
  if (brought.length > 0) await saveBroughtValues(db, brought);
  return taken;
}

/** The value as it would be here, whose families may have other paths by now; or why it cannot be. */
function toBrought(
  { families, movedFamilies }: Catalog,
  value: ExportedValue,
): BroughtValue | { status: "different" | "refused"; problems: Problem[] } {
  const path = movedFamilies.get(value.family) ?? value.family;
  const family = families.get(path);
  if (!family || family.retired)
    return { status: "different", problems: [{ path: "/family", detail: "is not among the definitions here" }] };
  if (value.labels.length !== family.by.length)
    return {
      status: "different",
      problems: [{ path: "/labels", detail: `are not one of each ${family.by.join(", ")}` }],
    };
  const ending = value.slug.slice(value.family.length + 1);
  if (value.slug !== `${value.family}/${ending}` || !isValueSlug(ending))
    return { status: "refused", problems: [{ path: "/slug", detail: `is none of the family ${value.family}` }] };
  return { ...value, family: path, slug: `${path}/${ending}`, key: keyOf(value.labels) };
}

function clashesOf(value: BroughtValue, { slugs, taken }: HeldValues): Problem[] {
  const here = slugs.get(nameOf(value));
  if (here === value.slug) return [];
  if (here !== undefined) return [{ path: "/slug", detail: `is ${here} here` }];
  return taken.has(value.slug) ? [{ path: "/slug", detail: "is another value's here" }] : [];
}
