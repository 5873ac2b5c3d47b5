import { withParameters } from "./callback.ts";

/** What a callback is asked to confirm. */
export interface Intent {
  callback: string;
  mode: "subscribe" | "unsubscribe";
  topic: string;
  challenge: string;
  /** As granted; undefined with `unsubscribe`. */
  leaseSeconds?: number;
  verifyToken?: string;
}

/** The address at which a callback is asked whether it wants what was asked for in its name (WebSub §5.3). */
export const verificationUrl = ({ callback, mode, topic, challenge, leaseSeconds, verifyToken }: Intent): string =>
  withParameters(callback, {
    "hub.mode": mode,
    "hub.topic": topic,
    "hub.challenge": challenge,
    "hub.lease_seconds": leaseSeconds === undefined ? undefined : String(leaseSeconds),
    "hub.verify_token": verifyToken,
  });

/** Whether an answer says that it does: a 2xx whose body is the challenge, and nothing else (WebSub §5.3.1). */
export const isConfirmed = (status: number, body: Uint8Array, challenge: string): boolean =>
  status >= 200 &&
  status < 300 &&
  new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(body) === challenge;
