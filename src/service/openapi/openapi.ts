import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { NO_STORE } from "../http/no-store.ts";
import { PATHS } from "./paths.ts";
import { SCHEMAS } from "./schemas.ts";

/** `/api/openapi.json`: the public interface, described for machines (OpenAPI 3.1). */
export const openapi = (catalog: Catalog): Hono =>
  new Hono().get("/", (c) => {
    const { site } = catalog;
    const description = {
      openapi: "3.1.0",
      info: {
        title: `${site.title}: feeds`,
        description: "Stored articles, and the feeds made of them.",
        version: "1",
      },
      servers: [{ url: site.base }],
      security: [{ token: [] }],
      paths: PATHS,
      components: {
        schemas: SCHEMAS,
        securitySchemes: { token: { type: "http", scheme: "bearer", description: "The publish token." } },
      },
    };
    return c.json(description, 200, NO_STORE);
  });
