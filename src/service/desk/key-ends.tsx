import { millisecondsInDay } from "date-fns/constants";
import type { FC } from "hono/jsx";
import * as z from "zod";

/** How long a new key may last, in days, and how the form says so; empty: it ends when it is revoked. */
const LASTS = {
  "": "when it is revoked",
  "30": "after 30 days",
  "90": "after 90 days",
  "365": "after a year",
} as const;

/** What the form sends. Anything else is refused: a key that lasts for longer than somebody meant is found by nobody. */
export const lastsSchema = z.enum(Object.keys(LASTS) as [keyof typeof LASTS, ...(keyof typeof LASTS)[]]).default("");

/** When a key ends that is made now, in milliseconds; null: when it is revoked. */
export const endOf = (days: keyof typeof LASTS, now: number): number | null =>
  days === "" ? null : now + Number(days) * millisecondsInDay;

/** The field that asks when a new key ends. */
export const EndsField: FC = () => (
  <div class="field">
    <label for="days">It ends</label>
    <select id="days" name="days">
      {Object.entries(LASTS)
        .sort(([one], [other]) => Number(one) - Number(other))
        .map(([days, words]) => (
          <option value={days}>{words}</option>
        ))}
    </select>
  </div>
);
