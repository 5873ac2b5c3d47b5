import Table, { type CellValue, type HorizontalAlignment } from "cli-table3";
import { printable } from "./printable.ts";

/** A table for terminals and for pipes: plain cells, no colours, and nothing in a cell that acts on a terminal. */
export function textTable(head: string[], rows: CellValue[][], colAligns: HorizontalAlignment[] = []): string {
  const table = new Table({ head, colAligns, style: { head: [], border: [] } });
  // Before the cells are measured: a table that is made printable afterwards no longer has straight lines.
  table.push(...rows.map((row) => row.map((cell) => (typeof cell === "string" ? printable(cell) : cell))));
  return table.toString();
}
