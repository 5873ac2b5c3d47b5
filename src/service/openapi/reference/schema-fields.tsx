import type { FC } from "hono/jsx";
import type { JsonSchema } from "../operations.ts";
import { Marked } from "./marked.tsx";
import { boundsOf, kindOfValue, objectIn, schemaName } from "./schema-words.ts";

/** What a value is: a link to the schema that it is named after, where there is one. */
export const ValueKind: FC<{ schema: JsonSchema }> = ({ schema }) => {
  const inner = schema.type === "array" && schema.items ? schema.items : schema;
  const name = schemaName(inner);
  if (name === undefined) return <span class="kind">{kindOfValue(schema)}</span>;
  return (
    <span class="kind">
      {inner === schema ? "" : "list of "}
      <a href={`#schema-${name}`}>{name}</a>
    </span>
  );
};

/** The fields of an object, and of those in it. */
export const SchemaFields: FC<{ schema: JsonSchema }> = ({ schema }) => {
  const others = schema.anyOf ?? schema.oneOf;
  if (others)
    return (
      <ul class="choices">
        {others.map((one) => (
          <li>
            <ValueKind schema={one} />
            <SchemaFields schema={one} />
          </li>
        ))}
      </ul>
    );
  const object = objectIn(schema);
  if (!object?.properties) return null;
  const required = new Set(object.required);
  return (
    <ul class="fields">
      {Object.entries(object.properties).map(([name, field]) => (
        <li>
          <code>{name}</code> <ValueKind schema={field} />
          {required.has(name) ? <b> needed</b> : null}
          {boundsOf(field).map((bound) => (
            <span class="bound">{bound}</span>
          ))}
          {field.description === undefined ? null : (
            <p>
              <Marked text={field.description} />
            </p>
          )}
          {schemaName(field) === undefined && !isShort(field) ? <SchemaFields schema={field} /> : null}
        </li>
      ))}
    </ul>
  );
};

/** What its kind says in full. */
const isShort = (schema: JsonSchema): boolean =>
  (schema.anyOf ?? schema.oneOf ?? []).every((one) => one.properties === undefined) && objectIn(schema) === undefined;
