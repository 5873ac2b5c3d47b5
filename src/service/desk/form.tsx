import type { MiddlewareHandler } from "hono";
import { MAX_ARTICLE_BYTES } from "../../article/limits.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { isSameSecret } from "../http/authorize.ts";
import { readBody } from "../http/body.ts";
import { message } from "./frame.tsx";
import type { DeskEnv } from "./session.ts";

/** A form writes three bytes for most that is no letter, and JSON has escapes of its own. */
export const MAX_FORM_BYTES = 4 * MAX_ARTICLE_BYTES;

/** Only what a form sends is checked for its origin, so nothing else is taken. */
const isForm = (request: Request): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "");

/** Null where it is no form, or has more bytes than `limit`. */
export async function readForm(request: Request, limit: number): Promise<URLSearchParams | null> {
  if (!isForm(request)) return null;
  const text = await readBody(request, limit);
  return text === null ? null : new URLSearchParams(text);
}

/** Nothing that is posted gets further without this session's form token. */
export const postedForm =
  ({ site }: Catalog): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    if (c.req.method !== "POST") return next();
    if (!isForm(c.req.raw)) return message(c, site, 415, "Not a form", <p>The desk takes its own forms only.</p>);
    const form = await readForm(c.req.raw, MAX_FORM_BYTES);
    if (!form) {
      const limit = MAX_FORM_BYTES.toLocaleString("en");
      return message(c, site, 413, "Too large", <p>The desk takes forms of at most {limit} bytes.</p>);
    }
    if (!isSameSecret(form.get("form_token") ?? "", c.get("session").formToken))
      return message(
        c,
        site,
        403,
        "Not from here",
        <p>
          The form is not of this session, so nothing was done. Go back, load the page again and repeat what you did.
        </p>,
      );
    c.set("form", form);
    return next();
  };
