/** RFC 4180, with a header line. Values are slugs, our own names and numbers: those with a comma or a quote are quoted. */
export function toCsv<Row extends object>(columns: (keyof Row & string)[], rows: Row[]): string {
  const lines = rows.map((row) => columns.map((column) => field(row[column])).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

function field(value: unknown): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
