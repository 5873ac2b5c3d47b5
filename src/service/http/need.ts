import type { MiddlewareHandler } from "hono";
import type { Scope } from "../../people/scopes.ts";
import type { SignedEnv } from "./authorize.ts";
import { problem } from "./problem.ts";

/**
 * Lets through who may do this, and answers 403 to everybody else. It stands before the handler of each route of `/api`, and the
 * description of the interface has the scope from it.
 */
export const need = (scope: Scope): MiddlewareHandler<SignedEnv> & { scope: Scope } => {
  const door: MiddlewareHandler<SignedEnv> = async (c, next) =>
    c.get("scopes").has(scope) ? next() : problem(403, `This key may not do this: it lacks ${scope}.`);
  return Object.assign(door, { scope });
};
