import type { DraftFields } from "../../../store/drafts.ts";

/** Fields of the form that stand alone, by their names. */
const SINGLE = [
  "zone",
  "title",
  "section",
  "summary",
  "dateline",
  "credit.name",
  "credit.url",
  "url",
  "language",
  "published_at",
  "published_at.hour",
  "updated_at",
  "updated_at.hour",
  "embargo_until",
  "embargo_until.hour",
  "expires_at",
  "expires_at.hour",
  "rights",
  "syndication",
  "syndication.until",
  "syndication.until.hour",
  "content_html",
];

/** Fields that come in rows, by the names of their lists: `images.0.caption`. */
export const ROWS = {
  tags: ["name"],
  authors: ["name", "url", "email"],
  images: [
    "url",
    "caption",
    "credit",
    "rights",
    "type",
    "width",
    "height",
    "length",
    "licensor",
    "license_id",
    "partners",
    "partners_named",
  ],
  attachments: ["url", "caption", "credit", "rights", "type", "length", "duration"],
  corrections: ["note"],
  partners: ["slug", "may", "summary", "embargo", "embargo.hour"],
} as const;

export type RowList = keyof typeof ROWS;
export const ROW_LISTS = Object.keys(ROWS) as RowList[];

/** A row's fields by their names in it; none of them is empty. */
export type Row = Record<string, string>;

/** What of the form is decided together: the article's fields by their names. */
export const FIELD_GROUPS = [
  "title",
  "section",
  "tags",
  "authors",
  "summary",
  "dateline",
  "credit",
  "url",
  "language",
  "published_at",
  "updated_at",
  "embargo_until",
  "expires_at",
  "rights",
  "syndication",
  "images",
  "attachments",
  "corrections",
  "content_html",
] as const;

export type Group = (typeof FIELD_GROUPS)[number];

/** Rows of one list that are read: more than an article may have of anything, so that its parse names the fault. */
const MAX_ROWS = 250;

/** The fields of the form that were sent, as a draft keeps them: trimmed, none empty, rows counted through. What the form does not have is left out. */
export function readFields(form: URLSearchParams): DraftFields {
  const given = new Map([...form].map(([name, value]) => [name, tidy(value)]));
  const fields: DraftFields = {};
  for (const name of SINGLE) setField(fields, name, given.get(name));
  for (const list of ROW_LISTS) {
    const pattern = new RegExp(`^${list}\\.(\\d{1,4})\\.`);
    const numbers = new Set([...given.keys()].flatMap((name) => pattern.exec(name)?.[1] ?? []).map(Number));
    const rows = [...numbers]
      .sort((a, b) => a - b)
      .slice(0, MAX_ROWS)
      .map((number): Row => {
        const row: Row = {};
        for (const part of ROWS[list]) setField(row, part, given.get(`${list}.${number}.${part}`));
        return row;
      });
    setRows(fields, list, rows);
  }
  return fields;
}

/** Whether a story's form has a field of this name. */
export function isFieldName(name: string): boolean {
  if (SINGLE.includes(name)) return true;
  const [, first, part] = /^([a-z]+)\.\d{1,4}\.(.+)$/.exec(name) ?? [];
  const list = ROW_LISTS.find((one) => one === first);
  return list !== undefined && ROWS[list].some((one) => one === part);
}

/** As text is kept: forms send CRLF, and a text area's first line may be empty. */
const tidy = (value: string): string => value.replace(/\r\n?/g, "\n").toWellFormed().trim();

/** Sets a field that says something. */
export function setField(fields: DraftFields, name: string, value: string | number | undefined): void {
  if (value !== undefined && value !== "") fields[name] = String(value);
}

/** The rows of a list, in their order. */
export function rowsIn(fields: DraftFields, list: RowList): Row[] {
  const rows: Row[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const [first, number = "", ...part] = name.split(".");
    if (first !== list) continue;
    const row = rows[Number(number)] ?? {};
    row[part.join(".")] = value;
    rows[Number(number)] = row;
  }
  return rows;
}

/** Sets the rows of a list; those that say nothing are left out. */
export function setRows(fields: DraftFields, list: RowList, rows: Row[]): void {
  const filled = rows.filter((row) => Object.values(row).some((value) => value !== ""));
  for (const [number, row] of filled.entries())
    for (const part of ROWS[list]) setField(fields, `${list}.${number}.${part}`, row[part]);
}

/** The same fields, with one row more at the end of a list; what of it the list has no fields for is left out. */
export function withRow(fields: DraftFields, list: RowList, row: Row): DraftFields {
  const more = { ...fields };
  setRows(more, list, [...rowsIn(fields, list), row]);
  return more;
}

/** The same fields, with a row for each of these partners. */
export function withPartners(fields: DraftFields, partners: string[]): DraftFields {
  const rows = rowsIn(fields, "partners");
  const missing = partners.filter((slug) => !rows.some((row) => row.slug === slug));
  const full = { ...fields };
  setRows(full, "partners", [...rows, ...missing.map((slug) => ({ slug }))]);
  return full;
}

/** The same fields without a row, whose name is the list's and its number: `images.0`. */
export function withoutRow(fields: DraftFields, name: string): DraftFields {
  const [list, number] = name.split(".");
  const known = ROW_LISTS.find((one) => one === list);
  if (known === undefined) return fields;
  const left = withoutGroup(fields, known);
  setRows(
    left,
    known,
    rowsIn(fields, known).filter((_, index) => index !== Number(number)),
  );
  return left;
}

/** What a field is decided together with. */
const groupOf = (name: string): string => {
  const [first = ""] = name.split(".");
  return first === "partners" ? "syndication" : first;
};

/** The fields of one group. */
export const fieldsIn = (fields: DraftFields, group: string): DraftFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => groupOf(name) === group));

/** All fields but a list's, or a group's. */
export const withoutGroup = (fields: DraftFields, group: string): DraftFields =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => name.split(".")[0] !== group && groupOf(name) !== group),
  );

/** Whether a group says the same in both. */
export const isSameIn = (group: string, a: DraftFields, b: DraftFields): boolean =>
  canonical(fieldsIn(a, group)) === canonical(fieldsIn(b, group));

/** Whether both say the same in all. */
export const isSame = (a: DraftFields, b: DraftFields): boolean => canonical(a) === canonical(b);

const canonical = (fields: DraftFields): string =>
  JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
