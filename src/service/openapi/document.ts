import { Hono } from "hono";
import { findTargetHandler } from "hono/utils/handler";
import { type DescribeRouteOptions, describeRoute, generateSpecs, resolver, validator } from "hono-openapi";
import type { OpenAPIV3_1 } from "openapi-types";
import * as z from "zod";
import type { Scope } from "../../people/scopes.ts";
import { answersLater, answersProblem } from "../describe/answers.ts";
import { type AnswerDescription, type Description, describeOf, type MediaBody } from "../describe/describes.ts";
import { documentOperations } from "./document-operations.ts";
import { frameOf, TOKEN_SCHEME } from "./frame.ts";
import { readableSchema } from "./readable-schema.ts";

/** A route as Hono lists it. */
type ListedRoute = Hono["routes"][number];

/** The whole description (OpenAPI 3.1). */
export type OpenApiDocument = Awaited<ReturnType<typeof generateSpecs>>;

/**
 * The public interface, described for machines: of every route what stands beside its handler, and of `need` the scope.
 *
 * @param routes of the whole app, those before others that have the first word
 */
export async function describeInterface(
  routes: ListedRoute[],
  site: Parameters<typeof frameOf>[0],
): Promise<OpenApiDocument> {
  const app = new Hono();
  const scopes = new Map<string, Scope>();
  for (const one of documentOperations()) if (one.path) app.on("GET", [one.path], ...middlewareOf(one, undefined));
  for (const { method, path, handler } of routes) {
    if (isOfDesk(path)) continue;
    const target = findTargetHandler(handler);
    if ("scope" in target) scopes.set(`${method} ${path}`, target.scope as Scope);
    // HEAD goes with GET (RFC 9110 §9.3.2).
    const described = method === "HEAD" ? undefined : describeOf(target)?.();
    for (const one of described ? [described].flat() : [])
      app.on(
        method === "ALL" ? "GET" : method,
        [one.path ?? path],
        ...middlewareOf(one, scopes.get(`${method} ${path}`)),
      );
  }
  const document = await generateSpecs(app, {
    documentation: frameOf(site),
    excludeStaticFile: false,
    defaultValidationErrorResponse: false,
  });
  for (const [path, item] of Object.entries(document.paths))
    for (const one of operationsOf(item)) dropUnnamed(path, one);
  return withoutUndefined(document);
}

/** The desk is for people. What its forms send is nobody else's to rely on. */
const isOfDesk = (path: string): boolean => /^\/desk(?:\/|$)/.test(path);

/** What the library reads of a route: its parameters by schemas, and all the rest. */
function middlewareOf(description: Description, scope: Scope | undefined) {
  const { operationId, part, summary, params, query, headers, body } = description;
  const security = description.security ?? (scope === undefined ? [] : [{ [TOKEN_SCHEME]: [scope] }]);
  const isSigned = security.some((one) => TOKEN_SCHEME in one);
  const needs = scope === undefined ? undefined : `It takes a key with the scope \`${scope}\`.`;
  const answers = { ...answersOf(isSigned, scope), ...description.answers };
  const spec: DescribeRouteOptions = {
    operationId,
    tags: [part],
    summary,
    description: [description.description, needs].filter(Boolean).join("\n\n") || undefined,
    security: security as OpenAPIV3_1.SecurityRequirementObject[],
    requestBody: body && { required: body.required ?? true, content: contentOf(body.content) },
    responses: Object.fromEntries(Object.entries(withFault(answers)).map(([status, one]) => [status, answerOf(one)])),
  };
  const settings = { options: readableSchema };
  return [
    ...(params ? [validator("param", z.object(params), undefined, settings)] : []),
    ...(query ? [validator("query", query, undefined, settings)] : []),
    ...(headers ? [validator("header", z.object(headers), undefined, settings)] : []),
    describeRoute(spec),
  ];
}

/** What the door in front of a handler answers. */
const answersOf = (isSigned: boolean, scope: Scope | undefined): Record<string, AnswerDescription> => ({
  ...(isSigned && {
    401: answersProblem("The token or key is missing, or wrong."),
    429: answersLater("Too many wrong tokens were sent from there."),
    503: answersLater("The store cannot be had now."),
  }),
  ...(scope !== undefined && { 403: answersProblem(`The key lacks the scope \`${scope}\`.`) }),
});

/** Where nothing can be wrong but the request itself: every operation says how it refuses. */
const withFault = (answers: Record<string, AnswerDescription>): Record<string, AnswerDescription> =>
  Object.keys(answers).some((status) => status.startsWith("4"))
    ? answers
    : { ...answers, "4XX": { description: "The request is no good HTTP: its headers are too large, say." } };

const answerOf = ({ description, headers, content }: AnswerDescription) => ({
  description,
  headers: headers as Record<string, OpenAPIV3_1.HeaderObject> | undefined,
  content: content && contentOf(content),
});

const contentOf = (content: Record<string, MediaBody>) =>
  Object.fromEntries(
    Object.entries(content).map(([type, { schema, example }]) => [
      type,
      { schema: resolver(schema, { options: readableSchema }), example },
    ]),
  );

const METHODS = ["get", "put", "post", "patch", "delete"] as const;

/** The operations of a path. */
const operationsOf = (item: OpenAPIV3_1.PathItemObject): OpenAPIV3_1.OperationObject[] =>
  METHODS.flatMap((method) => item[method] ?? []);

/** Of `{slug}.css` the library makes a second parameter, which is none. */
function dropUnnamed(path: string, operation: OpenAPIV3_1.OperationObject): void {
  operation.parameters = operation.parameters?.filter(
    (one) => "$ref" in one || one.in !== "path" || path.includes(`{${one.name}}`),
  );
}

const withoutUndefined = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
