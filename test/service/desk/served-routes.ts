import { parseCatalog } from "../../../src/feed/catalog.ts";
import { newKept } from "../../../src/service/kept.ts";
import { routes } from "../../../src/service/service.ts";
import { SITE } from "../../site.ts";
import { FEEDS, homeOn } from "../newsroom.ts";

/** Every route of the API and of the desk, as `GET /api/articles/:id`. A sheet is named by what is in it: it is `style-x`. */
export function servedRoutes(): string[] {
  const app = routes(homeOn(), parseCatalog(SITE, FEEDS), newKept(homeOn()), {
    takeUp: async () => undefined,
    awaken: async () => "busy",
  });
  const served = app.routes
    // ALL is middleware, or says what is not allowed.
    .filter(({ method, path }) => method !== "ALL" && /^\/(?:api|desk)(?:\/|$)/.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/style-[0-9a-f]+/, "style-x")}`);
  return [...new Set(served)];
}
