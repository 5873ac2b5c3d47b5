import * as z from "zod";
import { type Problem, parseInput } from "../../article/parse.ts";
import { SUBSCRIBER_STATES, type SubscriberFilter } from "../store/subscriber-list.ts";

/** Subscribers of one page, at most. */
const MAX_LISTED = 200;
const USUAL = 100;

const wholeNumber = (most: number) =>
  z.coerce.number(`must be a whole number from 1 to ${most}`).int().min(1).max(most);

/** `?state=&host=&feed=&partner=&before=&limit=`. */
export const subscriberQuerySchema = z.strictObject({
  state: z
    .enum(SUBSCRIBER_STATES, `is none of ${SUBSCRIBER_STATES.join(", ")}`)
    .optional()
    .meta({
      description:
        "How it fares: it has what is current, it is to be sent that, it has not taken it, or it is no subscriber any more.",
    }),
  host: z.string().optional().meta({ description: "Whose callback is at this host." }),
  feed: z.string().optional().meta({ description: "Of this feed, by its slug." }),
  partner: z.string().optional().meta({ description: "Of this partner." }),
  before: wholeNumber(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: "Go on before the subscriber with this id, as `next` does.", type: "integer" }),
  limit: wholeNumber(MAX_LISTED).default(USUAL).meta({ description: "Subscribers of one answer.", type: "integer" }),
});

/** What is asked of the list of subscribers, or what is wrong with the question. */
export type SubscriberQuery =
  | { status: "parsed"; filter: SubscriberFilter; before?: number; limit: number }
  | { status: "problems"; problems: Problem[] };

/** What is left empty is not asked for: a form sends all of its fields. */
export function parseSubscriberQuery(input: Record<string, string>): SubscriberQuery {
  const asked = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ""));
  const parsed = parseInput(subscriberQuerySchema, asked);
  if (parsed.status === "problems") return parsed;
  const { before, limit, ...filter } = parsed.data;
  return { status: "parsed", filter, before, limit };
}

/** Characters of a callback's path that are shown in lists: what comes behind may be a token. */
const MAX_PATH = 12;

/** A callback as lists show it: whoever knows all of it can send to it. */
export function shortCallback(callback: string): string {
  const { origin, pathname, search } = new URL(callback);
  if (pathname.length <= MAX_PATH && search === "") return origin + pathname;
  return `${origin}${pathname.slice(0, MAX_PATH)}…`;
}

/** Characters of the sentence that says why a subscription is ended: it goes into the address by which the callback is told. */
export const MAX_END_REASON = 300;

const reasonSchema = z
  .string()
  .trim()
  .min(1, "must say why")
  .max(MAX_END_REASON, `must have at most ${MAX_END_REASON} characters`)
  .regex(/^\P{Cc}*$/u, "must be one line of text");

/** Why a subscription is ended, or what is wrong with that. */
export const parseEndReason = (text: string | undefined) =>
  parseInput(z.strictObject({ reason: reasonSchema }), { reason: text ?? "" });
