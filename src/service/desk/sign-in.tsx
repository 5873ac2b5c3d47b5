import { type Context, Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import type { Home } from "../home.ts";
import { isSameSecret, nobodyGetsIn } from "../http/authorize.ts";
import type { Strangers } from "../http/strangers.ts";
import { readForm } from "./form.tsx";
import { DeskPage, deskPath, showPage } from "./frame.tsx";
import { type DeskEnv, startSession } from "./session.ts";

/** The largest form that is read of somebody who is not signed in: it holds a token and a path. Bytes. */
const MAX_SIGN_IN_BYTES = 20_000;

/** `/desk/sign-in`, where an editor shows the publish token and gets a session. */
export function signIn(home: Home, catalog: Catalog, strangers: Pick<Strangers, "refuse">): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/", (c) => page(c, pathAtDesk(c.req.query("to"))));

  app.post("/", async (c) => {
    const { site } = catalog;
    const form = await readForm(c.req.raw, MAX_SIGN_IN_BYTES);
    const token = home.secrets.publishToken;
    const to = pathAtDesk(form?.get("to"));
    if (!token) return page(c, to, nobodyGetsIn(home.secrets));
    if (!isSameSecret(form?.get("token")?.trim() ?? "", token)) return refuse(c, to);
    await startSession(c, token, deskPath(site));
    return c.redirect(deskPath(site, to), 303);
  });

  const refuse = async (c: Context<DeskEnv>, to: string): Promise<Response> => {
    const seconds = await strangers.refuse(c.req.raw);
    if (seconds === null) return page(c, to, WRONG);
    c.header("retry-after", String(seconds));
    return page(c, to, `${WRONG} Too many wrong ones were sent: wait for ${seconds} seconds.`, 429);
  };

  /** @param wrong why nobody is signed in */
  const page = (c: Context<DeskEnv>, to: string, wrong?: string, status: 401 | 429 = 401): Promise<Response> => {
    const { site } = catalog;
    return showPage(
      c,
      <DeskPage site={site} title="Sign in">
        <form class="sign-in" method="post" action={deskPath(site, "/sign-in")}>
          <h1>The desk</h1>
          {wrong ? (
            <p class="wrong" role="alert">
              {wrong}
            </p>
          ) : null}
          <label for="token">Publish token</label>
          <input id="token" name="token" type="password" autocomplete="current-password" required maxlength={2_000} />
          <input type="hidden" name="to" value={to} />
          <button type="submit">Sign in</button>
        </form>
      </DeskPage>,
      wrong ? status : 200,
    );
  };

  return app;
}

const WRONG = "That is not the publish token.";

/** A path below the desk that one wanted to go to; empty for whatever could lead elsewhere. */
const pathAtDesk = (to: string | null | undefined): string =>
  to && /^[/?][!-~]*$/.test(to) && to.length < 2_000 ? to : "";
