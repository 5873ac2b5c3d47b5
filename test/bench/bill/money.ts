import { PLAN, PRICES, type Price, type Priced } from "./prices.ts";

/** What a month takes. */
export type Usage = Record<Priced, number>;

/** What a month costs beside the plan, in US dollars. */
export function moneyOf(usage: Usage): Record<Priced, number> {
  const cost = (name: string): [string, number] => [name, costOf(PRICES[name as Priced], usage[name as Priced])];
  return Object.fromEntries(Object.keys(PRICES).map(cost)) as Record<Priced, number>;
}

/** What a month costs, the plan included. */
export const totalOf = (usage: Usage): number => Object.values(moneyOf(usage)).reduce((sum, cost) => sum + cost, PLAN);

function costOf({ included, million, roundsUp }: Price, used: number): number {
  const millions = Math.max(0, used - included) / 1e6;
  return (roundsUp ? Math.ceil(millions) : millions) * million;
}
