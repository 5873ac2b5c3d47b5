import * as z from "zod";
import { count, timeText } from "../../describe/schemas.ts";

const deed = () =>
  z
    .strictObject({
      id: count().meta({ description: "Counted up: the newest has the highest." }),
      at: timeText(),
      actor: z.strictObject({
        kind: z.enum(["person", "key", "source", "service"]),
        id: z.string(),
        name: z.string().meta({ description: "What it was called then." }),
      }),
      action: z.string(),
      subject: z.strictObject({ kind: z.string(), id: z.string() }),
      detail: z
        .looseObject({})
        .meta({ description: "What else is known of it: a story's title and revision, counts, reasons." }),
    })
    .meta({ ref: "Deed" });

/** A page of the log. */
export const deedList = () =>
  z
    .strictObject({
      deeds: z.array(deed()),
      kept_days: count().meta({ description: "At least: deeds stay as long as what they were done to is there." }),
      next: z
        .string()
        .optional()
        .meta({ description: "Where the older ones are. There may be fewer on a page than its limit." }),
    })
    .meta({ ref: "Log" });
