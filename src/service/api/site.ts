import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { NO_STORE } from "../http/no-store.ts";

/**
 * `/api/site`: what of the masthead concerns whoever brings stories: where they are at home, in which zone their times are meant, and
 * whether two may stand at one URL.
 */
export const aboutSite = ({ site: { title, home, base, language, zone, unique_urls } }: Catalog): Hono =>
  new Hono().get("/", (c) => c.json({ title, home, base, language, zone, unique_urls }, 200, NO_STORE));
