import type { Article } from "../../../../article/article.ts";
import { type Problem, parseArticle, type Removed } from "../../../../article/parse.ts";
import { pointerTo } from "../../../../article/pointer.ts";
import { toRfc3339 } from "../../../../article/time.ts";
import { addressUnder, toSlug } from "../../../../import/decide/slug.ts";
import type { DraftFields } from "../../../store/drafts.ts";
import { FIELD_GROUPS, type Group, isSameIn, type Row, rowsIn } from "./fields.ts";
import { readLocal } from "./times.ts";
import { type FormSetting, storyFields } from "./to-fields.ts";

/** What a form's story is read with. */
export interface StoryBase extends FormSetting {
  /** The article's id. */
  id: string;
  /** The revision that the form started from; null: a new story. */
  base: Article | null;
  /** What becomes its status: absent: the one that it has. */
  status?: Article["status"];
  /** Where the newsroom's own pages are: a story without an address gets one there. */
  home: string;
  /** Milliseconds. */
  now: number;
}

export type ReadStory =
  | { status: "parsed"; article: Article; removed: Removed[] }
  | { status: "problems"; problems: Problem[] };

/**
 * What a form says, as an article, or every problem that it has. What was not changed in the form stays as it is in the revision that the form
 * started from, to the millisecond, and with it all that the form does not show.
 */
export function readStory(fields: DraftFields, from: StoryBase): ReadStory {
  const problems: Problem[] = [];
  const shown = from.base && storyFields(from.base, from);
  const input: Record<string, unknown> = { ...from.base, id: from.id, status: from.status ?? from.base?.status };
  // Of what is taken up again the reason is no reason any more.
  if (input.status !== "canceled") input.reason = undefined;
  for (const group of FIELD_GROUPS)
    if (!shown || !isSameIn(group, fields, shown)) input[group] = READ[group](fields, from, problems);
  if (isPublishedNow(fields, from)) input.published_at = toRfc3339(from.now);
  const parsed = parseArticle(input);
  if (parsed.status === "parsed" && problems.length === 0) return parsed;
  const wrong = parsed.status === "problems" ? parsed.problems : [];
  const known = new Set(problems.map(({ path }) => path));
  return { status: "problems", problems: [...problems, ...wrong.filter(({ path }) => !known.has(path))] };
}

/** Without a time, a story is published when somebody publishes it. */
const isPublishedNow = (fields: DraftFields, { base }: StoryBase): boolean =>
  fields.published_at === undefined && (base === null || base.status === "draft");

type ReadGroup = (fields: DraftFields, from: StoryBase, problems: Problem[]) => unknown;

const plain =
  (name: string): ReadGroup =>
  (fields) =>
    fields[name];

const moment =
  (name: string): ReadGroup =>
  (fields, from, problems) =>
    readTime(fields, name, { from, problems, path: pointerTo(name) });

const READ: Record<Group, ReadGroup> = {
  title: (fields) => fields.title ?? "",
  section: plain("section"),
  summary: plain("summary"),
  dateline: plain("dateline"),
  rights: plain("rights"),
  language: plain("language"),
  content_html: plain("content_html"),
  url: (fields, from) => fields.url ?? proposedUrl(from, fields.title),
  published_at: moment("published_at"),
  updated_at: moment("updated_at"),
  embargo_until: moment("embargo_until"),
  expires_at: moment("expires_at"),
  credit: (fields) => {
    const [name, url] = [fields["credit.name"], fields["credit.url"]];
    return name === undefined && url === undefined ? undefined : { name: name ?? "", url };
  },
  tags: (fields) => rowsIn(fields, "tags").map(({ name }) => name),
  authors: (fields) => rowsIn(fields, "authors").map(({ name = "", url, email }) => ({ name, url, email })),
  images: (fields) => rowsIn(fields, "images").map(readImage),
  attachments: (fields) =>
    rowsIn(fields, "attachments").map(({ url = "", type = "", length, duration, caption, credit, rights }) => ({
      url,
      type,
      length: numberIn(length),
      duration: numberIn(duration),
      caption,
      credit,
      rights,
    })),
  // Those that readers were told of stay as they are, whatever is sent.
  corrections: (fields, { base, now }) => [
    ...(base?.corrections ?? []),
    ...rowsIn(fields, "corrections").map(({ note }) => ({ at: toRfc3339(now), note })),
  ],
  syndication: readSyndication,
};

function readImage({ url = "", partners, partners_named = "", licensor, license_id, ...row }: Row) {
  return {
    url,
    type: row.type,
    width: numberIn(row.width),
    height: numberIn(row.height),
    length: numberIn(row.length),
    caption: row.caption,
    credit: row.credit,
    rights: row.rights,
    syndication: partners === "some" ? partners_named.split(/[\s,]+/).filter((slug) => slug !== "") : partners,
    license: licensor === undefined && license_id === undefined ? undefined : { id: license_id, licensor },
  };
}

function readSyndication(fields: DraftFields, from: StoryBase, problems: Problem[]): unknown {
  const rows = rowsIn(fields, "partners");
  const allow =
    fields.syndication === "some"
      ? rows.flatMap(({ slug, may }) => (may === undefined || slug === undefined ? [] : [slug]))
      : (fields.syndication ?? "all");
  const summaries = rows.flatMap(({ slug, summary }) => (summary === undefined || slug === undefined ? [] : [slug]));
  const embargoes = rows.flatMap((row): [string, string][] => {
    const { slug = "" } = row;
    const path = `/syndication/embargo${pointerTo(slug)}`;
    const at = readTime(row, "embargo", { from, problems, path });
    return at === undefined ? [] : [[slug, at]];
  });
  const until = readTime(fields, "syndication.until", { from, problems, path: "/syndication/until" });
  if (allow === "all" && summaries.length === 0 && embargoes.length === 0 && until === undefined) return undefined;
  return {
    allow,
    summary_only: summaries.length === 0 ? undefined : summaries,
    embargo: embargoes.length === 0 ? undefined : Object.fromEntries(embargoes),
    until,
  };
}

/** A time of the form; undefined where there is none, or none that it can be taken for, which is a problem then. */
function readTime(
  fields: Row,
  name: string,
  { from, problems, path }: { from: FormSetting; problems: Problem[]; path: string },
): string | undefined {
  const local = fields[name];
  if (local === undefined) return undefined;
  const read = readLocal(local, from.zone, fields[`${name}.hour`]);
  if (read.status === "time") return read.at;
  problems.push({ path, detail: read.status === "twice" ? TWICE : read.detail });
  return undefined;
}

/** What a time's field asks for, where the clocks are put back. */
export const TWICE = "comes twice, for the clocks are put back then: say which of the two is meant";

/** A number of the form; what is none is left to the article's own parse, which says so. */
const numberIn = (text: string | undefined): number | string | undefined =>
  text === undefined || !/^\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? text : Number(text);

/** Where a story without an address is said to be: on the newsroom's own site, under the words of its title. */
export const proposedUrl = ({ home, id }: Pick<StoryBase, "home" | "id">, title = ""): string =>
  addressUnder(home, toSlug(title) || id) ?? home;

/** The name of the form's field that a problem's path (RFC 6901) is about; undefined: none, it is about the whole. */
export function fieldAt(path: string, fields: DraftFields): string | undefined {
  const [first, second, third] = path.slice(1).split("/").map(unescapePointer);
  if (first === undefined || first === "" || !FIELD_GROUPS.some((group) => group === first)) return undefined;
  if (first === "syndication") return syndicationField(second, third, fields);
  if (first === "tags") return second === undefined ? first : `tags.${second}.name`;
  if (first === "images" && third === "license") return `images.${second}.licensor`;
  if (first === "images" && third === "syndication") return `images.${second}.partners`;
  return [first, second, third].filter((step) => step !== undefined).join(".");
}

function syndicationField(second: string | undefined, slug: string | undefined, fields: DraftFields): string {
  if (second === "until") return "syndication.until";
  const number = rowsIn(fields, "partners").findIndex((row) => row.slug === slug);
  return second === "embargo" && number >= 0 ? `partners.${number}.embargo` : "syndication";
}

const unescapePointer = (step: string): string => step.replaceAll("~1", "/").replaceAll("~0", "~");
