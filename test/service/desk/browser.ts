import type { Newsroom } from "../newsroom.ts";

export const ORIGIN = { origin: "https://feeds.example" };
export const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** A browser at the desk. */
export interface Browser {
  get(path: string): Promise<Response>;
  page(path: string): Promise<string>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  cookie: string;
}

export const encode = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

export const enter = (on: Newsroom, token: string, headers: Record<string, string> = ORIGIN): Promise<Response> =>
  on.request("POST", "/desk/sign-in", encode({ token, to: "" }), { ...FORM, ...headers });

export async function signIn(on: Newsroom): Promise<Browser> {
  const cookie = (await enter(on, "test-4f9c2e7b1d806a35e7c1")).headers.get("set-cookie")?.split(";")[0] ?? "";
  return browserOf(on, cookie, "/desk");
}

/**
 * A browser at the desk with a cookie.
 *
 * @param first the page that it is sent forms from: by what it says they are known
 */
export async function browserOf(on: Newsroom, cookie: string, first = "/desk/people/me"): Promise<Browser> {
  const get = (path: string) => on.request("GET", path, undefined, { cookie });
  const page = async (path: string) => (await get(path)).text();
  const form_token = formToken(await page(first));
  return {
    get,
    page,
    cookie,
    post: (path, fields, headers = {}) =>
      on.request("POST", path, encode({ form_token, ...fields }), { cookie, ...FORM, ...ORIGIN, ...headers }),
  };
}

export const formToken = (html: string): string => /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? "";
export const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");

/** An article as the API gives it, with the revision that its ETag names. */
export async function stored(
  on: Newsroom,
  id: string,
): Promise<{ revision: string; article: Record<string, unknown> }> {
  const answer = await on.request("GET", `/api/articles/${id}`);
  return { revision: answer.headers.get("etag") ?? "", article: (await answer.json()) as Record<string, unknown> };
}

/** A table's cells without the heads that each says on a phone. */
export const unlabelled = (html: string): string => html.replaceAll(/ data-label="[^"]*"/g, "");

/** What stands below the bar. */
export const mainOf = (html: string): string => html.slice(html.indexOf("<main"));
