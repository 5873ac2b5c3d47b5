import { isPrivateHost } from "../partner/address.ts";
import { MAX_CALLBACK } from "./limits.ts";

/** Whose server a callback is: what is asked of it is counted by this. With and without the root's dot it is one host. */
export const hostOfCallback = (callback: string): string => new URL(callback).hostname.replace(/\.$/, "");

/**
 * Why nothing may be sent to a callback, as the rest of a sentence; null: it may. It is kept and asked as it was written (WebSub §8.3):
 * what parsers of URLs quietly take out or turn round is refused, not mended.
 *
 * @param isLocal whether the service itself is in its own network, and may ask others there
 */
export function callbackFault(callback: string, isLocal: boolean): string | null {
  if (callback.length > MAX_CALLBACK) return `has more than ${MAX_CALLBACK} characters`;
  if (!/^https?:\/\//i.test(callback)) return "is not an absolute http or https URL";
  if (/[\s\p{Cc}\\]/u.test(callback)) return "has a space, a control character or a backslash in it";
  const url = URL.parse(callback);
  if (!url) return "is no URL";
  if (url.username !== "" || url.password !== "") return "has a name or a password in it";
  if (callback.includes("#")) return "has a fragment, which is never sent";
  if (!isLocal && isPrivateHost(url.hostname)) return "is no public address";
  return null;
}

/** A callback with parameters behind those that it has, none of which is changed (WebSub §5.1.1). */
export function withParameters(callback: string, parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined);
  const query = callback.indexOf("?");
  const isOpen = query === callback.length - 1 || callback.endsWith("&");
  const joint = query < 0 ? "?" : isOpen ? "" : "&";
  return `${callback}${joint}${new URLSearchParams(given)}`;
}
