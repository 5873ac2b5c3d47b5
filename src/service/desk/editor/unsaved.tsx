import type { Context } from "hono";
import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { MAX_FORM_BYTES, readForm } from "../form.tsx";
import { DeskPage, deskPath, showPage } from "../frame.tsx";
import type { DeskEnv } from "../session.ts";
import { WHOLE_FORM } from "./taking.ts";

/** What is sent with a story in it, below the desk. */
const DRAFT_FORM = /^\/drafts\/([^/?]+)\/([a-z-]+)$/;

/**
 * What a story's form is answered with where its session has ended: a page that holds all that was written until one has signed in
 * again, or for the script, where to sign in. Undefined: nothing of a story was sent.
 *
 * @param to what it was sent to, below the desk
 */
export async function keepUnsaved(c: Context<DeskEnv>, site: Site, to: string): Promise<Response | undefined> {
  const [, id = "", action] = DRAFT_FORM.exec(to) ?? [];
  if (c.req.method !== "POST" || action === undefined) return undefined;
  const signIn = deskPath(site, `/sign-in?to=${encodeURIComponent(`/drafts/${id}`)}`);
  if (action === "autosave") return c.json({ sign_in: signIn }, 401);
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form?.has(WHOLE_FORM)) return undefined;
  return showPage(c, <Unsaved site={site} to={to} form={form} signIn={signIn} />, 401);
}

/**
 * What a story's form of a former session is answered with: the page from which it is sent once more, by this session. No other site can
 * bring anybody here: a form of another origin is refused before, and the cookie does not come with it.
 */
export const sendAgain =
  (site: Site) =>
  (c: Context<DeskEnv>, form: URLSearchParams): Promise<Response> | Response | undefined => {
    const to = c.req.path.replace(/^.*?\/desk(?=\/)/, "");
    const [, id = "", action] = DRAFT_FORM.exec(to) ?? [];
    if (action === "autosave")
      return c.json({ sign_in: deskPath(site, `/sign-in?to=${encodeURIComponent(`/drafts/${id}`)}`) }, 401);
    if (action === undefined || !form.has(WHOLE_FORM)) return undefined;
    return showPage(c, <Unsaved site={site} to={to} form={form} token={c.get("session").formToken} />, 403);
  };

/** All that a form held, and the way to send it again. */
const Unsaved: FC<{ site: Site; to: string; form: URLSearchParams; signIn?: string; token?: string }> = ({
  site,
  to,
  form,
  signIn,
  token = "",
}) => (
  <DeskPage site={site} title="Not saved yet">
    <div class="notice">
      <h1>Your session has ended. Nothing is lost</h1>
      {signIn === undefined ? (
        <p>You have signed in again since you loaded the form. What you wrote is kept on this page: send it now.</p>
      ) : (
        <p>
          What you wrote is kept on this page.{" "}
          <a href={signIn} target="_blank" rel="noopener">
            Sign in again in another window
          </a>
          , come back here, and send it.
        </p>
      )}
      <p>
        <b dir="auto">{form.get("title") ?? ""}</b>
      </p>
      <form method="post" action={deskPath(site, to)}>
        <input type="hidden" name="form_token" value={token} />
        {[...form]
          .filter(([name]) => name !== "form_token")
          .map(([name, value]) => (
            <textarea name={name} hidden readonly>
              {`\n${value}`}
            </textarea>
          ))}
        <p class="actions">
          <button type="submit">Send it</button>
        </p>
      </form>
    </div>
  </DeskPage>
);
