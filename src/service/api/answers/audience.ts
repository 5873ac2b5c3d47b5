import * as z from "zod";
import { KINDS } from "../../../audience/products.ts";
import { count } from "../../describe/schemas.ts";

const sums = () => ({
  polls_200: count(),
  polls_226: count(),
  polls_304: count(),
  polls_other: count(),
  bytes_sent: count(),
  bytes_saved: count(),
  polls_unconditional: count(),
  bytes_unconditional: count(),
  polls_soon: count(),
});

/** Who polls. */
export const audienceReport = () =>
  z
    .strictObject({
      from: z.iso.date(),
      to: z.iso.date(),
      feed: z.string().optional(),
      counted: z.string().meta({ description: "What is counted here, for people." }),
      total: z.strictObject({ polls: count(), ...sums(), subscribers: count() }),
      products: z.array(
        z.strictObject({ product: z.string(), kind: z.enum(KINDS), subscribers: count().optional(), ...sums() }),
      ),
      rows: z.array(
        z.strictObject({
          day: z.iso.date(),
          feed: z.string(),
          format: z.string(),
          product: z.string(),
          kind: z.enum(KINDS),
          ...sums(),
          subscribers: count().nullable(),
        }),
      ),
    })
    .meta({ ref: "AudienceReport" });
