import { isObject, objectsOf } from "../../import/values/json.ts";
import type { ServiceAnswer } from "../service.ts";

/**
 * A problem of the service's (RFC 9457) for people, with each part of the input that it is about. Null: it refused nothing,
 * or not in its own words.
 */
export function refusalText({ status, body }: ServiceAnswer): string | null {
  if (status < 400 || !isObject(body) || typeof body.detail !== "string") return null;
  const problems = objectsOf(body.problems).map(({ path, detail }) => `  ${path} ${detail}`);
  return [`wireproof: ${body.detail}`, ...problems].join("\n");
}
