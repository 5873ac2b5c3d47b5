import type { DraftFields } from "../../../store/drafts.ts";
import { FIELD_GROUPS, fieldsIn, type Group, isSameIn, setField } from "./fields.ts";

/** Two people's forms of one story, and what they both started from. */
export interface Versions {
  /** Undefined: it is not known any more, so that whatever differs was changed by both. */
  base?: DraftFields;
  mine: DraftFields;
  theirs: DraftFields;
}

export type Side = "mine" | "theirs";

/** What of two forms comes from whom. */
export interface Merge {
  /** What only they have changed: it is taken over. */
  taken: Group[];
  /** What both have changed, each otherwise: somebody has to choose. */
  both: Group[];
}

/** Compares two forms of one story, group by group. */
export function compareForms({ base, mine, theirs }: Versions): Merge {
  const differing = FIELD_GROUPS.filter((group) => !isSameIn(group, mine, theirs));
  const isTaken = (group: Group) => base !== undefined && isSameIn(group, base, mine);
  const isMine = (group: Group) => base !== undefined && isSameIn(group, base, theirs);
  return {
    taken: differing.filter(isTaken),
    both: differing.filter((group) => !isTaken(group) && !isMine(group)),
  };
}

/**
 * One form of two: what only one has changed, and of what both have, what was chosen.
 *
 * @returns undefined where of something that both have changed nothing was chosen
 */
export function mergeForms(versions: Versions, chosen: (group: Group) => Side | undefined): DraftFields | undefined {
  const { taken, both } = compareForms(versions);
  const merged: DraftFields = {};
  setField(merged, "zone", versions.theirs.zone ?? versions.mine.zone);
  for (const group of FIELD_GROUPS) {
    const side = both.includes(group) ? chosen(group) : taken.includes(group) ? "theirs" : "mine";
    if (side === undefined) return undefined;
    Object.assign(merged, fieldsIn(versions[side], group));
  }
  return merged;
}
