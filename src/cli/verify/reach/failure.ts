import type { ReachFailure } from "../../../proofread/reach/polls.ts";
import { reasonOf } from "../../reason.ts";

/** What OpenSSL and Node have against a certificate, in words that follow the host's name. */
const CERTIFICATE_FAULTS: Record<string, string> = {
  CERT_HAS_EXPIRED: "has a certificate that has expired",
  CERT_NOT_YET_VALID: "has a certificate that is not valid yet",
  CERT_REVOKED: "has a certificate that was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for other names",
  DEPTH_ZERO_SELF_SIGNED_CERT: "has a certificate that it signed itself",
  SELF_SIGNED_CERT_IN_CHAIN: "has a certificate of an authority that nobody knows",
  UNABLE_TO_GET_ISSUER_CERT: "has a certificate without those between it and its authority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "has a certificate of an authority that nobody knows, or not those in between",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "has a certificate without those between it and its authority",
};

/** What the system and the network have against a connection. */
const CONNECTION_FAULTS: Record<string, string> = {
  ENOTFOUND: "has no address: there is no such name",
  EAI_AGAIN: "could not be looked up",
  ECONNREFUSED: "refuses the connection: nothing listens there",
  ECONNRESET: "ended the connection without an answer",
  EHOSTUNREACH: "cannot be reached",
  ENETUNREACH: "cannot be reached",
  ETIMEDOUT: "does not answer",
  EPROTO: "does not speak TLS as readers do",
};

/** Why nothing came of a request to a host, in plain words and with the code that a search finds. */
export function requestFailure(url: string, error: unknown): ReachFailure {
  const { host } = new URL(url);
  const code = codeOf(error);
  const certificate = CERTIFICATE_FAULTS[code];
  if (certificate !== undefined) return { kind: "certificate", reason: `${host} ${certificate} (${code})` };
  const connection = code.startsWith("ERR_SSL_") ? CONNECTION_FAULTS.EPROTO : CONNECTION_FAULTS[code];
  return {
    kind: "connection",
    reason: connection === undefined ? `${host}: ${reasonOf(error)}` : `${host} ${connection} (${code})`,
  };
}

/** A host of several addresses fails once for each, and all of it is one error. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
