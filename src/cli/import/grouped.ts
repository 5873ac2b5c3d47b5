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
export function grouped(told: Told[], { named, groups }: GroupLimits): string[] {
  const byKind = [...Map.groupBy(told, ({ reason }) => noteKind(reason)).values()].sort((a, b) => b.length - a.length);
  const shown = byKind.slice(0, groups).flatMap((some) => linesOf(some, named));
  const rest = byKind.slice(groups).flat().length;
  return rest === 0 ? shown : [...shown, `  and ${rest} more, for other reasons: --json has them`];
}

function linesOf(some: Told[], named: number): string[] {
  const [first = { where: "", reason: "" }] = some;
  if (some.length === 1) return [`  ${first.where}: ${first.reason}`];
  const isOne = some.every(({ reason }) => reason === first.reason);
  const items = some.slice(0, named).map(({ where, reason }) => `    ${where}${isOne ? "" : `: ${reason}`}`);
  const rest = some.length - items.length;
  const title = isOne ? first.reason : noteKind(first.reason);
  return [`  ${title} ×${some.length}`, ...items, ...(rest > 0 ? [`    and ${rest} more: --json has them`] : [])];
}

/** One line a reason, with one example. */
export const countedReasons = (told: Told[], groups: number): string[] => {
  const byKind = [...Map.groupBy(told, ({ reason }) => noteKind(reason)).values()].sort((a, b) => b.length - a.length);
  const rest = byKind.slice(groups).flat().length;
  return [
    ...byKind.slice(0, groups).map((some) => {
      const [first = { where: "", reason: "" }] = some;
      if (some.length === 1) return `  ${first.where}: ${first.reason}`;
      const isOne = some.every(({ reason }) => reason === first.reason);
      return `  ${isOne ? first.reason : noteKind(first.reason)} ×${some.length}, such as ${first.where}`;
    }),
    ...(rest === 0 ? [] : [`  and ${rest} more, for other reasons: --json has them`]),
  ];
};
