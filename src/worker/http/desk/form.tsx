import type { MiddlewareHandler } from "hono";
import { MAX_ARTICLE_BYTES } from "../../../article/limits.ts";
import type { Catalogs } from "../../catalog.ts";
import { equal } from "../authorize.ts";
import { readBody } from "../body.ts";
import { message } from "./frame.tsx";
import type { DeskEnv } from "./session.ts";

/** A form writes three bytes for most that is no letter, and JSON has escapes of its own. */
export const MAX_FORM_BYTES = 4 * MAX_ARTICLE_BYTES;

/** Only what a form sends, for only that is checked for its origin; null where it is something else, or too large. */
export async function readForm(request: Request, limit: number): Promise<URLSearchParams | null> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "")) return null;
  const text = await readBody(request, limit);
  return text === null ? null : new URLSearchParams(text);
}

/** Nothing that is posted gets further without this session's form token. */
export const postedForm =
  (catalogs: Catalogs): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    if (c.req.method !== "POST") return next();
    const { site } = catalogs.get(c.env);
    const form = await readForm(c.req.raw, MAX_FORM_BYTES);
    if (!form) {
      const limit = MAX_FORM_BYTES.toLocaleString("en");
      return message(c, site, 413, "Too large", <p>The desk takes forms of at most {limit} bytes.</p>);
    }
    if (!(await equal(form.get("form_token") ?? "", c.get("session").formToken)))
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
