import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Catalog } from "../../feed/catalog.ts";
import { answersJson, answersPage } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Home } from "../home.ts";
import { BROWSER_FILE, browserFile, browserFilePath } from "../http/browser-file.ts";
import { chooseCoding } from "../http/coding.ts";
import { LIST_CACHE_CONTROL } from "../pages/files/files.ts";
import { sitePath } from "../pages/frame/addresses.ts";
import { secureReference } from "../pages/frame/layout.tsx";
import { CODINGS, encode } from "../store/codings.ts";
import type { OpenApiDocument } from "./document.ts";
import { REFERENCE_STYLE, REFERENCE_STYLE_FILE } from "./reference/reference-style.ts";

/** All routes of the app, as Hono lists them. */
export type ListedRoutes = () => Hono["routes"];

/**
 * `/api`, the public interface for people, to read and to try, and `/api/openapi.json`, the same for machines (OpenAPI 3.1). They hold no
 * secret, and ask for none. Both are made when somebody asks for the first time.
 */
export function openapi(home: Home, { site }: Catalog, routes: ListedRoutes): Hono {
  const app = new Hono();
  let document: OpenApiDocument | undefined;
  const coded = new Map<string, Uint8Array>();

  const findDocument = async (): Promise<OpenApiDocument> => {
    const { describeInterface } = await import("./document.ts");
    document ??= await describeInterface(routes(), site);
    return document;
  };
  const findPage = async (): Promise<string> => {
    const { ReferencePage } = await import("./reference/reference-page.tsx");
    const file = browserFilePath(home, "reference.js");
    const script = file === null ? null : sitePath(site, `/api${file}`);
    return `<!doctype html>${await (<ReferencePage site={site} document={await findDocument()} script={script} />)}`;
  };

  /** A text that is made once, in the coding that the client takes: a quarter of a megabyte becomes thirty kilobytes. */
  const answer = async (c: Context, type: string, make: () => Promise<string>): Promise<Response> => {
    const coding = chooseCoding(home.acceptEncodingOf(c.req.raw), CODINGS);
    const key = `${type} ${coding}`;
    const bytes = coded.get(key) ?? (await encode(await make(), coding));
    coded.set(key, bytes);
    return home.encoded(bytes, {
      headers: {
        "content-type": type,
        "cache-control": LIST_CACHE_CONTROL,
        vary: "Accept-Encoding",
        ...(coding === "identity" ? {} : { "content-encoding": coding }),
      },
    });
  };

  app.get(
    "/",
    describes(() => ({
      operationId: "getReference",
      part: "Service",
      summary: "This description for people, to read and to try",
      answers: { 200: answersPage("The page.") },
    })),
    secureReference(home),
    (c) => answer(c, "text/html; charset=utf-8", findPage),
  );

  app.get(
    "/openapi.json",
    describes(() => ({
      operationId: "getOpenApi",
      part: "Service",
      summary: "This description for machines",
      answers: {
        200: answersJson(
          "OpenAPI 3.1.",
          z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
        ),
      },
    })),
    (c) => answer(c, "application/json", async () => JSON.stringify(await findDocument())),
  );

  app.get(`/${REFERENCE_STYLE_FILE}`, (c) =>
    c.body(REFERENCE_STYLE, 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    }),
  );

  app.get(BROWSER_FILE, browserFile(home));

  return app;
}
