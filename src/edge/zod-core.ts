import * as z from "zod";

/** All that is used of `zod/v4/core` at the edge (`wrangler.toml`). */
export const toJSONSchema = z.toJSONSchema;
