import type { Context } from "hono";
import type { FC } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Site } from "../../../feed/definition.ts";
import { MAX_FORM_BYTES, readForm, TOO_LARGE } from "../form.tsx";
import { belowDesk, DeskPage, deskPath, showMessage, showPage } from "../frame.tsx";
import type { DeskEnv } from "../session.ts";
import { isFieldName } from "./story/fields.ts";
import { WHOLE_FORM } from "./taking.ts";

/** Where one signs in, and comes back to a draft. */
const signInPath = (site: Site, id: string): string =>
  deskPath(site, `/sign-in?to=${encodeURIComponent(`/drafts/${id}`)}`);

/** What is sent with a story in it, below the desk. */
const DRAFT_FORM = /^\/drafts\/([^/?]+)\/([a-z-]+)$/;

/** What somebody has written, in the story's form, the page that asks which of two texts stays, and those that ask for a note. */
const WRITTEN = [WHOLE_FORM, "mine", "note"];

const isWritten = (form: URLSearchParams): boolean => WRITTEN.some((name) => form.has(name));

/** What those pages send beside the story's own fields. */
const BESIDE = new Set([
  ...WRITTEN,
  ...["draft", "draft_version", "article", "base_revision", "revision", "readers", "add", "remove"],
]);

/** Nobody has signed in who sent it: of what it holds, only what the desk's own pages send is shown again. */
const isKept = (name: string): boolean => BESIDE.has(name) || name.startsWith("choice.") || isFieldName(name);

/**
 * What a story's form is answered with where its session has ended: a page that holds all that was written until one has signed in
 * again, or for the script, where to sign in. Undefined: nothing of a story was sent.
 *
 * @param to what it was sent to, below the desk
 */
export async function keepUnsaved(c: Context<DeskEnv>, site: Site, to: string): Promise<Response | undefined> {
  const [, id = "", action] = DRAFT_FORM.exec(to) ?? [];
  if (c.req.method !== "POST" || action === undefined) return undefined;
  const signIn = signInPath(site, id);
  if (action === "autosave") return c.json({ sign_in: signIn }, 401);
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form) return showMessage(c, site, TOO_LARGE);
  if (!isWritten(form)) return undefined;
  const fields = [...form].filter(([name]) => isKept(name));
  return showPage(c, <Unsaved site={site} to={to} fields={fields} signIn={signIn} />, 401);
}

/**
 * What a story's form of a former session is answered with: the page from which it is sent once more, by this session. No other site can
 * bring anybody here: a form of another origin is refused before, and the cookie does not come with it.
 */
export const sendAgain =
  (site: Site) =>
  (c: Context<DeskEnv>, form: URLSearchParams): Promise<Response> | Response | undefined => {
    const to = belowDesk(c.req.path);
    const [, id = "", action] = DRAFT_FORM.exec(to) ?? [];
    if (action === "autosave") return c.json({ sign_in: signInPath(site, id) }, 401);
    if (action === undefined || !isWritten(form)) return undefined;
    return showPage(c, <Unsaved site={site} to={to} fields={[...form]} token={c.get("session").formToken} />, 403);
  };

/** What a story's form is answered with where the service failed at it: the page from which it is sent once more. Undefined: it held none. */
export function keepFailed(
  c: Context<DeskEnv>,
  site: Site,
  { status, text }: { status: ContentfulStatusCode; text: string },
): Promise<Response> | Response | undefined {
  const to = belowDesk(c.req.path);
  const [, , action] = DRAFT_FORM.exec(to) ?? [];
  // A failure may come before anybody has signed in, or the form was read.
  const form: URLSearchParams | undefined = c.get("form");
  if (action === undefined || action === "autosave" || !form || !isWritten(form)) return undefined;
  const token = c.get("session").formToken;
  return showPage(c, <Unsaved site={site} to={to} fields={[...form]} token={token} failed={text} />, status);
}

/** All that a form held, and the way to send it again. */
const Unsaved: FC<{
  site: Site;
  to: string;
  fields: [string, string][];
  signIn?: string;
  token?: string;
  /** How the service failed. */
  failed?: string;
}> = ({ site, to, fields, signIn, token = "", failed }) => (
  <DeskPage site={site} title="Not saved yet">
    <div class="notice">
      <h1>{failed === undefined ? "Your session has ended. Nothing is lost" : "It was not saved. Nothing is lost"}</h1>
      {failed !== undefined ? (
        <p>{failed} What you wrote is kept on this page: send it again in a moment.</p>
      ) : signIn === undefined ? (
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
        <b dir="auto">{fields.find(([name]) => name === "title")?.[1] ?? ""}</b>
      </p>
      <form method="post" action={deskPath(site, to)}>
        <input type="hidden" name="form_token" value={token} />
        {fields
          .filter(([name]) => name !== "form_token")
          .map(([name, value]) => (
            <textarea name={name} hidden readonly>
              {`\n${value}`}
            </textarea>
          ))}
        <p class="actions">
          <button type="submit">{failed === undefined ? "Send it" : "Send it again"}</button>
        </p>
      </form>
    </div>
  </DeskPage>
);
