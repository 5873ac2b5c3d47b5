import type { Allowance, Article, Image, Syndication } from "../../../../article/article.ts";
import type { DraftFields } from "../../../store/drafts.ts";
import { type Row, setField, setRows } from "./fields.ts";
import { hourOf, localTime } from "./times.ts";

/** What a form of a story depends on beside the story. */
export interface FormSetting {
  /** The newsroom's time zone (IANA). */
  zone: string;
  /** The partners there are, by slug. */
  partners: string[];
  /** When the form was first opened, in milliseconds: a draft's publication that lies before it is no plan. */
  openedAt: number;
}

const TIMES = ["published_at", "updated_at", "embargo_until", "expires_at"] as const;

/** An article as its form shows it. Corrections are not in it: those that there are stay as they are. */
export function storyFields(article: Article, setting: FormSetting): DraftFields {
  const fields: DraftFields = { zone: setting.zone };
  for (const name of ["title", "section", "summary", "dateline", "url", "language", "rights", "content_html"] as const)
    setField(fields, name, article[name]?.trim());
  setField(fields, "credit.name", article.credit?.name);
  setField(fields, "credit.url", article.credit?.url);
  for (const name of TIMES) if (isShown(name, article, setting)) setTime(fields, name, article[name], setting.zone);
  setRows(
    fields,
    "tags",
    article.tags.map((name) => ({ name })),
  );
  setRows(
    fields,
    "authors",
    article.authors.map((author) => ({ ...author })),
  );
  setRows(fields, "images", article.images.map(imageRow));
  setRows(
    fields,
    "attachments",
    article.attachments.map((file) => texts({ ...file })),
  );
  setSyndication(fields, article.syndication, setting);
  return fields;
}

/** A story that nobody has published is published when somebody does; what was planned for later stays planned. */
const isShown = (name: string, { status, published_at }: Article, { openedAt }: FormSetting): boolean =>
  name !== "published_at" || status !== "draft" || Date.parse(published_at) > openedAt;

function setTime(fields: DraftFields, name: string, at: string | undefined, zone: string): void {
  if (at === undefined) return;
  setField(fields, name, localTime(at, zone));
  setField(fields, `${name}.hour`, hourOf(at, zone));
}

const imageRow = ({ url, caption, credit, rights, type, width, height, length, license, syndication }: Image): Row =>
  texts({
    url,
    caption,
    credit,
    rights,
    type,
    width,
    height,
    length,
    licensor: license?.licensor,
    license_id: license?.id,
    partners: allowanceName(syndication),
    partners_named: Array.isArray(syndication) ? syndication.join(" ") : undefined,
  });

const allowanceName = (allowance: Allowance | undefined): string | undefined =>
  Array.isArray(allowance) ? "some" : allowance;

/** A list of partners may be empty: it lets nobody have it, as "none" does. */
function setSyndication(fields: DraftFields, syndication: Syndication | undefined, setting: FormSetting): void {
  const { allow, summary_only = [], embargo = {}, until } = syndication ?? {};
  setField(fields, "syndication", allow === undefined || allow === "all" ? undefined : allowanceName(allow));
  setTime(fields, "syndication.until", until, setting.zone);
  const named = [...(Array.isArray(allow) ? allow : []), ...summary_only, ...Object.keys(embargo)];
  const rows = [...new Set([...setting.partners, ...named])].map((slug): Row => {
    const row: Row = { slug };
    if (Array.isArray(allow) && allow.includes(slug)) row.may = "yes";
    if (summary_only.includes(slug)) row.summary = "yes";
    setTime(row, "embargo", embargo[slug], setting.zone);
    return row;
  });
  setRows(fields, "partners", rows);
}

/** A row's values as a form has them. */
function texts(values: Record<string, string | number | undefined>): Row {
  const row: Row = {};
  for (const [name, value] of Object.entries(values)) setField(row, name, value);
  return row;
}
