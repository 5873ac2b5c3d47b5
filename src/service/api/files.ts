import { Hono } from "hono";
import { readFile } from "../files/sent-file.ts";
import type { Uploads } from "../files/uploads.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";

/** `/api/files`: pictures and sound for stories. */
export const filesApi = (uploads: Uploads): Hono<SignedEnv> =>
  new Hono<SignedEnv>().post("/", need("files:write"), async (c) => {
    const taken = await uploads.take(c.req.raw, readFile, () => c.get("actor"));
    return taken instanceof Response
      ? taken
      : c.json(taken.uploaded, 201, { location: taken.uploaded.url, ...NO_STORE });
  });
