import * as z from "zod";
import { type Problem, parseInput } from "../../article/parse.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { type FeedFilter, MAX_LISTED_FEEDS } from "../store/feed-pages.ts";

const flag = (description: string) =>
  z
    .stringbool({ truthy: ["true"], falsy: ["false"], case: "sensitive", error: "is neither true nor false" })
    .optional()
    .meta({ type: "boolean", description });

/** `?after=&limit=&state=&stale=&asleep=&family=&partner=`. */
export const feedsQuerySchema = z.strictObject({
  after: z.string().default("").meta({ description: "The feeds after this slug, as `next` says." }),
  limit: z.coerce
    .number(`must be a whole number from 1 to ${MAX_LISTED_FEEDS}`)
    .int()
    .min(1)
    .max(MAX_LISTED_FEEDS)
    .default(MAX_LISTED_FEEDS)
    .meta({ type: "integer", description: "Feeds in the answer, at most." }),
  state: z.enum(["verified", "refused", "none"]).optional().meta({ description: "How the newest edition fared." }),
  stale: flag("Whether the store is ahead of the edition."),
  asleep: flag("Whether nobody polls it."),
  family: z.string().optional().meta({ description: "Of this family, by the path of its feeds: `tag`." }),
  partner: z.string().optional().meta({ description: "Of this partner." }),
});

/** What is asked of the list of feeds, or what is wrong with the question. */
export type FeedsQuery =
  | { status: "parsed"; after: string; limit: number; filter: FeedFilter; partner?: string }
  | { status: "problems"; problems: Problem[] };

/** What is asked of the list. */
export function parseFeedsQuery(input: Record<string, string>, catalog: Catalog): FeedsQuery {
  const parsed = parseInput(feedsQuerySchema, input);
  if (parsed.status === "problems") return parsed;
  const { after, limit, partner, ...filter } = parsed.data;
  const problems: Problem[] = [];
  if (filter.family !== undefined && !catalog.families.has(filter.family))
    problems.push({ path: "/family", detail: 'is no family: "tag" is the one whose feeds are at tag/{value}' });
  const among = partner === undefined ? undefined : feedsFor(catalog, partner);
  if (among?.slugs.length === 0 && among.families.length === 0)
    problems.push({ path: "/partner", detail: "is no partner that has a feed" });
  return problems.length > 0
    ? { status: "problems", problems }
    : { status: "parsed", after, limit, filter: { ...filter, among }, partner };
}

const feedsFor = ({ all, families }: Catalog, partner: string): { slugs: string[]; families: string[] } => ({
  slugs: slugsFor([...all.values()], partner),
  families: slugsFor([...families.values()], partner),
});

const slugsFor = (defined: { slug: string; partner?: string }[], partner: string): string[] =>
  defined.filter((one) => one.partner === partner).map(({ slug }) => slug);
