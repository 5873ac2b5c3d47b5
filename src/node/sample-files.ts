import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** What the addresses of the sample's files start with. */
export const SAMPLE_FILES_PATH = "/sample/";

/** A week, in seconds: a file may change with the sample, under the same name. */
const MAX_AGE = 604_800;

/**
 * The pictures and other files that go with the sample newsroom. They are served whether or not it was loaded: a store that has it may
 * be started by any command line.
 *
 * @param folder without it there are none
 */
export function sampleFilesRoute(folder: string | undefined): Hono {
  const app = new Hono();
  if (folder === undefined) return app;
  const serve = serveStatic({ root: folder, rewriteRequestPath: (path) => path.slice(SAMPLE_FILES_PATH.length) });
  return app.get("/:file{[a-z0-9-]+\\.[a-z0-9]+}", async (c, next) => {
    const answer = await serve(c, next);
    // Where nothing is found, whoever comes next has answered; what Hono hands back then is no response.
    if (!(answer instanceof Response)) return;
    answer.headers.set("cache-control", `public, max-age=${MAX_AGE}`);
    answer.headers.set("x-content-type-options", "nosniff");
    return answer;
  });
}
