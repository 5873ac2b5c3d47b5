import type { AskSite, SiteAnswer } from "../sites/site-reader.ts";
import { SiteFault } from "../sites/site-reader.ts";
import { isObject, tryJson } from "../values/json.ts";

/** Asks a site's REST API for a route such as `/wp/v2/posts`. */
export type AskApi = (route: string, query: Record<string, string>) => Promise<SiteAnswer>;

/**
 * Finds the API of a site as WordPress's handbook says ("Discovery"): by the link of its pages, else where it usually is.
 *
 * @param key `NAME:APPLICATION-PASSWORD` of one of its users
 */
export async function findApi(home: string, ask: AskSite, key: string | undefined): Promise<AskApi> {
  const front = await ask(home);
  const site = `${front.url.replace(/[?#].*$/s, "").replace(/\/*$/, "")}/`;
  const linked = linkedApi(front);
  for (const root of linked ? [linked] : [front.url, `${site}wp-json/`, `${site}?rest_route=/`]) {
    const answer = root === front.url ? front : await ask(root);
    if (isApi(jsonOf(answer))) return askAt(answer.url, ask, keyFor(front.url, answer.url, key));
  }
  if (front.status >= 400) throw new SiteFault(`it answered ${front.status}`);
  throw new SiteFault("it is no WordPress, or its REST API is switched off");
}

/** A page's `Link` (RFC 8288) or `<link>` with the relation that WordPress has for it. */
function linkedApi({ headers, body, url }: SiteAnswer): string | undefined {
  const inHeader = /<([^<>]*)>\s*;[^,]*rel\s*=\s*"?https:\/\/api\.w\.org\/?"?/i.exec(headers.get("link") ?? "")?.[1];
  const tag = /<link\s[^<>]*rel\s*=\s*["']?https:\/\/api\.w\.org\/?["'\s][^<>]*>/i.exec(textOf(body))?.[0];
  const address = inHeader ?? /\shref\s*=\s*["']?([^"'\s>]+)/i.exec(tag ?? "")?.[1];
  return address && URL.parse(address, url)?.href;
}

const isApi = (value: unknown): boolean =>
  isObject(value) && Array.isArray(value.namespaces) && value.namespaces.includes("wp/v2");

function askAt(root: string, ask: AskSite, key: string | undefined): AskApi {
  const headers: Record<string, string> = { accept: "application/json" };
  if (key !== undefined) headers.authorization = `Basic ${base64(key)}`;
  return (route, query) => {
    const url = new URL(root);
    const plain = url.searchParams.get("rest_route");
    if (plain === null) url.pathname = url.pathname.replace(/\/*$/, route);
    else url.searchParams.set("rest_route", plain.replace(/\/*$/, route));
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return ask(url.href, headers);
  };
}

/** A password is for the site alone, wherever that says its API is. */
function keyFor(site: string, api: string, key: string | undefined): string | undefined {
  if (key === undefined || new URL(site).origin === new URL(api).origin) return key;
  throw new SiteFault(`its REST API is at ${new URL(api).origin}, which shall not see its key`);
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** A broken plugin prints its warnings before the answer. */
export function jsonOf({ body }: SiteAnswer): unknown {
  const text = textOf(body);
  const start = text.search(/^\s*[[{]/m);
  return tryJson(text) ?? (start < 0 ? undefined : tryJson(text.slice(start)));
}

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);
