import { SignJWT } from "jose/jwt/sign";
import { type SiteAnswer, SiteFault, type SiteQuestion } from "../sites/site-reader.ts";
import { isObject, objectsOf, tryJson } from "../values/json.ts";

/** Ghost answers this version of its API, and every later one that is compatible with it. */
const VERSION = "v5.0";

/** A key of the Admin API is an id and a secret; one of the Content API is one word. */
export const isAdminKey = (key: string): boolean => key.includes(":");

/**
 * One question to a Ghost's API.
 *
 * @param path below `/ghost/api/content/` or `/ghost/api/admin/`, whichever the key is for
 * @throws SiteFault
 */
export async function askGhost(
  home: string,
  path: string,
  query: Record<string, string>,
  { ask, key = "" }: Pick<SiteQuestion, "ask" | "key">,
): Promise<Record<string, unknown>> {
  const isAdmin = isAdminKey(key);
  const asked = new URLSearchParams(isAdmin ? query : { ...query, key });
  const answer = await ask(`${home}/ghost/api/${isAdmin ? "admin" : "content"}/${path}/?${asked}`, {
    accept: "application/json",
    "accept-version": VERSION,
    ...(isAdmin ? { authorization: `Ghost ${await adminToken(key)}` } : {}),
  });
  const value = tryJson(new TextDecoder().decode(answer.body));
  if (answer.status !== 200) throw new SiteFault(whyRefused(answer, value));
  if (!isObject(value)) throw new SiteFault("what it answered is no Ghost's");
  return value;
}

/** Ghost's errors say what is wrong: an unknown key, a version that it does not speak. */
function whyRefused({ status }: SiteAnswer, value: unknown): string {
  const [error] = isObject(value) ? objectsOf(value.errors) : [];
  const said = [error?.message, error?.context].filter((one) => typeof one === "string" && one !== "").join(" ");
  return said === "" ? `it answered ${status}` : `it answered ${status}: ${said}`;
}

/** Signed with the key's secret, for five minutes (Ghost, Admin API, "Token authentication"). */
async function adminToken(key: string): Promise<string> {
  const [id = "", secret = ""] = key.split(":");
  if (!/^(?:[0-9a-f]{2})+$/i.test(secret))
    throw new SiteFault("the key is none of its Admin API: that is ID:SECRET, the secret in hexadecimal digits");
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256", kid: id, typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime("5m")
    .setAudience("/admin/")
    .sign(bytes);
}
