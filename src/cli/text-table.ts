import Table, { type CellValue, type HorizontalAlignment } from "cli-table3";

/** A table for terminals and for pipes: lines around plain cells, no colours. */
export function textTable(head: string[], rows: CellValue[][], colAligns: HorizontalAlignment[] = []): string {
  const table = new Table({ head, colAligns, style: { head: [], border: [] } });
  table.push(...rows);
  return table.toString();
}
