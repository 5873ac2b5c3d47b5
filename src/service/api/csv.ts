/** Rows as CSV (RFC 4180) with a header line. The columns come in the order in which they are named. */
export function toCsv<Row extends object>(columns: (keyof Row & string)[], rows: Row[]): string {
  const lines = rows.map((row) => columns.map((column) => csvField(row[column])).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

/** A value as CSV holds it (RFC 4180 §2): quoted where it has to be; nothing for null. */
function csvField(value: unknown): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
