import type { JsonSchema } from "../operations.ts";

/** The name of a schema that others refer to; undefined: it stands where it is used. */
export const schemaName = ({ $ref }: JsonSchema): string | undefined => $ref?.split("/").pop();

/** What kind of value it is, in a word or two. */
export function kindOfValue(schema: JsonSchema): string {
  const name = schemaName(schema);
  if (name !== undefined) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const others = schema.anyOf ?? schema.oneOf;
  if (others) return others.map(kindOfValue).join(" | ");
  if (schema.type === "array") return `list of ${schema.items ? kindOfValue(schema.items) : "anything"}`;
  if (schema.type === "object" && typeof schema.additionalProperties === "object" && !schema.properties)
    return `object of ${kindOfValue(schema.additionalProperties)}`;
  const type = schema.type === undefined ? "anything" : [schema.type].flat().join(" or ");
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

/** Its bounds, for people: `at most 500 characters`. */
export function boundsOf(schema: JsonSchema): string[] {
  const { minimum, maximum, maxLength, maxItems, minItems } = schema;
  return [
    minimum === undefined || minimum === 0 ? "" : `from ${minimum}`,
    maximum === undefined ? "" : `at most ${maximum}`,
    maxLength === undefined ? "" : `at most ${maxLength} characters`,
    minItems === undefined ? "" : `at least ${minItems} of them`,
    maxItems === undefined ? "" : `at most ${maxItems} of them`,
    schema.default === undefined || schema.default === "" ? "" : `absent: ${JSON.stringify(schema.default)}`,
  ].filter(Boolean);
}

/** The object that a schema is, or is a list of; undefined: it has no fields to tell. */
export function objectIn(schema: JsonSchema): JsonSchema | undefined {
  if (schema.properties) return schema;
  return schema.items && schemaName(schema.items) === undefined ? objectIn(schema.items) : undefined;
}
