import type { ListedOperation, ShownParameter } from "../operations.ts";

/** An example of a parameter's value; undefined: it has none. */
export const exampleOf = ({ schema }: ShownParameter): string | undefined =>
  schema.examples?.[0] === undefined ? undefined : String(schema.examples[0]);

/** The first media type that a body may have, and an example of it. */
export function bodyOfOperation({ operation }: ListedOperation): { type: string; example?: string } | undefined {
  const [first] = Object.entries(operation.requestBody?.content ?? {});
  if (!first) return undefined;
  const [type, { example }] = first;
  return { type, example: example === undefined ? undefined : JSON.stringify(example, null, 2) };
}

/** How a shell asks for it: with what its path names filled in, and the token from the environment. */
export function curlOf(listed: ListedOperation, base: string): string {
  const { method, path, operation } = listed;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters?.find((one) => one.in === "path" && one.name === name);
    return encodeURIComponent((parameter && exampleOf(parameter)) ?? name.toUpperCase());
  });
  const body = bodyOfOperation(listed);
  const isSigned = operation.security.length > 0 && operation.security.every((one) => Object.keys(one).length > 0);
  const isPartners = operation.security.some((one) => "partnerKey" in one);
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}'${base}${filled}'`,
    ...(isSigned ? [`-H "Authorization: Bearer $${isPartners ? "PARTNER_KEY" : "TOKEN"}"`] : []),
    ...(body ? [`-H 'Content-Type: ${body.type}'`] : []),
    ...(body?.example ? [`-d '${body.example.replaceAll("'", "'\\''")}'`] : []),
    ...(body && !body.example && operation.requestBody?.required ? ["--data-binary @FILE"] : []),
  ].join(" \\\n  ");
}
