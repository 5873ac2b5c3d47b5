import type { Env, Hono } from "hono";

/**
 * The methods that an app's own routes have for a path. HEAD goes with GET, and OPTIONS with all (RFC 9110 §9.3.2, §9.3.7).
 *
 * @returns none where no route is there
 */
export function methodsOf<E extends Env>({ routes, router }: Hono<E>, path: string): string[] {
  // What is there for all methods is middleware, or says that nothing is here.
  const own = new Set(routes.map(({ method }) => method).filter((method) => method !== "ALL"));
  const methods = [...own].filter((method) =>
    router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  if (methods.length === 0) return [];
  return [...new Set([...methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : method)), "OPTIONS"])];
}
