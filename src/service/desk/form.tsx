import type { Context, MiddlewareHandler } from "hono";
import { MAX_ARTICLE_BYTES } from "../../article/limits.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { isSameSecret } from "../http/authorize.ts";
import { readBody } from "../http/body.ts";
import { type Message, showMessage } from "./frame.tsx";
import type { DeskEnv } from "./session.ts";

/**
 * The bytes of a form that the desk takes. It may hold an article of the largest size, of which a form writes most characters
 * that are no letters as three bytes, and JSON some with escapes of its own.
 */
export const MAX_FORM_BYTES = 4 * MAX_ARTICLE_BYTES;

/**
 * The fields of a form that the desk takes: some more than the largest article needs, with its 200 pictures of eleven fields each. Each field
 * costs far more than its bytes once it is read, and where it is shown again: of the empty ones, a form of 4 MB holds a million.
 */
export const MAX_FORM_FIELDS = 4_000;

/** Whether a request is a plain form. The origin of nothing else is checked (hono/csrf), so nothing else is taken. */
const isForm = (request: Request): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "");

/** The fields of a posted form; null where it is none, has more bytes than `limit`, or more fields than `MAX_FORM_FIELDS`. */
export async function readForm(request: Request, limit: number): Promise<URLSearchParams | null> {
  if (!isForm(request)) return null;
  const text = await readBody(request, limit);
  return text === null || hasTooManyFields(text) ? null : new URLSearchParams(text);
}

/** Counted before any of them is read. */
function hasTooManyFields(text: string): boolean {
  let fields = 1;
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", at + 1)) {
    fields += 1;
    if (fields > MAX_FORM_FIELDS) return true;
  }
  return false;
}

/**
 * Middleware that lets nothing posted through without this session's form token, and reads the form for those behind
 * it.
 *
 * @param ofOtherSession what a form of a former session is answered with; undefined: that nothing was done
 */
export const postedForm =
  ({ site }: Catalog, ofOtherSession?: OfOtherSession): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    if (c.req.method !== "POST") return next();
    if (!isForm(c.req.raw)) return showMessage(c, site, NO_FORM);
    const form = await readForm(c.req.raw, MAX_FORM_BYTES);
    if (!form) return showMessage(c, site, TOO_LARGE);
    if (!isSameSecret(form.get("form_token") ?? "", c.get("session").formToken))
      return ofOtherSession?.(c, form) ?? showMessage(c, site, FOREIGN);
    c.set("form", form);
    return next();
  };

type OfOtherSession = (c: Context<DeskEnv>, form: URLSearchParams) => Response | Promise<Response> | undefined;

export const TOO_LARGE: Message = {
  status: 413,
  title: "Too large",
  why: (
    <p>
      The desk takes forms of at most {MAX_FORM_BYTES.toLocaleString("en")} bytes and{" "}
      {MAX_FORM_FIELDS.toLocaleString("en")} fields.
    </p>
  ),
};

const NO_FORM: Message = { status: 415, title: "Not a form", why: <p>The desk takes its own forms only.</p> };

const FOREIGN: Message = {
  status: 403,
  title: "Not from here",
  why: (
    <p>The form is not of this session, so nothing was done. Go back, load the page again and repeat what you did.</p>
  ),
};
