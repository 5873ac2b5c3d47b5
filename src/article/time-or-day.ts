import { millisecondsInDay } from "date-fns/constants";
import * as z from "zod";

/**
 * A time with its zone, or a day of UTC, as a query says it: in milliseconds.
 *
 * @param of which millisecond of a day is meant
 */
export const timeOrDay = (of: "first" | "last") =>
  z
    .string()
    .toUpperCase()
    .transform((text) => text.replace(" ", "T"))
    .pipe(
      z.union(
        [
          z.iso.date().transform((day) => Date.parse(day) + (of === "first" ? 0 : millisecondsInDay - 1)),
          z
            .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
            .transform((time) => Date.parse(time)),
        ],
        "is neither a day, as 2026-03-01, nor a time with its zone, as 2026-03-01T08:00:00Z",
      ),
    );
