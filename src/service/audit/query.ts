import * as z from "zod";
import { type Problem, parseInput } from "../../article/parse.ts";
import { timeOrDay } from "../../article/time-or-day.ts";
import type { Actor } from "../../people/actor.ts";
import type { Action, Subject } from "../store/audit.ts";
import { type DeedFilter, MAX_LISTED_DEEDS } from "../store/audit-log.ts";
import { ACTION_WORDS, ACTOR_WORDS, SUBJECT_WORDS } from "./words.ts";

/** What is asked of the log, or what is wrong with the question. */
export type LogQuery =
  | { status: "parsed"; filter: DeedFilter; before?: number; limit: number }
  | { status: "problems"; problems: Problem[] };

const keysOf = <Key extends string>(words: Record<Key, unknown>) => Object.keys(words) as [Key, ...Key[]];

/** What is of a kind, or one thing of it: `article`, `article:2026-03-13-first-boat`. */
const kindAndId = <Kind extends string>(kinds: [Kind, ...Kind[]], example: string) =>
  z.string().transform((text, context) => {
    const [, kind = "", id] = /^([^:]*)(?::(.+))?$/s.exec(text) ?? [];
    const known = kinds.find((one) => one === kind);
    if (known !== undefined) return { kind: known, id };
    context.addIssue({
      code: "custom",
      message: `is none of ${kinds.join(", ")}, with or without an id, as ${example}`,
    });
    return z.NEVER;
  });

const wholeNumber = (most: number) =>
  z.coerce.number(`must be a whole number from 1 to ${most}`).int().min(1).max(most);

/** `?actor=&action=&subject=&from=&to=&before=&limit=`. */
export const logQuerySchema = z.strictObject({
  actor: kindAndId<Actor["kind"]>(keysOf(ACTOR_WORDS), "key:publish-token")
    .optional()
    .meta({ description: "Who: `person`, `key`, `source` or `service`, or one of them, as in `key:publish-token`." }),
  action: z
    .enum(keysOf<Action>(ACTION_WORDS), "is no action: the log's own page lists them")
    .optional()
    .meta({ description: "What was done, as in `article.withheld`." }),
  subject: kindAndId<Subject["kind"]>(keysOf(SUBJECT_WORDS), "article:2026-03-13-first-boat")
    .optional()
    .meta({ description: "To what: a kind, as `article`, or one thing, as in `article:2026-03-13-first-boat`." }),
  from: timeOrDay("first").optional().meta({ description: "From this time, or this day (UTC), on." }),
  to: timeOrDay("last").optional().meta({ description: "Up to this time, or to the end of this day (UTC)." }),
  before: wholeNumber(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: "Go on before the deed with this id, as `next` does.", type: "integer" }),
  limit: wholeNumber(MAX_LISTED_DEEDS).optional().meta({ description: "Deeds of one answer.", type: "integer" }),
});

/**
 * `?actor=&action=&subject=&from=&to=&before=&limit=`. What is left empty is not asked for: a form sends all of its fields.
 *
 * @param limit deeds of a page where the query says no number
 */
export function parseLogQuery(input: Record<string, string>, limit: number): LogQuery {
  const asked = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ""));
  const parsed = parseInput(logQuerySchema, asked);
  if (parsed.status === "problems") return parsed;
  const { before, limit: wanted = limit, ...filter } = parsed.data;
  return { status: "parsed", filter, before, limit: wanted };
}
