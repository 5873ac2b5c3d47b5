import * as z from "zod";
import { type Problem, parseInput } from "../../article/parse.ts";
import { timeOrDay } from "../../article/time-or-day.ts";
import { type Catalog, partnersWithFeeds } from "../../feed/catalog.ts";
import { LIST_TIMES, type ListCursor, type ListTime } from "../store/list-articles.ts";
import { LISTED_STATUSES } from "../store/list-conditions.ts";
import { toMatch } from "../store/match.ts";

/** Articles on one page of a list, at most: some kilobytes each at the desk, with what is quoted of them. */
export const MAX_LISTED_ARTICLES = 100;
const USUAL_LISTED = 50;

/** A query is cut after so many characters: a URL is the longest thing that is looked for. */
export const MAX_FIND_LENGTH = 2_000;

const label = z.string().trim().min(1, "is empty").max(500, "has more than 500 characters");

/** `?q=&status=&section=…`: what may be asked of the list. */
export const articleQuerySchema = z.strictObject({
  q: z.string().max(MAX_FIND_LENGTH, `has more than ${MAX_FIND_LENGTH} characters`).optional().meta({
    description: "Words of title, summary and text, which all must be there; in quotes, as they follow one another.",
  }),
  status: z
    .enum(LISTED_STATUSES, `is none of ${LISTED_STATUSES.join(", ")}`)
    .optional()
    .meta({ description: "How it stands; `usable`: it may be seen now." }),
  section: label.optional().meta({ description: "Its section, without regard to case." }),
  tag: label.optional().meta({ description: "One of its tags, without regard to case." }),
  author: label.optional().meta({ description: "The name of one of its authors, without regard to case." }),
  source: z.string().optional().meta({ description: "The name of the source that it came from." }),
  feed: z.string().optional().meta({ description: "The slug of a feed that has it, or will have it." }),
  left_out_by: z.string().optional().meta({
    description: "A partner whose feeds would have it, but for its rights or the rules of the partner's system.",
  }),
  undelivered: z
    .string()
    .optional()
    .meta({ description: "`true`, or a partner: what its feeds say of it has not been picked up yet." }),
  sort: z
    .enum([...LIST_TIMES, "rank"], `is none of ${LIST_TIMES.join(", ")}, rank`)
    .optional()
    .meta({
      description: "The latest first by this time, or the best match first; by rank where there is a `q`, else stored.",
    }),
  from: timeOrDay("first")
    .optional()
    .meta({ description: "A day (UTC) or a time: of what the list is sorted by; by rank, of its publication." }),
  to: timeOrDay("last").optional().meta({ description: "A day (UTC) or a time, inclusive." }),
  after: z.string().optional().meta({ description: "Where a list goes on; taken from `next`." }),
  limit: z.coerce
    .number(`must be a whole number from 1 to ${MAX_LISTED_ARTICLES}`)
    .int()
    .min(1)
    .max(MAX_LISTED_ARTICLES)
    .default(USUAL_LISTED)
    .meta({ type: "integer", description: "Articles of a page." }),
});

type Asked = z.output<typeof articleQuerySchema>;

/** What is asked of the list of articles. */
export interface ArticleQuery
  extends Pick<
    Asked,
    | "q"
    | "status"
    | "section"
    | "tag"
    | "author"
    | "source"
    | "feed"
    | "left_out_by"
    | "undelivered"
    | "from"
    | "to"
    | "limit"
  > {
  /** As FTS5 takes it; absent: no word is looked for. */
  match?: string;
  sort: ListTime | "rank";
  after?: ListCursor;
}

export type ParsedArticleQuery =
  | { status: "parsed"; query: ArticleQuery }
  | { status: "problems"; problems: Problem[] };

/** The query of a list of articles, or every problem of it. */
export function parseArticleQuery(input: Record<string, string>, catalog: Catalog): ParsedArticleQuery {
  const parsed = parseInput(articleQuerySchema, input);
  if (parsed.status === "problems") return parsed;
  const { q, after, ...asked } = parsed.data;
  const match = q === undefined ? undefined : (toMatch(q) ?? undefined);
  const sort = asked.sort ?? (match === undefined ? "stored" : "rank");
  const cursor = after === undefined ? undefined : readCursor(after);
  const problems: Problem[] = [
    ...unknownNames(asked, catalog),
    ...(sort === "rank" && match === undefined
      ? [{ path: "/sort", detail: "is rank, and there is no q to rank by" }]
      : []),
    ...(cursor === null || (cursor && cursor.sort !== sort)
      ? [{ path: "/after", detail: "is no place in this list: take it from next" }]
      : []),
  ];
  if (problems.length > 0 || cursor === null) return { status: "problems", problems };
  return { status: "parsed", query: { ...asked, q, match, sort, after: cursor } };
}

function unknownNames({ feed, source, left_out_by, undelivered }: Asked, catalog: Catalog): Problem[] {
  const isFeed = (slug: string) =>
    catalog.all.has(slug) || [...catalog.families.keys()].some((path) => slug.startsWith(`${path}/`));
  const isPartner = (name: string) => partnersWithFeeds(catalog).includes(name);
  const noPartner = "is no partner that has a feed";
  return [
    ...(feed === undefined || isFeed(feed) ? [] : [{ path: "/feed", detail: "is no feed" }]),
    ...(source === undefined || catalog.sources.has(source) ? [] : [{ path: "/source", detail: "is no source" }]),
    ...(left_out_by === undefined || isPartner(left_out_by) ? [] : [{ path: "/left_out_by", detail: noPartner }]),
    ...(undelivered === undefined || undelivered === "true" || isPartner(undelivered)
      ? []
      : [{ path: "/undelivered", detail: `is neither true nor a partner that has a feed` }]),
  ];
}

/** A place in a list as its readers hand it on. What stands in it is nobody's business but ours. */
export const writeCursor = (cursor: ListCursor): string =>
  Buffer.from(
    JSON.stringify(cursor.sort === "rank" ? ["rank", cursor.skip, cursor.n] : [cursor.sort, cursor.at, cursor.n]),
  ).toString("base64url");

const cursorSchema = z.tuple([z.enum([...LIST_TIMES, "rank"]), z.int(), z.int().min(0)]);

/** Null: it is none. */
function readCursor(text: string): ListCursor | null {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
  const parsed = cursorSchema.safeParse(json);
  if (!parsed.success) return null;
  const [sort, at, n] = parsed.data;
  if (sort !== "rank") return { sort, at, n };
  return at < 0 ? null : { sort, skip: at, n };
}
