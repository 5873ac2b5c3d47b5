import type { MiddlewareHandler } from "hono";
import type { Site } from "../../feed/definition.ts";
import { SCOPES, type Scope } from "../../people/scopes.ts";
import { showMessage } from "./frame.tsx";
import type { DeskEnv } from "./session.ts";

/**
 * Lets through who may do this, and tells everybody else so. It stands before the handler of each page and each form of the desk; a page
 * offers nothing that its reader may not do.
 */
export const mayDo =
  (site: Site, scope: Scope): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    if (c.get("scopes").has(scope)) return next();
    const why = (
      <p>This is for those who may {SCOPES[scope]}: an owner can give you a role that may. Nothing was changed.</p>
    );
    return showMessage(c, site, { status: 403, title: "Not yours to do", why });
  };
