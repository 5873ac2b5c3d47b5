import type { OpenApiDocument } from "./document.ts";

/** A JSON Schema 2020-12, as far as ours go. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  default?: unknown;
  examples?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface ShownParameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: JsonSchema;
}

type ShownContent = Record<string, { schema: JsonSchema; example?: unknown }>;

/** An operation as the generated document has it. */
export interface ShownOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: ShownParameter[];
  requestBody?: { required?: boolean; content: ShownContent };
  responses: Record<string, { description: string; content?: ShownContent; headers?: Record<string, unknown> }>;
  security: Record<string, string[]>[];
}

export interface ListedOperation {
  /** In capitals. */
  method: string;
  path: string;
  operation: ShownOperation;
}

/** Every operation of a description, in its order. */
export const operationsIn = ({ paths }: Pick<OpenApiDocument, "paths">): ListedOperation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as unknown as Record<string, ShownOperation>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
