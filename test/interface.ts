import { parseCatalog } from "../src/feed/catalog.ts";
import type { Home } from "../src/service/home.ts";
import { newKept } from "../src/service/kept.ts";
import { describeInterface } from "../src/service/openapi/document.ts";
import { routes } from "../src/service/service.ts";
import { SITE } from "./site.ts";

/** Nobody asks it for anything: only its routes are looked at. */
const HOME = { secrets: {} } as Home;

/** The whole app. */
export const app = routes(
  HOME,
  parseCatalog(SITE, [{ slug: "all", title: "Everything", description: "All the news" }]),
  newKept(HOME),
  { takeUp: async () => undefined, awaken: async () => "busy" },
);

/** The description, as `/api/openapi.json` answers it. */
export const DOCUMENT = await describeInterface(app.routes, SITE);

/** What a method of a path does, as tests look at it. */
export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema: { examples?: unknown[]; enum?: unknown[] };
  }[];
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }>; headers?: object }>;
  security: Record<string, string[]>[];
}

/** Every operation that is described. */
export const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operation,
  })),
);

/** What pages send to us is no interface for others. */
const isForm = ({ path, method }: { path: string; method: string }): boolean =>
  /^\/desk(?:\/|$)/.test(path) || (method === "POST" && /^\/(?:proofread|partners(?:\/close)?)$/.test(path));

/** The desk's pages, and forms, which are not described: `/desk/articles/{id}`. */
const FORMS = app.routes
  .filter((route) => isForm(route))
  // Files of pages are named by what is in them.
  .filter(({ path, method }) => method !== "ALL" && !path.includes("*") && !/\.css|\/:file\{/.test(path))
  .map(({ path, method }) => ({ path: path.replace(/:(\w+)(?:\{[^/]*\})?/g, "{$1}"), method }));

/** The methods of every path that is served, in small letters: those that are described, and the forms'. */
export const PATHS: Record<string, string[]> = Object.fromEntries(
  [...Map.groupBy([...OPERATIONS, ...FORMS], ({ path }) => path)].map(([path, list]) => [
    path,
    [...new Set(list.map(({ method }) => method.toLowerCase()))],
  ]),
);
