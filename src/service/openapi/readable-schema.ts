import type * as z from "zod";

/** Formats that say what the pattern of them says, in a word. */
const FORMATS_OF_PATTERNS = new Set(["date-time", "date", "uri", "email"]);

/** How zod's schemas become JSON Schemas that people can read. */
export const readableSchema = {
  unrepresentable: "any",
  override: ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    if (FORMATS_OF_PATTERNS.has(String(jsonSchema.format))) delete jsonSchema.pattern;
    // Of a whole number, the largest that JSON can tell exactly: nobody is told anything by it.
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  },
} as const;
