import { noteKind } from "./note-counts.ts";

/** Something of one item, for people. */
export interface Told {
  /** The item, and its source where that is another. */
  where: string;
  reason: string;
}

interface GroupLimits {
  /** How many are named of a group. */
  named: number;
  /** How many groups are shown. */
  groups: number;
}

/** What has one reason is named under it, the first of many; the rest is a number. */
export const grouped = (told: Told[], { named, groups }: GroupLimits): string[] =>
  byReason(told, groups, (some, title, isOne) => {
    const items = some.slice(0, named).map(({ where, reason }) => `    ${where}${isOne ? "" : `: ${reason}`}`);
    const rest = some.length - items.length;
    return [`  ${title} ×${some.length}`, ...items, ...(rest > 0 ? [`    and ${rest} more: --json has them`] : [])];
  });

/** One line a reason, with one example. */
export const countedReasons = (told: Told[], groups: number): string[] =>
  byReason(told, groups, (some, title) => [`  ${title} ×${some.length}, such as ${some[0]?.where}`]);

/** @param linesOf tells of several things of one kind; `isOne`: their reasons are the same to the letter */
function byReason(
  told: Told[],
  groups: number,
  linesOf: (some: Told[], title: string, isOne: boolean) => string[],
): string[] {
  const byKind = [...Map.groupBy(told, ({ reason }) => noteKind(reason)).values()].sort((a, b) => b.length - a.length);
  const shown = byKind.slice(0, groups).flatMap((some) => {
    const [first = { where: "", reason: "" }] = some;
    if (some.length === 1) return [`  ${first.where}: ${first.reason}`];
    const isOne = some.every(({ reason }) => reason === first.reason);
    return linesOf(some, isOne ? first.reason : noteKind(first.reason), isOne);
  });
  const rest = byKind.slice(groups).flat().length;
  return rest === 0 ? shown : [...shown, `  and ${rest} more, for other reasons: --json has them`];
}

/** What is the only one of its source is called as that. */
export const inSource = (where: string, source: string): string =>
  where === source ? source : `${where} in ${source}`;
