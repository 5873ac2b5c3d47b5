import { type Context, Hono } from "hono";
import type { Catalog } from "../../../feed/catalog.ts";
import { readFormWithFile } from "../../files/sent-file.ts";
import type { Uploads } from "../../files/uploads.ts";
import type { Home } from "../../home.ts";
import { isSameSecret } from "../../http/authorize.ts";
import { problem } from "../../http/problem.ts";
import { listFiles } from "../../store/files.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { mayDo } from "../may-do.tsx";
import type { DeskEnv } from "../session.ts";
import { FilesPage } from "./files-page.tsx";

/** Files that the page shows: as many as one looks through for the picture of this morning. */
const MAX_SHOWN = 60;

/**
 * `/desk/files`: what was uploaded, and more. A file comes in a form of its own kind, with a form token in it as every form has: this room
 * stands before the middleware that reads the others.
 */
export function deskFiles(home: Home, { site }: Catalog, uploads: Uploads): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", mayDo(site, "files:write"), async (c) => {
    const files = await listFiles(home.db, MAX_SHOWN);
    return showPage(
      c,
      <FilesPage
        site={site}
        session={c.get("session")}
        files={files}
        uploaded={files.find(({ name }) => name === c.req.query("uploaded"))}
        canUpload={home.files !== undefined}
        now={Date.now()}
      />,
    );
  });

  /** A browser's form is answered with a page, and the desk's script with what it fills in. */
  app.post("/", mayDo(site, "files:write"), async (c) => {
    const session = c.get("session");
    const isPage = c.req.header("accept")?.includes("text/html") ?? false;
    const taken = await uploads.take(c.req.raw, readFormWithFile, (fields) =>
      isSameSecret(fields.get("form_token") ?? "", session.formToken) ? session.actor : problem(403, FOREIGN),
    );
    if (taken instanceof Response) return refused(c, isPage, taken);
    if (!isPage) return c.json(taken.uploaded, 201);
    const to = pathOf(taken.fields.get("to"));
    const name = new URL(taken.uploaded.url).pathname.split("/").at(-1) ?? "";
    return c.redirect(deskPath(site, `${to}${to.includes("?") ? "&" : "?"}uploaded=${name}`), 303);
  });

  async function refused(c: Context<DeskEnv>, isPage: boolean, answer: Response): Promise<Response> {
    if (!isPage) return answer;
    const { detail } = (await answer.json()) as { detail: string };
    const why = <p>{detail}</p>;
    return showMessage(c, site, { status: answer.status as Message["status"], title: "It was not uploaded", why });
  }

  return app;
}

const FOREIGN = "The form is not of this session, so nothing was done: load the page again.";

/** Where one wanted to go back to, if that is at the desk. */
const pathOf = (to: string | undefined): string =>
  to && /^\/[\w%.~/?&=-]*$/.test(to) && !to.startsWith("//") ? to : "/files";
