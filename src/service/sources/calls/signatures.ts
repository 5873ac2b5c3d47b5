import { createHmac } from "node:crypto";
import { millisecondsInMinute, millisecondsInSecond } from "date-fns/constants";
import { isSameSecret } from "../../http/authorize.ts";

/** How far the time of a signature may be from ours: as Standard Webhooks' own libraries have it. Milliseconds. */
const TOLERANCE = 5 * millisecondsInMinute;

/** Whose form of a signature it is. `hub`: GitHub's, and WebSub's (w3.org/TR/websub §8). `wordpress`: that of WP Webhooks and WooCommerce. */
export type SignatureForm = "ghost" | "standard" | "hub" | "wordpress";

/** What a signature is worth. */
export type Signed =
  /** `at`: when it was signed, in milliseconds; null: the form does not say. */
  | { status: "signed"; form: SignatureForm; at: number | null }
  | { status: "unsigned" }
  /** `why`: the rest of a sentence about it, for people. */
  | { status: "wrong"; why: string };

/** The headers by which each form is known. */
const FORMS: [form: SignatureForm, header: string][] = [
  ["standard", "webhook-signature"],
  ["ghost", "x-ghost-signature"],
  ["hub", "x-hub-signature-256"],
  ["wordpress", "x-wp-webhook-signature"],
  ["wordpress", "x-wc-webhook-signature"],
];

/** Whether a request says that it is signed. */
export const isSigned = (headers: Headers): boolean => FORMS.some(([, header]) => headers.has(header));

/**
 * Checks a call's signature, in whichever form it has one. Digests are compared in constant time.
 *
 * @param body as it was sent
 */
export function checkSignature(headers: Headers, body: string, secret: string, now: number): Signed {
  const [form, header] = FORMS.find(([, name]) => headers.has(name)) ?? [];
  if (form === undefined || header === undefined) return { status: "unsigned" };
  const found = CHECKS[form]({ headers, given: headers.get(header) ?? "", body, secret });
  if (!found.isGood) return { status: "wrong", why: "is not what the source's secret makes of the body" };
  if (found.at === undefined) return { status: "wrong", why: "says of no time when it was made" };
  const { at } = found;
  if (at !== null && !(Math.abs(at - now) <= TOLERANCE))
    return { status: "wrong", why: "is of another time: it is taken within five minutes" };
  return { status: "signed", form, at };
}

interface Checked {
  headers: Headers;
  given: string;
  body: string;
  secret: string;
}

/** `at` undefined: the form has a time, and this one has none. */
interface Found {
  isGood: boolean;
  at: number | null | undefined;
}

const CHECKS: Record<SignatureForm, (checked: Checked) => Found> = {
  /** standardwebhooks.com, "Signature scheme": of several signatures, one is enough, for secrets are rotated. */
  standard({ headers, given, body, secret }) {
    const [id, timestamp] = [headers.get("webhook-id") ?? "", headers.get("webhook-timestamp") ?? ""];
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    const expected = `v1,${hmac(key, `${id}.${timestamp}.${body}`, "base64")}`;
    return {
      isGood: id !== "" && isAny(given.split(" "), expected),
      at: /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * millisecondsInSecond : undefined,
    };
  },
  /** `sha256=…, t=…`, of the body with the time behind it (Ghost 5.87 and later; before, the time was not signed). */
  ghost({ given, body, secret }) {
    const parts = Object.fromEntries(given.split(",").map((part) => part.trim().split("=", 2)));
    const { sha256 = "", t = "" } = parts as { sha256?: string; t?: string };
    return {
      isGood: isSameSecret(sha256, hmac(secret, `${body}${t}`, "hex")),
      at: /^\d{1,15}$/.test(t) ? Number(t) : undefined,
    };
  },
  hub: ({ given, body, secret }) => ({ isGood: isSameSecret(given, `sha256=${hmac(secret, body, "hex")}`), at: null }),
  wordpress: ({ given, body, secret }) => ({ isGood: isSameSecret(given, hmac(secret, body, "base64")), at: null }),
};

/** All of them are looked at: how long it takes tells nothing of which one it was. */
const isAny = (given: string[], expected: string): boolean =>
  given.map((one) => isSameSecret(one, expected)).includes(true);

const hmac = (key: string | Uint8Array, text: string, encoding: "hex" | "base64"): string =>
  createHmac("sha256", key).update(text).digest(encoding);
