import { callbackFault, hostOfCallback } from "./callback.ts";
import { DEFAULT_LEASE, MAX_LEASE, MAX_SECRET_BYTES, MAX_VERIFY_TOKEN, MIN_LEASE } from "./limits.ts";
import type { SigningAlgorithm } from "./signature.ts";

/** What deliveries may be signed with, the first where nothing is said (WebSub §7.1.1). */
export const SIGNING_ALGORITHMS: [SigningAlgorithm, ...SigningAlgorithm[]] = ["sha256", "sha1"];

/** What somebody asks for in a callback's name (WebSub §5.1). */
export interface HubRequest {
  mode: "subscribe" | "unsubscribe";
  topic: string;
  callback: string;
  /** The callback's. */
  host: string;
  /** As it is granted; undefined with `unsubscribe`. */
  leaseSeconds?: number;
  /** Absent: what is sent is not signed. */
  secret?: string;
  algorithm: SigningAlgorithm;
  /** Whether it may be sent what changed, in place of the whole document. */
  wantsDelta: boolean;
  /** Of PubSubHubbub 0.3: it is echoed. */
  verifyToken?: string;
}

export type ParsedRequest = { status: "request"; request: HubRequest } | { status: "refused"; reason: string };

/** Every parameter that means something here; all others are ignored, as they MUST be. */
const PARAMETERS = [
  "hub.mode",
  "hub.topic",
  "hub.callback",
  "hub.lease_seconds",
  "hub.secret",
  "hub.signature",
  "hub.delta",
  "hub.verify_token",
] as const;
type Parameter = (typeof PARAMETERS)[number];

/**
 * Parses the form of a subscription request.
 *
 * @param form as it came, `application/x-www-form-urlencoded`
 * @param isLocal whether the service itself is in its own network
 */
export function parseHubRequest(form: string, isLocal: boolean): ParsedRequest {
  const given = new URLSearchParams(form);
  const reason = faultOf(given, isLocal);
  if (reason !== null) return { status: "refused", reason };
  const value = (name: Parameter) => given.get(name) || undefined;
  const mode = value("hub.mode") as HubRequest["mode"];
  const callback = value("hub.callback") ?? "";
  const request: HubRequest = {
    mode,
    topic: value("hub.topic") ?? "",
    callback,
    host: hostOfCallback(callback),
    algorithm: SIGNING_ALGORITHMS[0],
    wantsDelta: false,
    verifyToken: value("hub.verify_token"),
  };
  if (mode === "unsubscribe") return { status: "request", request };
  const wishes = {
    leaseSeconds: grantedLease(value("hub.lease_seconds")),
    secret: value("hub.secret"),
    algorithm: (value("hub.signature") as SigningAlgorithm | undefined) ?? request.algorithm,
    wantsDelta: value("hub.delta") === "feed",
  };
  return { status: "request", request: { ...request, ...wishes } };
}

/** What is wrong with a form, as a sentence that repeats nothing of it; null: nothing. */
function faultOf(given: URLSearchParams, isLocal: boolean): string | null {
  for (const name of PARAMETERS) {
    const values = given.getAll(name);
    if (values.length > 1) return `${name} is there more than once.`;
    // What bytes are no UTF-8 stand for; no callback, topic or secret has it.
    if (values[0]?.includes("\u{fffd}")) return `${name} is not in UTF-8.`;
  }
  const value = (name: Parameter) => given.get(name) ?? "";
  for (const name of ["hub.mode", "hub.topic", "hub.callback"] as const)
    if (value(name) === "") return `${name} is missing.`;
  const mode = value("hub.mode");
  if (mode === "publish") return "This hub is the publisher's own, and knows what is published: nothing is to be told.";
  if (mode !== "subscribe" && mode !== "unsubscribe") return 'hub.mode is neither "subscribe" nor "unsubscribe".';
  const fault = callbackFault(value("hub.callback"), isLocal);
  if (fault !== null) return `hub.callback ${fault}.`;
  if (value("hub.verify_token").length > MAX_VERIFY_TOKEN)
    return `hub.verify_token has more than ${MAX_VERIFY_TOKEN} characters.`;
  return mode === "subscribe" ? faultOfWishes(value) : null;
}

/** Of what means nothing where somebody unsubscribes. */
function faultOfWishes(value: (name: Parameter) => string): string | null {
  if (!/^(0*[1-9]\d*)?$/.test(value("hub.lease_seconds"))) return "hub.lease_seconds is no positive decimal integer.";
  if (new TextEncoder().encode(value("hub.secret")).length > MAX_SECRET_BYTES)
    return `hub.secret has more than ${MAX_SECRET_BYTES} bytes.`;
  if (value("hub.signature") !== "" && !SIGNING_ALGORITHMS.some((one) => one === value("hub.signature")))
    return `hub.signature is none of ${SIGNING_ALGORITHMS.join(", ")}.`;
  return ["", "feed"].includes(value("hub.delta")) ? null : 'hub.delta can only be "feed".';
}

/** What was wished for, within bounds (WebSub §5.3.1: hubs "MUST NOT issue perpetual lease durations"). */
const grantedLease = (wished: string | undefined): number =>
  wished === undefined ? DEFAULT_LEASE : Math.min(MAX_LEASE, Math.max(MIN_LEASE, Number(wished)));
