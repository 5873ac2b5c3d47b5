import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { answersJson } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { NO_STORE } from "../http/no-store.ts";
import { masthead } from "./answers/moves.ts";

/**
 * `/api/site`: what of the masthead concerns whoever brings stories: where they are at home, in which zone their times are meant, and
 * whether two may stand at one URL. Whoever has a key may know it, whatever the key is for: most of it stands on every public page, and a
 * system that brings stories has no other scope in common with one that only reads them.
 */
export const aboutSite = ({ site: { title, home, base, language, zone, unique_urls } }: Catalog): Hono =>
  new Hono().get(
    "/",
    describes(() => ({
      operationId: "getMasthead",
      part: "Service",
      summary: "The masthead: where the newsroom is at home, its language and its time zone",
      security: [{ token: [] }],
      answers: { 200: answersJson("The masthead.", masthead()) },
    })),
    (c) => c.json({ title, home, base, language, zone, unique_urls }, 200, NO_STORE),
  );
