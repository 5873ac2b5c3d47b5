import Table from "cli-table3";

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Round by round, the median of the quotients: what slowed one round down did so to both. */
export const ratio = (over: number[], under: number[]): number =>
  median(over.map((value, index) => value / (under[index] ?? Number.NaN)));

export function table(head: string[], rows: (string | number)[][]): void {
  const table = new Table({ head, style: { head: [], border: [] } });
  table.push(...rows.map((row) => row.map(String)));
  console.log(table.toString());
}

/** A figure against its aim: the bench tells, and does not judge by exit code, for machines differ. */
export type Figure = [figure: string, seen: string, aim: string, met: "yes" | "no" | "–"];

export const figure = (name: string, seen: number, text: string, aim: string, met: boolean): Figure => [
  name,
  Number.isNaN(seen) ? "not measured" : text,
  aim,
  Number.isNaN(seen) ? "–" : met ? "yes" : "no",
];
