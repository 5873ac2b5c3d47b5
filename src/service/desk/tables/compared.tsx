import type { FC } from "hono/jsx";

/** What is shown of a value: as much as one compares by eye. Characters. */
const MAX_SHOWN = 1_200;
/** What is shown of a value before the first difference. Characters. */
const LEAD = 120;

/**
 * Two cells of a table: a value beside what became of it, with what differs marked. An absent or empty value is a dash.
 */
export const Compared: FC<{ before: string | undefined; after: string | undefined }> = ({ before, after }) => {
  const [a, b] = [before ?? "", after ?? ""];
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  return (
    <>
      <Cell text={before} start={start} end={a.length - end} />
      <Cell text={after} start={start} end={b.length - end} />
    </>
  );
};

/** A value of which the part from `start` to `end` is marked. It is cut before and behind where it is long. */
const Cell: FC<{ text: string | undefined; start: number; end: number }> = ({ text, start, end }) => {
  if (text === undefined || text === "") return <td class="value">–</td>;
  const from = start > LEAD + 40 ? start - LEAD : 0;
  const to = Math.min(text.length, from + MAX_SHOWN);
  const marked = text.slice(start, Math.min(end, to)).toWellFormed();
  return (
    <td class="value" dir="auto">
      {from > 0 ? "…" : ""}
      {text.slice(from, start).toWellFormed()}
      {marked === "" ? null : <mark>{marked}</mark>}
      {text.slice(Math.max(start, Math.min(end, to)), to).toWellFormed()}
      {to < text.length ? `… (${text.length.toLocaleString("en")} characters)` : ""}
    </td>
  );
};

/** How many characters two texts have in common at their start. */
function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** How many characters two texts have in common at their end, behind `start`, which they have in common too. */
function commonEnd(a: string, b: string, start: number): number {
  let length = 0;
  const most = Math.min(a.length, b.length) - start;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

/** A field's value for people: text as it is, all else as JSON. Undefined where it is absent, or an empty list. */
export const valueText = (value: unknown): string | undefined => {
  if (value === undefined || value === null || typeof value === "string") return value ?? undefined;
  return Array.isArray(value) && value.length === 0 ? undefined : JSON.stringify(value, null, 1);
};
