import * as z from "zod";
import { type Problem, parseInput } from "../../article/parse.ts";
import { countDays, dayOf, daysBefore } from "../../audience/days.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { locate } from "../../feed/locate.ts";
import { USUAL_DAYS } from "../audience/page.tsx";
import { AUDIENCE_DAYS, type Range } from "../store/audience.ts";

/** What is asked of the audience, or what is wrong with the question. */
export type AudienceQuery =
  | { status: "parsed"; range: Required<Pick<Range, "from" | "to">> & Pick<Range, "feed">; format?: "json" | "csv" }
  | { status: "problems"; problems: Problem[] };

const day = z.iso.date("is not a day as YYYY-MM-DD");

/** `?from=&to=&feed=&format=`. */
export const audienceQuerySchema = z.strictObject({
  from: day.optional().meta({ description: `A day; absent: ${USUAL_DAYS} days back.` }),
  to: day.optional().meta({ description: "A day, included; absent: today." }),
  feed: z.string().optional().meta({ description: "The slug of one feed; absent: all." }),
  format: z
    .enum(["json", "csv"], "is neither json nor csv")
    .optional()
    .meta({ description: "Absent: as Accept says." }),
});

/** What is asked for: whole days (UTC), both included. */
export function parseAudienceQuery(input: Record<string, string>, catalog: Catalog, now: number): AudienceQuery {
  const parsed = parseInput(audienceQuerySchema, input);
  if (parsed.status === "problems") return parsed;
  const { feed, format } = parsed.data;
  const to = parsed.data.to ?? dayOf(now);
  const from = parsed.data.from ?? daysBefore(to, USUAL_DAYS - 1);
  const problems: Problem[] = [];
  if (from > to) problems.push({ path: "/from", detail: "is after to" });
  if (countDays(from, to) > AUDIENCE_DAYS)
    problems.push({ path: "/from", detail: `is more than ${AUDIENCE_DAYS} days before to: no more are kept` });
  if (feed !== undefined && !isFeed(catalog, feed)) problems.push({ path: "/feed", detail: "is no feed's slug" });
  return problems.length > 0
    ? { status: "problems", problems }
    : { status: "parsed", range: { from, to, feed }, format };
}

/** Whether a slug is, or once was, a public feed's: feeds that have moved or ended are polled still. */
const isFeed = (catalog: Catalog, slug: string): boolean => locate(catalog, slug, "public").status !== "unknown";
