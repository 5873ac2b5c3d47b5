import type { Grammar } from "../bench/cost/shape.ts";

/** What comes next of a seeded row of numbers, from 0 to 1. */
export type Next = () => number;

export const pick = <T>(next: Next, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

export const chance = (next: Next, share: number): boolean => next() < share;

/** What trips those who take text for letters, and what every layer has its own meaning for. */
const NASTY = [
  ..."]]> <![CDATA[ <!-- --> &amp; &lt; & < > \" ' \u0000 \u0008 \ud800 \udfff \uffff \ufeff \u0085 \u2028 \u00a0 😀 עברית العربية".split(
    " ",
  ),
  ..."中文 e\u0301 <b>x</b> &nbsp; &#0; %00 %ff %2e%2e .. . / \\ ? # ; , : @ $ {{x}} __proto__ null -1 1e999 İ ß ﬁ \u202e".split(
    " ",
  ),
  "\r\n",
  "\t",
  " ",
  "a",
  "1",
  "",
];

export const nastyText = (next: Next, most = 6): string =>
  Array.from({ length: Math.floor(next() * most) }, () => pick(next, NASTY)).join("");

/** Most of what a newsroom sends is in order: what is broken is to be beside it, not all there is. */
export const mostly = <T, U>(next: Next, good: T, otherwise: () => U): T | U =>
  chance(next, 0.9) ? good : otherwise();

/** A text of a grammar: a shape of some length, or its pieces as they come. Bytes. */
export function textOf(next: Next, { known, fragments }: Grammar, most: number): string {
  const length = Math.floor(next() ** 3 * most);
  if (chance(next, 0.3)) return pick(next, Object.values(known))(length);
  const parts: string[] = [];
  for (let size = 0; size < length; size += parts.at(-1)?.length || 1)
    parts.push(chance(next, 0.1) ? nastyText(next) : pick(next, fragments));
  return parts.join("");
}
