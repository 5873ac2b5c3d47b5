import * as z from "zod";
import { ORIGINS } from "../../../feed/source.ts";
import { count, timeText } from "../../describe/schemas.ts";

const brought = () => ({ created: count(), changed: count(), taken_back: count() });

const sourceFields = () => ({
  name: z.string(),
  kind: z.enum(ORIGINS),
  url: z.string().optional(),
  status: z
    .enum(["new", "well", "failing", "ended"])
    .meta({ description: "`ended`: it says that it is gone for good (410)." }),
  asked_at: timeText().optional(),
  succeeded_at: timeText().optional(),
  next_at: timeText().optional().meta({ description: "When it is asked next. Absent: it calls itself, or has ended." }),
  failures: count().meta({ description: "Since the last success." }),
  fault: z.string().optional().meta({ description: "Why it failed the last time." }),
  moved_to: z.string().optional().meta({ description: "Where it says that it has moved for good (301)." }),
  ...brought(),
  refused: count().meta({ description: "Items that were not taken in, as many as are kept at most." }),
});

/** Every source, and how it is doing. */
export const sourceList = () =>
  z.strictObject({ sources: z.array(z.strictObject(sourceFields()).meta({ ref: "Source" })) });

/** A source, and what it brought that was not taken. */
export const sourceDetail = () =>
  z
    .strictObject({
      ...sourceFields(),
      refusals: z.array(z.strictObject({ item: z.string(), reason: z.string(), at: timeText() })),
      kept_out: z
        .array(z.strictObject({ id: z.string(), since: timeText() }))
        .meta({ description: "Stories whose source's words are kept out, because they were changed here." }),
    })
    .meta({ ref: "SourceDetail" });

/** What came of a call. */
export const sourceCall = () =>
  z
    .strictObject({ status: z.enum(["asked", "taken in"]), source: z.string(), ...brought() })
    .meta({ ref: "SourceCall" });
