import { Hono } from "hono";
import * as z from "zod";
import { FILE_NAME } from "../../media/kinds.ts";
import { answersAs, answersLine } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { named } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import { isNotModified } from "../http/conditional.ts";
import { preflight } from "../http/open-to-pages.ts";
import { plain } from "../http/plain.ts";
import { type ByteRange, maySendPart, rangeOf } from "../http/range.ts";
import { findFile, type StoredFile } from "../store/files.ts";

/** What is there never changes: its address says what is in it. */
const FOREVER = "public, max-age=31536000, immutable";

/** Whatever a file may be taken for, nothing in it runs, and nothing is loaded by it but itself, as by a browser's own player. */
const POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

const METHODS = "GET, HEAD, OPTIONS";

/** `/files/{name}`: what was uploaded, for every reader, and for the pages of every site that shows it. */
export function servedFiles({ db, files }: Pick<Home, "db" | "files">): Hono {
  const app = new Hono();

  app.get(
    "/:name",
    describes(() => ({
      operationId: "getFile",
      part: "Files",
      summary: "A file that was uploaded, for good; in part where Range says so",
      params: { name: named("What is in the file, by SHA-256, and its kind.", EXAMPLE) },
      headers: {
        Range: z
          .string()
          .optional()
          .meta({ description: "A part of it.", examples: ["bytes=0-1023"] }),
      },
      answers: {
        200: answersAs("application/octet-stream", "The file, in its own media type."),
        206: answersAs("application/octet-stream", "The part that was asked for."),
        304: { description: "The client has it." },
        404: answersLine("No file is here."),
        416: answersLine("There is no such part."),
      },
    })),
    async (c) => {
      const name = c.req.param("name");
      const file = files && FILE_NAME.test(name) ? await findFile(db, name) : null;
      if (!files || !file) return nothing();
      const { method, headers } = c.req.raw;
      const etag = name.slice(0, name.indexOf("."));
      const told = headersOf(file, `"${etag}"`);
      if (isNotModified(headers, { etag, modified: wholeSecond(file.uploadedAt) }))
        return new Response(null, { status: 304, headers: told });
      // A range is of a GET alone (RFC 9110 §14.2).
      const asked =
        method === "GET" && maySendPart(headers.get("if-range"), `"${etag}"`)
          ? rangeOf(headers.get("range"), file.length)
          : null;
      if (asked === "none") return noSuchPart(file.length);
      const body = method === "HEAD" ? null : await files.get(name, asked ?? undefined);
      // Its note is here, and its bytes are not: as after a restore without them.
      if (method !== "HEAD" && body === null) return nothing();
      return new Response(body, asked ? part(told, asked, file.length) : { headers: whole(told, file.length) });
    },
  );

  app.options("/:name", () => preflight(METHODS));

  return app;
}

const EXAMPLE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.jpg";

const nothing = (): Response => plain(404, "No file is here.", ANYBODYS);

const noSuchPart = (length: number): Response =>
  plain(416, `The file has ${length} bytes.`, { "content-range": `bytes */${length}`, ...ANYBODYS });

/** Pages of other sites show it, and may read it (Fetch §3.3.3, §3.7). */
const ANYBODYS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "accept-ranges, content-length, content-range, etag",
  "cross-origin-resource-policy": "cross-origin",
};

const headersOf = ({ type, uploadedAt }: StoredFile, tag: string): Record<string, string> => ({
  "content-type": type,
  "cache-control": FOREVER,
  etag: tag,
  "last-modified": new Date(uploadedAt).toUTCString(),
  "accept-ranges": "bytes",
  "content-disposition": "inline",
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  ...ANYBODYS,
});

const whole = (told: Record<string, string>, length: number) => ({ ...told, "content-length": String(length) });

const part = (told: Record<string, string>, { first, last }: ByteRange, length: number): ResponseInit => ({
  status: 206,
  headers: {
    ...told,
    "content-range": `bytes ${first}-${last}/${length}`,
    "content-length": String(last - first + 1),
  },
});

/** A date of HTTP's has whole seconds. */
const wholeSecond = (time: number): number => Math.floor(time / 1_000) * 1_000;
